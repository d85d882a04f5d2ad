"""The screen of an artist: shows what the publisher sends, and sends nothing itself."""

import reflex as rx

from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.live.clock_view import ClockView
from plekberaad_app.room.identity import allows
from plekberaad_app.room.link_entering import enter_by_link
from plekberaad_app.room.views.artist import ArtistView
from plekberaad_app.room.views.common import RoomView, StageView


class ArtistState(rx.State):
    """The vars are views; the publisher fills them."""

    room: RoomView = RoomView()
    stage: StageView = StageView()
    clock: ClockView = ClockView()
    artist: ArtistView = ArtistView()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Show the programme to whoever has the link of an artist."""
        await enter_by_link(self, "artist", Resource.PROGRAMME)
