"""A poll needs a question and something to choose: what is missing, and the taps that end it."""

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.obstacle import Ask, Cure, Obstacle, leaving_out
from plekberaad_app.activities.poll.options import (
    FEWEST_CHOICES,
    LISTED,
    MAX_LABEL,
    MAX_QUESTION,
    PollOptions,
    most_choices,
)


def is_ready(options: PollOptions) -> bool:
    """Whether there is something to answer."""
    return bool(options.question) and not lacks_choices(options)


def lacks_choices(options: PollOptions) -> bool:
    """Whether there are too few choices for a question that needs them."""
    return options.kind in LISTED and len(options.choices) < FEWEST_CHOICES


def obstacle(scene: Scene, options: PollOptions) -> Obstacle | None:
    """What is missing, before the poll or while people would answer."""
    if scene.stop_index > 0:
        return None
    if not options.question:
        return Obstacle("poll.no_question", (_typing(options), leaving_out(scene)))
    if lacks_choices(options):
        return Obstacle("poll.no_choices", (_typing(options), leaving_out(scene)))
    if options.kind == "quiz" and not options.right_id:
        return Obstacle("poll.no_right_answer", (_pointing(options), leaving_out(scene)))
    return None


def _typing(options: PollOptions) -> Cure:
    """Only what is missing is typed: what is there already stands in the fields."""
    asks = () if options.question else (_question(),)
    if lacks_choices(options):
        asks = (*asks, _choices(options))
    return Cure("set_options", Say("poll.cure.typed"), asks=asks)


def _question() -> Ask:
    return Ask("question", Say("poll.ask.question"), MAX_QUESTION, is_required=True)


def _choices(options: PollOptions) -> Ask:
    most = most_choices(options.kind)
    return Ask(
        "choices",
        Say("poll.ask.choices", {"most": most}),
        most * (MAX_LABEL + 1),
        is_list=True,
        most=most,
        is_required=True,
        given="".join(f"{label}\n" for label in options.choices),
    )


def _pointing(options: PollOptions) -> Cure:
    numbered = tuple(enumerate(options.choices, start=1))
    return Cure(
        "set_options",
        Say("poll.cure.right"),
        asks=(Ask("right", Say("poll.ask.right"), choices=numbered),),
    )
