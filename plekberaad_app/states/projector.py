"""The projector of a room: shows what the publisher sends and asks nothing."""

import reflex as rx

from plekberaad_app.domain.rights import Action, Thing
from plekberaad_app.live.house import house
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.live.views.common import NextStepCard, StageView, TableCard
from plekberaad_app.live.views.projector import ArrivalCard, ScreenView
from plekberaad_app.services import arriving
from plekberaad_app.states.identity import allows, route_code
from plekberaad_app.states.running import find_patiently
from plekberaad_app.states.screen_vars import ScreenVars


class ProjectorState(ScreenVars, rx.State):
    """The vars are views; the publisher fills them."""

    tables: list[TableCard] = []
    arrived: list[ArrivalCard] = []
    next_steps: list[NextStepCard] = []
    screen: ScreenView = ScreenView()

    @rx.event
    @allows(Action.LOOK, Thing.ENTRANCE)
    async def enter(self) -> None:
        """Let the socket hear what is meant for the whole room."""
        code = route_code(self)
        found = await find_patiently(self, code, arriving.find_room, code)
        if found.is_refused:
            self.stage = StageView(status="unknown")
            return
        # `?klein` is how the tablet looks at what the projector shows.
        is_picture = "klein" in self.router.url.query_parameters
        sid = self.router.session.session_id
        house().enter(found.value.id, Viewer(sid, "projector", is_picture=is_picture))
