"""The projector of a room: shows what the publisher sends, and sends nothing itself."""

import reflex as rx

from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.live.registry import room_registry
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.room import admission
from plekberaad_app.room.identity import allows, route_code
from plekberaad_app.room.link_entering import enter_by_link
from plekberaad_app.room.running import find_patiently
from plekberaad_app.room.screen_vars import ScreenVars
from plekberaad_app.room.views.common import GroupCard, NextStepCard, StageView, TableCard
from plekberaad_app.room.views.projector import ArrivalCard, ScreenView


class ProjectorState(ScreenVars, rx.State):
    """The vars are views; the publisher fills them."""

    tables: list[TableCard] = []
    groups: list[GroupCard] = []
    arrived: list[ArrivalCard] = []
    next_steps: list[NextStepCard] = []
    screen: ScreenView = ScreenView()
    writing_tables: list[int] = []

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Subscribe the socket to what is meant for the whole room."""
        code = route_code(self)
        found = await find_patiently(self, code, admission.find_room, code)
        if found.is_refused:
            self.stage = StageView(status="unknown")
            return
        # `?klein` is how the tablet looks at what the projector shows.
        is_picture = "klein" in self.router.url.query_parameters
        sid = self.router.session.session_id
        room_registry().enter(found.value.id, Viewer(sid, "projector", is_picture=is_picture))

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def observe(self) -> None:
        """Show the same to whoever has the link of an observer; it does not count as a
        projector."""
        await enter_by_link(self, "projector", Resource.SCREEN, is_picture=True)
