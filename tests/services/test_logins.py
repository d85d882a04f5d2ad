"""Logins: who is in, for how long, and how they get out, on both databases."""

from datetime import timedelta

import pytest
from sqlmodel import select

from plekberaad_app.domain.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.services import invitations, logins, taking_over
from plekberaad_app.services.permission import Driver, is_in_reach
from plekberaad_app.store.database import reading
from plekberaad_app.store.tables import InvitationRow, LoginRow
from tests.services.casting import NOW, PASSWORD, evening, facilitator
from tests.services.getting_in import begin, driver_of, other_library

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def anna(store, quick_hashes, own_settings) -> Driver:
    return facilitator("Anna", "De Linde")


@pytest.mark.parametrize("name", ["Anna", " anna ", "ANNA"])
def test_a_name_may_be_typed_with_or_without_capitals(name):
    begin()
    assert driver_of(logins.log_in(name, PASSWORD, NOW)).name == "Anna"


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Anna", "een andere zin"),
        ("Bea", PASSWORD),
        ("Bea", ""),
        ("", ""),
        ("\0", "\0"),
        ("x" * 99_999, "y"),
    ],
)
def test_a_wrong_login_never_says_what_was_wrong(name, password):
    begin()
    with pytest.raises(BadInput, match="login_wrong"):
        logins.log_in(name, password, NOW)


@pytest.mark.parametrize(
    ("age", "known"), [(timedelta(days=14, seconds=-1), True), (timedelta(days=14), False)]
)
def test_a_login_lasts_two_weeks(age, known):
    token = begin()
    assert (logins.who_drives(token, NOW + age) is not None) is known


def test_who_logged_out_is_nobody():
    token = begin()
    logins.log_out(token)
    assert logins.who_drives(token, NOW) is None
    logins.log_out("never seen")


@pytest.mark.parametrize("token", ["", "x", "\0", "x" * 100_000, "é"])
def test_a_made_up_cookie_is_nobody(token):
    begin()
    assert logins.who_drives(token, NOW) is None


def test_no_token_stands_in_the_database():
    token = begin()
    invitations.invite(driver_of(token), NOW)
    with reading() as db:
        rows = [*db.exec(select(LoginRow)), *db.exec(select(InvitationRow))]
    assert rows
    assert all(token not in row.token_hash for row in rows)


def test_a_driver_reaches_the_own_library_only():
    anna = driver_of(begin())
    live_session = evening(anna)
    assert is_in_reach(anna, live_session)
    assert not is_in_reach(other_library(), live_session)
    with pytest.raises(NotAllowed, match="not_your_library"):
        taking_over.make_takeover_pin(other_library(), live_session.id, NOW)


def test_a_facilitator_sees_the_own_devices_and_logs_another_out(anna):
    here, elsewhere = (logins.log_in("Anna", PASSWORD, NOW) for _ in range(2))
    shown = logins.devices(anna, here, NOW)
    assert sorted(login.is_here for login in shown) == [False, True]
    assert {login.since for login in shown} == {NOW}
    other = next(login for login in shown if not login.is_here)
    logins.log_out_device(anna, other.id, NOW)
    assert logins.who_drives(elsewhere, NOW) is None
    assert logins.who_drives(here, NOW)
    with pytest.raises(NotFound, match="login_gone"):
        logins.log_out_device(anna, other.id, NOW)


def test_nobody_sees_or_ends_the_logins_of_somebody_else(anna):
    token = logins.log_in("Anna", PASSWORD, NOW)
    (mine,) = logins.devices(anna, token, NOW)
    bea = facilitator("Bea", "De Eik")
    assert logins.devices(bea, "", NOW) == []
    with pytest.raises(NotFound, match="login_gone"):
        logins.log_out_device(bea, mine.id, NOW)
    assert logins.who_drives(token, NOW)
    assert logins.who_drives(mine.id, NOW) is None
