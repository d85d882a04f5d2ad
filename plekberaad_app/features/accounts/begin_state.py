"""What a one-time link is for: a new library with its first facilitator, or a colleague in one."""

from dataclasses import dataclass

import reflex as rx

from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.accounts import invitations
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.identity import allows, route_part
from plekberaad_app.room.running import run_patiently


@dataclass(frozen=True)
class InvitationView:
    """`status`: '' (not loaded), 'first' (creates a library), 'colleague', or 'void'."""

    status: str = ""
    library: str = ""


class BeginState(rx.State):
    """Whoever holds the link may read which library invites them."""

    invitation: InvitationView = InvitationView()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Look up the link in the address of the page."""
        found = await run_patiently(invitations.invitation_library, route_part(self), now())
        self.invitation = invitation_view(None if found.is_refused else found.value)


def invitation_view(library: str | None) -> InvitationView:
    """The state of a link, given the library it invites to (see invitations.invitation_library)."""
    if library is None:
        return InvitationView("void")
    return InvitationView("colleague", library) if library else InvitationView("first")
