"""A quick session at the desk: one form for each activity that needs no more than a question."""

from typing import Any

import reflex as rx

from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.quick_session import quick_session
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.act_requests import read_id
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, as_facilitator
from plekberaad_app.room.running import run


class QuickSessionState(Answering, rx.State):
    """Holds nothing but what is told about a form."""

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Forget what was told before."""
        self.reset()

    @rx.event
    @allows(Action.ADD, Resource.EVENING)
    async def begin(self, kind: str, form: dict[str, Any]) -> Any:
        """Begin a session, once per id of the form, and go to its tablet."""
        begun = await run(as_facilitator(self, _begin), str(kind), form)
        self._tell(begun, form=str(kind))
        return None if begun.is_refused else rx.redirect(f"/begeleid/{begun.value.code}")


def _begin(who: Facilitator, kind: str, form: Any) -> LiveSession:
    session_id = read_id(read_text(form, "id"))
    return quick_session.begin(who, kind, form, now(), live_session_id=session_id)
