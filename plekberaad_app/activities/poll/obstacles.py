"""A poll needs a question and something to choose: what is missing, and the taps that end it."""

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.obstacle import Ask, Cure, Obstacle, leaving_out
from plekberaad_app.activities.kit.choices import FEWEST_CHOICES, ask_choices
from plekberaad_app.activities.kit.question import ask_question
from plekberaad_app.activities.poll.options import (
    LISTED,
    MAX_LABEL,
    PollOptions,
    most_choices,
)


def is_ready(options: PollOptions) -> bool:
    """Whether there is something to answer."""
    return bool(options.question) and not lacks_choices(options)


def lacks_choices(options: PollOptions) -> bool:
    """Whether there are too few choices for a question that needs them."""
    return options.kind in LISTED and len(options.choices) < FEWEST_CHOICES


def lacking(options: PollOptions) -> str:
    """The first thing that still has to be set; '' when nothing."""
    if not options.question:
        return "poll.no_question"
    if lacks_choices(options):
        return "poll.no_choices"
    return "poll.no_right_answer" if options.kind == "quiz" and not options.right_id else ""


def obstacle(scene: Scene, options: PollOptions) -> Obstacle | None:
    """What is missing, before the poll or while people would answer."""
    code = lacking(options) if scene.stop_index <= 0 else ""
    if not code:
        return None
    cure = _typing(options) if not is_ready(options) else _pointing(options)
    return Obstacle(code, (cure, leaving_out(scene)))


def _typing(options: PollOptions) -> Cure:
    """Only what is missing is typed: what is there already stands in the fields."""
    asks = () if options.question else (ask_question("poll"),)
    if lacks_choices(options):
        most = most_choices(options.kind)
        asks = (*asks, ask_choices("poll", options.choices, most=most, longest=MAX_LABEL))
    return Cure("set_options", Say("poll.cure.typed"), asks=asks)


def _pointing(options: PollOptions) -> Cure:
    numbered = tuple(enumerate(options.choices, start=1))
    return Cure(
        "set_options",
        Say("poll.cure.right"),
        asks=(Ask("right", Say("poll.ask.right"), choices=numbered),),
    )
