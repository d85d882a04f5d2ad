"""What phone, projector and tablet see of a vote."""

from dataclasses import replace

from plekberaad_app.activities.contract.activity import Audience, Face, Say, Scene, Script
from plekberaad_app.activities.kit.for_somebody import phoneless
from plekberaad_app.activities.voting import ballot, telling
from plekberaad_app.activities.voting.ballot import BALLOT
from plekberaad_app.activities.voting.choices import choices_of
from plekberaad_app.activities.voting.options import VotingOptions
from plekberaad_app.activities.voting.views import (
    ChoiceView,
    PhoneView,
    ProjectorView,
    TabletView,
    VoteView,
)


def face(scene: Scene, options: VotingOptions, audience: Audience) -> Face:
    """What an audience sees; it contains no total before the result phase."""
    rows = tally(scene, options)
    turn = telling.telling(scene, options, rows)
    is_empty = _is_empty(scene, rows)
    phase = "telling" if turn.place else _phase(scene, options, is_empty=is_empty)
    shared = VoteView(
        question=options.question,
        choices=_told(rows, turn.left, audience),
        telling=turn,
        is_open=BALLOT.is_open(scene),
        is_empty=is_empty,
    )
    return Face(
        line=Say(f"voting.line.all.{phase}", {"place": turn.place} if turn.place else {}),
        view=_for_screen(scene, options, audience, shared),
        script=Script.under(f"voting.script.{phase}") if audience.screen == "tablet" else None,
        asks=phase == "vote" and audience.screen == "phone",
    )


def planned_script(scene: Scene) -> Script | None:
    """As if there are choices, and somebody voted."""
    return Script.under(f"voting.script.{scene.stop.phase}") if scene.stop else None


def _is_empty(scene: Scene, rows: tuple[ChoiceView, ...]) -> bool:
    """Whether there is a result in which no choice has a dot."""
    return scene.has_reached("result") and bool(rows) and not any(row.place for row in rows)


def _phase(scene: Scene, options: VotingOptions, *, is_empty: bool) -> str:
    """The running phase, 'before' or 'over'; 'waiting' or 'nothing' when there are no choices, and
    'empty' when nobody gave one of them a dot."""
    if scene.stop is None:
        return "over" if scene.stop_index >= 0 else "before"
    if is_empty:
        return "empty"
    if choices_of(scene, options):
        return scene.stop.phase
    return "waiting" if BALLOT.is_open(scene) else "nothing"


def _told(rows: tuple[ChoiceView, ...], left: int, audience: Audience) -> tuple[ChoiceView, ...]:
    """What has been told of the result; the facilitator who tells it sees the rest too, marked as
    such."""
    if not any(row.place for row in rows):
        return rows
    places = telling.told(rows, left)
    if audience.screen != "tablet":
        return tuple(row for row in rows if row.place in places)
    return tuple(replace(row, is_told=row.place in places) for row in rows)


def _for_screen(
    scene: Scene, options: VotingOptions, audience: Audience, shared: VoteView
) -> VoteView:
    if audience.screen == "phone":
        return PhoneView(
            **vars(shared), budget=options.budget, max_per_choice=options.most_per_choice
        )
    voters = ballot.voters(scene)
    if audience.screen == "projector":
        return ProjectorView(**vars(shared), voters=voters)
    return TabletView(
        **vars(shared),
        voters=voters,
        people=len(scene.people),
        phoneless=phoneless(scene, lambda author: _given(scene, options, author)),
    )


def _given(scene: Scene, options: VotingOptions, author: str) -> str:
    """An author's dots in words: each choice they gave one, with how many."""
    dots = ballot.spent(scene, options, author)
    labels = {choice.id: choice.label for choice in choices_of(scene, options)}
    return " · ".join(f"{labels[choice]} {count}×" for choice, count in dots.items())


def tally(scene: Scene, options: VotingOptions) -> tuple[ChoiceView, ...]:
    """The choices; from the result phase on with totals, most dots first.

    Where nobody gave a dot, no choice has a place.
    """
    rows = [
        ChoiceView(choice.id, choice.label, choice.challenge)
        for choice in choices_of(scene, options)
    ]
    totals = ballot.totals(scene, options)
    if not totals:
        return _grouped(rows)
    return _ranked([replace(row, total=totals[row.id]) for row in rows])


def _ranked(rows: list[ChoiceView]) -> tuple[ChoiceView, ...]:
    """Most dots first, each with its place; choices with as many dots share it."""
    totals = sorted((row.total or 0 for row in rows), reverse=True)
    placed = (replace(row, place=1 + totals.index(row.total or 0)) for row in rows)
    return tuple(sorted(placed, key=lambda row: row.place))


def _grouped(rows: list[ChoiceView]) -> tuple[ChoiceView, ...]:
    """Choices of one challenge are together; the first of them has it as a heading."""
    challenges = list(dict.fromkeys(row.challenge for row in rows))
    grouped = sorted(rows, key=lambda row: challenges.index(row.challenge))
    before = ["", *(row.challenge for row in grouped)]
    return tuple(
        replace(row, heading=row.challenge) if row.challenge != above else row
        for row, above in zip(grouped, before, strict=False)
    )
