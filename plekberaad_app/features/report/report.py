"""Builds the report of an evening: its results, and numbers about who attended."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from plekberaad_app.activities.contract.activity import Activity, Scene
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.report import Block, without_hidden
from plekberaad_app.activities.contract.stage import scene_of
from plekberaad_app.core import join_codes
from plekberaad_app.core.disclosure import told as told_count
from plekberaad_app.core.disclosure import told_cells, told_share
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.people import UNKNOWN, Habit, Kind
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.report.disclosed import told
from plekberaad_app.features.report.model import Presence, Report, StepReport
from plekberaad_app.features.report.uncovered import UncoveredBoard
from plekberaad_app.platform.database import evenings, live_sessions, retention
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator, require_facilitator
from plekberaad_app.room.closing import totals_of

_MINUTE = timedelta(minutes=1)


def report(
    facilitator: Facilitator, code: str, now: datetime, *, with_hidden: bool = False
) -> Report:
    """The report of the live session with this code, however it was typed.

    Raises BadInput('code_unreadable'), NotFound('code_unknown'), or NotAllowed when it belongs to
    another library.
    """
    readable = join_codes.normalise(code)
    with reading() as db:
        live_session = live_sessions.by_code(db, readable)
        require_facilitator(facilitator, live_session, Action.READ, Resource.REPORT)
        evening = evenings.around(db, live_session)
        kept_totals = retention.totals(db, live_session.id)
        return report_of(evening, kept_totals, now, with_hidden=with_hidden)


def report_of(
    evening: Evening, kept_totals: Mapping[str, Any], now: datetime, *, with_hidden: bool = False
) -> Report:
    """The report of an evening; `kept_totals` has the `totals_of` its people, stored at closing."""
    is_closed = evening.live_session.status is Status.CLOSED
    totals = kept_totals if is_closed and kept_totals else totals_of(evening.people)
    make = _with_hidden if with_hidden else _without_hidden
    return Report(
        live_session=evening.live_session,
        steps=tuple(make(evening, now)),
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
        people=told_count(totals["people"]),
        kinds=told_cells(kinds),
        habits=habits,
        newcomers=told_share(habits, Habit.NEVER.value, UNKNOWN),
    )


def _without_hidden(evening: Evening, now: datetime) -> Iterator[StepReport]:
    for activity, scene in _held(evening, now):
        yield _step_report(scene, told(without_hidden(activity.report(scene))))


def _with_hidden(evening: Evening, now: datetime) -> Iterator[StepReport]:
    # Activities leave out what is hidden; on this board they cannot see that anything is.
    board = UncoveredBoard(evening.board)
    for activity, scene in _held(replace(evening, board=board), now):
        yield _step_report(scene, told(activity.report(scene), board.hidden))


def _held(evening: Evening, now: datetime) -> Iterator[tuple[Activity, Scene]]:
    """Every step that the room has reached."""
    for step in evening.steps:
        scene = scene_of(evening, step, now)
        if scene.stop_index >= 0:
            yield activity_of(step.kind), scene


def _step_report(scene: Scene, blocks: tuple[Block, ...]) -> StepReport:
    length = sum((stop.length for stop in scene.stops), timedelta())
    return StepReport(scene.step.title, scene.step.kind, ceil(length / _MINUTE), blocks)
