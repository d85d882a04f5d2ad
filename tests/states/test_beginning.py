"""The page behind a one-time link: it says whose library it is, and asks no more than is needed."""

import pytest

from plekberaad_app.services import invitations
from plekberaad_app.services.asking import now
from plekberaad_app.states import beginning
from plekberaad_app.states.beginning import BeginState, InvitationView
from tests.services.casting import PASSWORD, facilitator, own_settings, quick_hashes

__all__ = ["own_settings", "quick_hashes"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.fixture
def open_link(monkeypatch):
    async def opened(token: str) -> InvitationView:
        monkeypatch.setattr(beginning, "route_part", lambda _state: token)
        state = BeginState()
        await BeginState.event_handlers["enter"].fn(state)
        return state.invitation

    return opened


async def test_the_first_facilitator_is_asked_for_the_library(open_link):
    token = invitations.first_invitation(now())
    assert await open_link(token) == InvitationView("first")


async def test_a_colleague_sees_the_library_that_invites_them(open_link):
    token = invitations.invite(facilitator("Anna", "De Linde"), PASSWORD, now())
    assert await open_link(token) == InvitationView("colleague", "De Linde")


async def test_a_link_that_was_used_or_made_up_says_so(open_link):
    token = invitations.invite(facilitator("Anna", "De Linde"), PASSWORD, now())
    invitations.accept_invitation(token, "", "Bea", PASSWORD, now())
    for link in (token, "verzonnen", ""):
        assert await open_link(link) == InvitationView("void")
