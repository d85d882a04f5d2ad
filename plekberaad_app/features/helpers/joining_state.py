"""What somebody is asked who opens the link of a second facilitator."""

from dataclasses import dataclass

import reflex as rx

from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.helpers import joining
from plekberaad_app.room.identity import allows, route_part
from plekberaad_app.room.running import find_patiently


@dataclass(frozen=True)
class JoiningView:
    """`status`: '' (not loaded), 'asked' or 'void'."""

    status: str = ""
    name: str = ""
    title: str = ""


class JoiningState(rx.State):
    """Whoever holds the link may read on which evening they are asked to help."""

    asked: JoiningView = JoiningView()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Look up the link in the address of the page."""
        token = route_part(self)
        found = await find_patiently(self, token, joining.asked_by, token)
        if found.is_refused:
            self.asked = JoiningView("void")
        else:
            self.asked = JoiningView("asked", found.value.name, found.value.title)
