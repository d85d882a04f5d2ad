"""Beginning a quick session: an evening of one step, which runs at once."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.discovery import quick_form
from plekberaad_app.activities.contract.stage import blocking
from plekberaad_app.core.contributions import MemoryBoard
from plekberaad_app.core.errors import StaleCommand
from plekberaad_app.core.evening import Evening, LiveSession, Status
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.evenings import MAX_TITLE, About, create_with
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import Facilitator, require_right
from plekberaad_app.room import projector_display, steering
from plekberaad_app.room.programme_edits import new_step


def begin(
    facilitator: Facilitator, kind: str, form: Any, now: datetime, *, live_session_id: str = ""
) -> LiveSession:
    """A running evening of one step of this kind, set as the form says.

    The projector shows how to join until the room goes on, or something else is chosen for it.
    If the form is sent again with the same `live_session_id`, that evening is returned. Raises
    NotFound('activity_unknown'), BadInput, NotAllowed, and why a room could not begin this.
    """
    require_right(facilitator, Action.ADD, Resource.EVENING)
    asked = quick_form(kind)
    step = new_step(kind, text(f"{kind}.title"), asked.read(form))
    _require_that_it_can_begin(step, now)
    about = About(_shortened(asked.about(form)), starts_at=now)
    made = create_with(facilitator, about, (step,), now, live_session_id=live_session_id)
    if made.status is Status.LOBBY:
        # Sent twice at the same time, the other began it.
        with suppress(StaleCommand):
            steering.steer(facilitator, made.id, "next", made.steering, now)
            projector_display.show(facilitator, made.id, "join")
    return made


def _require_that_it_can_begin(step: Step, now: datetime) -> None:
    """Before anything is stored, so that nothing is left of what is refused."""
    nobody = LiveSession("", code="", library_id="", title="")
    if held := blocking(Evening(nobody, (step,), (), (), MemoryBoard()), now):
        raise held.refusal


def _shortened(question: str) -> str:
    return question if len(question) <= MAX_TITLE else f"{question[: MAX_TITLE - 1].rstrip()}…"
