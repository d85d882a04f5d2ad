"""What is still to do to the programmes of evenings."""

from collections.abc import Mapping, Sequence

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import Step
from plekberaad_app.core.schedule import minutes_left
from plekberaad_app.platform.database import programmes
from plekberaad_app.platform.database.engine import Reader
from plekberaad_app.platform.feature import Todo
from plekberaad_app.platform.i18n.catalogue import text


def fits(db: Reader, live_sessions: Sequence[LiveSession]) -> Mapping[str, Sequence[Todo]]:
    """Whether each programme fits in the time that there is."""
    steps = programmes.of_many(db, [each.id for each in live_sessions])
    return {each.id: [_fits(each, steps[each.id])] for each in live_sessions}


def _fits(live_session: LiveSession, steps: tuple[Step, ...]) -> Todo:
    how = _how(live_session.minutes_available, steps)
    there = f"/voorbereiden/{live_session.code}"
    return Todo(text(f"programme.todo.{how}"), how == "fits", there, place=30)


def _how(minutes_available: int | None, steps: tuple[Step, ...]) -> str:
    if not steps:
        return "empty"
    if minutes_available is None:
        return "no_length"
    return "fits" if minutes_left(timeline_of(steps), minutes_available) >= 0 else "too_long"
