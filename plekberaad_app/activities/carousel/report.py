"""What a carousel leaves: per round and table the challenge, questions, ideas and next step."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from plekberaad_app.activities.carousel import next_steps, wall
from plekberaad_app.activities.carousel.faces import by_table
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.questions import QUESTION, questions_at
from plekberaad_app.activities.carousel.rounds import round_of
from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.report import NextStep, NextSteps, Quotes, Section
from plekberaad_app.core.contributions import Contribution


def report(scene: Scene, options: CarouselOptions) -> tuple[Section, ...]:
    """Every round that was held, at every table with an owner or with ideas.

    Hidden ideas are left out, and private ones until the facilitator has revealed them.
    """
    reached = (
        number for number in range(1, options.rounds + 1) if scene.has_reached("explain", number)
    )
    return tuple(
        made
        for number in reached
        if _was_held(scene, number)
        for made in _round(scene, options, number)
    )


def decided(scene: Scene) -> tuple[Section, ...]:
    """What `report` holds of next steps, without a look at the ideas."""
    recorded = scene.board.of_step(scene.step.id, next_steps.NEXT_STEP)
    places = {(item.round, item.table or 0) for item in recorded}
    return tuple(
        _decided_at(scene, number, table)
        for number, table in sorted(places)
        if scene.has_reached("explain", number)
    )


def _was_held(scene: Scene, number: int) -> bool:
    """A step that was skipped, or closed halfway, is over; its last rounds left nothing at all."""
    if scene.stop is not None:
        return True
    return any(
        item.round == number
        for kind in (QUESTION, wall.IDEA, next_steps.NEXT_STEP)
        for item in scene.board.of_step(scene.step.id, kind)
    )


def _round(scene: Scene, options: CarouselOptions, number: int) -> Iterator[Section]:
    ideas = [idea for idea in wall.IDEAS.readable(scene, options, number) if not idea.hidden]
    # A challenge can be taken off the list after its round; the ideas are still somebody's work.
    tables = {idea.table or 0 for idea in ideas} | set(round_of(scene, number).challenges)
    at_table = by_table(ideas)
    return (_at_table(scene, number, table, at_table.get(table, [])) for table in sorted(tables))


def _at_table(scene: Scene, number: int, table: int, ideas: list[Contribution]) -> Section:
    quotes = (Quotes.of(questions_at(scene, number, table), "question"), Quotes.of(ideas))
    found = _decided_at(scene, number, table)
    return replace(found, blocks=(*quotes, *found.blocks))


def _decided_at(scene: Scene, number: int, table: int) -> Section:
    challenge = round_of(scene, number).challenges.get(table)
    return Section(
        blocks=(_decided(next_steps.said_at(scene, number, table)),),
        round=number,
        table=table,
        about=challenge.told if challenge else "",
        owner=challenge.owner.name if challenge else "",
        owner_number=challenge.owner.number if challenge else 0,
    )


def _decided(said: Mapping[str, Any] | None) -> NextSteps:
    if said is None:
        return NextSteps()
    answers = (str(said.get(name) or "") for name in next_steps.LONGEST)
    return NextSteps((NextStep(*answers),))
