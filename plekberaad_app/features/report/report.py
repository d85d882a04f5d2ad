"""The report of an evening: what it yielded, and as much about who was there as may be told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.report import Block, Counts, Quote, Section, without_hidden
from plekberaad_app.activities.contract.stage import scene_of
from plekberaad_app.core import join_codes
from plekberaad_app.core.disclosure import told, told_cells, told_share
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.people import UNKNOWN, Habit, Kind
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.report.model import (
    IdeaLine,
    Presence,
    Report,
    RoundReport,
    StepReport,
)
from plekberaad_app.features.report.uncovered import UncoveredBoard
from plekberaad_app.platform.database import evenings, live_sessions, retention
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Driver, require_driver
from plekberaad_app.room.closing import totals_of


def report(driver: Driver, code: str, now: datetime, *, with_hidden: bool = False) -> Report:
    """The report of the live session with this code, however it was typed.

    Raises BadInput('code_unreadable'), NotFound('code_unknown'), or NotAllowed when it belongs to
    another library.
    """
    readable = join_codes.normalise(code)
    with reading() as db:
        live_session = live_sessions.by_code(db, readable)
        require_driver(driver, live_session, Action.READ, Resource.REPORT)
        evening = evenings.around(db, live_session)
        kept_totals = retention.totals(db, live_session.id)
        return report_of(evening, kept_totals, now, with_hidden=with_hidden)


def report_of(
    evening: Evening, kept_totals: Mapping[str, Any], now: datetime, *, with_hidden: bool = False
) -> Report:
    """The report of an evening; `kept_totals` is what closing left of its people (`totals_of`)."""
    is_closed = evening.live_session.status is Status.CLOSED
    totals = kept_totals if is_closed and kept_totals else totals_of(evening.people)
    make = _with_hidden if with_hidden else _without_hidden
    steps = (make(step, scene_of(evening, step, now)) for step in evening.steps)
    return Report(
        live_session=evening.live_session,
        steps=tuple(step for step in steps if step.rounds or step.choices),
        presence=_presence(totals),
        has_hidden=with_hidden,
    )


def _presence(totals: Mapping[str, Any]) -> Presence:
    known = totals["residents"] + totals["professionals"]
    kinds = {
        Kind.RESIDENT.value: totals["residents"],
        Kind.PROFESSIONAL.value: totals["professionals"],
        UNKNOWN: totals["people"] - known,
    }
    habits = told_cells(totals["habits"])
    return Presence(
        people=told(totals["people"]),
        kinds=told_cells(kinds),
        habits=habits,
        newcomers=told_share(habits, Habit.NEVER.value, UNKNOWN),
    )


def _without_hidden(step: Step, scene: Scene) -> StepReport:
    return _step_report(step, without_hidden(activity_of(step.kind).report(scene)), frozenset())


def _with_hidden(step: Step, scene: Scene) -> StepReport:
    # An activity leaves out what was hidden; it cannot see that on an uncovered board.
    board = UncoveredBoard(scene.board)
    blocks = activity_of(step.kind).report(replace(scene, board=board))
    return _step_report(step, blocks, board.hidden)


def _step_report(step: Step, blocks: Sequence[Block], hidden: Collection[str]) -> StepReport:
    found = [block for block in blocks if isinstance(block, Section)]
    counts = [block for block in blocks if isinstance(block, Counts)]
    rounds = (_round_report(section, hidden) for section in found)
    return StepReport(
        title=step.title,
        kind=step.kind,
        rounds=tuple(sorted(rounds, key=lambda found: (found.round, found.table))),
        choices=tuple(row for each in counts for row in each.rows),
        question=counts[0].question if counts else "",
    )


def _round_report(section: Section, hidden: Collection[str]) -> RoundReport:
    return RoundReport(
        round=section.round,
        table=section.table,
        challenge=section.about,
        owner=section.owner,
        ideas=_lines(section.ideas, hidden),
        next_step=section.next_step,
        questions=_lines(section.questions, hidden),
    )


def _lines(quotes: Iterable[Quote], hidden: Collection[str]) -> tuple[IdeaLine, ...]:
    found = [_idea_line(quote, hidden) for quote in quotes]
    phases = list(dict.fromkeys(line.phase for line in found))
    # Within a minute by the alphabet: who knows in which order people wrote learns nothing.
    return tuple(
        sorted(found, key=lambda line: (phases.index(line.phase), line.written_at, line.text))
    )


def _idea_line(quote: Quote, hidden: Collection[str]) -> IdeaLine:
    return IdeaLine(
        text=quote.text,
        phase=quote.phase,
        table=quote.table,
        written_at=quote.written_at.replace(second=0, microsecond=0),
        is_marked=quote.is_marked,
        is_hidden=quote.id in hidden,
        answer=quote.answer,
        is_open=quote.is_open,
    )
