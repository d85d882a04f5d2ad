"""The page behind a one-time link: it says whose library it is, and asks no more than is needed."""

import pytest

from plekberaad_app.features.accounts import begin_state, invitations
from plekberaad_app.features.accounts.begin_state import BeginState, InvitationView
from plekberaad_app.platform.use_cases import now
from tests.casting import PASSWORD, new_facilitator

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.fixture
def open_link(monkeypatch):
    async def opened(token: str) -> InvitationView:
        monkeypatch.setattr(begin_state, "route_part", lambda _state: token)
        state = BeginState()
        await BeginState.event_handlers["enter"].fn(state)
        return state.invitation

    return opened


async def test_the_first_facilitator_is_asked_for_the_library(open_link):
    token = invitations.first_invitation(now())
    assert await open_link(token) == InvitationView("first")


async def test_a_colleague_sees_the_library_that_invites_them(open_link):
    token = invitations.invite(new_facilitator("Anna", "De Linde"), PASSWORD, now())
    assert await open_link(token) == InvitationView("colleague", "De Linde")


async def test_a_link_that_was_used_or_made_up_says_so(open_link):
    token = invitations.invite(new_facilitator("Anna", "De Linde"), PASSWORD, now())
    invitations.accept_invitation(token, "", "Bea", PASSWORD, now())
    for link in (token, "verzonnen", ""):
        assert await open_link(link) == InvitationView("void")
