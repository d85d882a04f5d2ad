"""What phone, projector and tablet see of a carousel."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plekberaad_app.activities.carousel import lines, next_steps, resting, wall
from plekberaad_app.activities.carousel.ideas import REVIEWING
from plekberaad_app.activities.carousel.lines import name_of
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.questions import questions_at
from plekberaad_app.activities.carousel.rounds import Round, number_now, round_of
from plekberaad_app.activities.carousel.views import (
    AskedView,
    LeftView,
    OwnerView,
    PhoneView,
    ProjectorView,
    Reviewer,
    StepView,
    TabletView,
    TableView,
    TurnView,
)
from plekberaad_app.activities.contract.activity import Audience, Face, Scene, Script
from plekberaad_app.activities.contract.capabilities import ForWhom
from plekberaad_app.core.contributions import Board, Contribution
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.pending_review import held

# What somebody does with their phone, or with their feet.
_ASKS = frozenset(
    {
        ("owner", "explain"),
        ("owner", "review"),
        ("owner", "next_step"),
        ("thinker", "questions"),
        ("thinker", "ideas"),
    }
)


def face(scene: Scene, options: CarouselOptions, audience: Audience) -> Face:
    """What an audience sees next to its wall."""
    if audience.screen == "phone":
        return _phone(scene, options, audience)
    is_tablet = audience.screen == "tablet"
    return Face(
        line=lines.line(scene, options, audience, None, 0),
        view=_tablet(scene, options) if is_tablet else _projector(scene, options),
        script=Script.under(f"carousel.script.{lines.phase_now(scene)}") if is_tablet else None,
    )


def _phone(scene: Scene, options: CarouselOptions, audience: Audience) -> Face:
    number, table = number_now(scene), audience.table or 0
    challenge = round_of(scene, number).challenges.get(table)
    go_to = _go_to(scene, number, audience)
    return Face(
        asks=go_to > 0 or (audience.role, lines.phase_now(scene)) in _ASKS,
        line=lines.line(scene, options, audience, challenge, go_to),
        view=PhoneView(
            owner=name_of(challenge.owner) if challenge else "",
            challenge=challenge.told if challenge else "",
            owner_number=challenge.owner.number if challenge else 0,
            next_owner=_next_owner_for(scene, number, audience),
            is_open=audience.role == "thinker" and scene.has_reached("ideas", number),
            is_private=wall.IDEAS.is_secret(scene, options, number),
            go_to=go_to,
            next_step=_next_step(scene, number, table),
            questions=_asked(scene, number, table) if audience.role == "owner" else (),
        ),
    )


def _projector(scene: Scene, options: CarouselOptions) -> ProjectorView:
    number = number_now(scene)
    ideas = _written(scene.board, scene.step.id, number).shown
    owners = (
        OwnerView(
            table=table,
            owner=turn.owner,
            challenge=turn.challenge,
            next_owner=turn.next_owner,
            next_step=_next_step(scene, number, table),
            questions=_unanswered(scene, number, table),
            ideas=ideas[table],
        )
        for table, turn in _turns_of(scene, number).items()
    )
    return ProjectorView(tuple(owners), ideas.total(), wall.IDEAS.is_secret(scene, options, number))


def _tablet(scene: Scene, options: CarouselOptions) -> TabletView:
    number = number_now(scene)
    laid = round_of(scene, number)
    return TabletView(
        is_private=options.is_private,
        is_revealed=options.is_private and not wall.IDEAS.is_secret(scene, options, number),
        left=tuple(LeftView(table, resting.rests(scene, number, table)) for table in laid.left),
        reviewers=_reviewers_without_phone(scene, number),
        unchosen=_unchosen(scene, options, number),
        phoneless=_phoneless(scene, laid),
        tables=tuple(
            _table(scene, number, laid, turn) for turn in _turns_of(scene, number).values()
        ),
    )


def _table(scene: Scene, number: int, laid: Round, turn: TurnView) -> TableView:
    table, challenge = turn.table, laid.challenges[turn.table]
    written = _written(scene.board, scene.step.id, number)
    return TableView(
        table=table,
        owner=turn.owner,
        next_owner=turn.next_owner,
        owner_number=challenge.owner.number,
        challenge=challenge.sentence,
        held=challenge.held,
        ideas=written.shown[table],
        silent=max(len(laid.thinkers.get(table, ())) - len(written.heard.get(table, ())), 0),
        next_step=_next_step_state(scene, number, table),
        questions=_asked(scene, number, table, with_hidden=True),
    )


def _reviewers_without_phone(scene: Scene, number: int) -> dict[str, Reviewer]:
    """Per table, the owner who is going through the ideas now and for whom the tablet has to
    mark."""
    if lines.phase_now(scene) not in REVIEWING:
        return {}
    return {
        str(table): Reviewer(challenge.owner.number, name_of(challenge.owner))
        for table, challenge in round_of(scene, number).challenges.items()
        if not challenge.owner.has_phone
    }


def _phoneless(scene: Scene, laid: Round) -> tuple[ForWhom, ...]:
    """People for whom somebody else types, and at which table they sit in this round."""
    return tuple(
        ForWhom(person.number, name_of(person), laid.seat(person)[0] or 0)
        for person in scene.people
        if not person.has_phone
    )


def _unchosen(scene: Scene, options: CarouselOptions, number: int) -> tuple[int, ...]:
    """The tables that have ideas to choose from now but have chosen none of them."""
    if lines.phase_now(scene) != "review":
        return ()
    chosen: dict[int, bool] = {}
    for idea in wall.IDEAS.readable(scene, options, number):
        if not idea.hidden and not idea.withdrawn:
            table = idea.table or 0
            chosen[table] = chosen.get(table, False) or idea.payload["marked"]
    tables = round_of(scene, number).challenges
    return tuple(table for table in tables if chosen.get(table) is False)


def _turns_of(scene: Scene, number: int) -> Mapping[int, TurnView]:
    """Per table, who has the turn and who is next."""
    return _turns(round_of(scene, number), round_of(scene, number + 1))


@memoized(64)
def _turns(now: Round, following: Round) -> Mapping[int, TurnView]:
    return {
        table: TurnView(
            table=table,
            owner=name_of(challenge.owner),
            challenge=challenge.told,
            next_owner=_next_owner(now, following, table),
        )
        for table, challenge in now.challenges.items()
    }


def _next_owner(now: Round, following: Round, table: int) -> str:
    """Who is owner at this table in the next round, if that is somebody else."""
    here, there = now.challenges.get(table), following.challenges.get(table)
    if there is None or (here is not None and here.id == there.id):
        return ""
    return name_of(there.owner)


def _next_owner_for(scene: Scene, number: int, audience: Audience) -> str:
    """Whom the people behind these phones meet next; '' if they go to different tables."""
    table = audience.table or 0
    now, following = round_of(scene, number), round_of(scene, number + 1)
    thinkers = now.thinkers.get(table, ())
    if audience.role != "thinker" or not thinkers:
        return _next_owner(now, following, table)
    tables = {following.tables.get(person.id, 0) for person in thinkers}
    owners = {following.challenges.get(there) for there in tables}
    owner = owners.pop() if len(owners) == 1 else None
    return name_of(owner.owner) if owner else ""


def _go_to(scene: Scene, number: int, audience: Audience) -> int:
    """This table while people are still on their way to it, else 0."""
    if audience.role != "thinker" or number == 1 or lines.phase_now(scene) != "explain":
        return 0
    table = audience.table or 0
    before = round_of(scene, number - 1).tables
    thinkers = round_of(scene, number).thinkers.get(table, ())
    has_walkers = any(before.get(person.id, table) != table for person in thinkers)
    return table if has_walkers else 0


def _next_step(scene: Scene, number: int, table: int) -> StepView | None:
    found = next_steps.said_at(scene, number, table)
    return None if found is None else _said(found)


@memoized(256)
def _said(payload: Mapping[str, Any]) -> StepView:
    return StepView(**payload)


def _next_step_state(scene: Scene, number: int, table: int) -> str:
    found = next_steps.said_at(scene, number, table)
    if found is None:
        return ""
    return "not_yet" if found.get("not_yet") else "done"


def _asked(
    scene: Scene, number: int, table: int, *, with_hidden: bool = False
) -> tuple[AskedView, ...]:
    """The questions to an owner, without any trace of the people who asked them."""
    found = questions_at(scene, number, table, with_hidden=with_hidden)
    return tuple(_question(question) for question in found)


@memoized(1024)
def _question(question: Contribution) -> AskedView:
    return AskedView(
        id=question.id,
        text=question.payload["text"],
        hidden=question.hidden,
        held=held(question),
        answered=question.payload["answered"],
    )


def _unanswered(scene: Scene, number: int, table: int) -> int:
    """How many typed questions are unanswered, while it is time for questions."""
    if lines.phase_now(scene) != "questions":
        return 0
    return sum(not each.answered for each in _asked(scene, number, table))


def by_table(ideas: Iterable[Contribution]) -> dict[int, list[Contribution]]:
    """Ideas by the number of their table, in order of arrival."""
    tables: dict[int, list[Contribution]] = {}
    for idea in ideas:
        tables.setdefault(idea.table or 0, []).append(idea)
    return tables


@dataclass(frozen=True, slots=True)
class _Written:
    """Of a round, per table: how many ideas are shown, and whose they are.

    A note 'for the table' is nobody's.
    """

    shown: Counter[int]
    heard: Mapping[int, set[str]]


@memoized(16)
def _written(board: Board, step_id: str, number: int) -> _Written:
    shown, heard = Counter[int](), defaultdict[int, set[str]](set)
    for idea in board.of_step(step_id, wall.IDEA):
        if idea.round == number:
            table = idea.table or 0
            shown[table] += not idea.hidden
            if idea.on_behalf != "table":
                heard[table].add(idea.author)
    return _Written(shown, heard)
