"""Invitations: how somebody becomes a facilitator, on both databases."""

from datetime import timedelta

import pytest
from sqlmodel import select

from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.features.accounts import invitations
from plekberaad_app.platform import logins
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.database.tables import InvitationRow
from tests.casting import NOW, PASSWORD
from tests.getting_in import begin, facilitator_of

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


def test_the_first_facilitator_names_the_library_and_is_logged_in():
    facilitator = facilitator_of(begin())
    assert facilitator.name == "Anna"
    assert logins.library_of(facilitator) == "De Linde"
    assert facilitator.live_session_id == ""


def test_there_is_no_first_invitation_once_somebody_can_log_in():
    begin()
    assert invitations.first_invitation(NOW) is None


def test_every_earlier_first_link_is_void_once_one_was_used():
    early = invitations.first_invitation(NOW)
    begin()
    with pytest.raises(NotFound, match="invitation_unknown"):
        invitations.accept_invitation(early or "", "B", "Bea", PASSWORD, NOW)


def test_an_invitation_works_once():
    token = invitations.first_invitation(NOW) or ""
    invitations.accept_invitation(token, "De Linde", "Anna", PASSWORD, NOW)
    with pytest.raises(NotFound, match="invitation_unknown"):
        invitations.accept_invitation(token, "De Linde", "Bea", PASSWORD, NOW)


@pytest.mark.parametrize(("age", "works"), [(24 * 3600 - 1, True), (24 * 3600, False)])
def test_an_invitation_is_valid_for_24_hours(age, works):
    token = invitations.first_invitation(NOW) or ""
    later = NOW + timedelta(seconds=age)
    assert (invitations.invitation_library(token, later) is not None) is works


def test_a_refused_password_leaves_the_invitation_open():
    token = invitations.first_invitation(NOW) or ""
    with pytest.raises(BadInput, match="password_too_short"):
        invitations.accept_invitation(token, "De Linde", "Anna", "kort", NOW)
    assert invitations.accept_invitation(token, "De Linde", "Anna", PASSWORD, NOW)


def test_a_refused_library_name_leaves_the_invitation_open():
    token = invitations.first_invitation(NOW) or ""
    with pytest.raises(BadInput, match="name_empty"):
        invitations.accept_invitation(token, "  ", "Anna", PASSWORD, NOW)
    assert invitations.invitation_library(token, NOW) == ""


def test_a_colleague_joins_the_same_library_whatever_name_they_type():
    anna = facilitator_of(begin())
    token = invitations.invite(anna, PASSWORD, NOW)
    assert invitations.invitation_library(token, NOW) == "De Linde"
    bea = facilitator_of(invitations.accept_invitation(token, "Iets anders", "Bea", PASSWORD, NOW))
    assert (bea.library_id, logins.library_of(bea)) == (anna.library_id, "De Linde")


def test_two_people_cannot_log_in_under_one_name():
    token = invitations.invite(facilitator_of(begin("Anna")), PASSWORD, NOW)
    with pytest.raises(BadInput, match="name_taken"):
        invitations.accept_invitation(token, "", "ANNA", PASSWORD, NOW)
    assert invitations.invitation_library(token, NOW) == "De Linde"


@pytest.mark.parametrize("password", ["", "een andere lange zin", "x" * 201])
def test_without_the_password_a_login_invites_nobody(password):
    anna = facilitator_of(begin())
    with pytest.raises(BadInput):
        invitations.invite(anna, password, NOW)
    with reading() as db:
        assert [row for row in db.exec(select(InvitationRow)) if not row.used_at] == []
