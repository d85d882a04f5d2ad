"""Logins: who is in, for how long, and how they get out, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.features.accounts import devices, invitations, tidying
from plekberaad_app.platform import logins
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.database.tables import InvitationRow, LoginRow
from plekberaad_app.platform.permissions import Facilitator, is_in_reach
from plekberaad_app.room import takeover_pin
from tests.casting import CODE, NOW, PASSWORD, evening, new_facilitator
from tests.getting_in import begin, facilitator_of, other_library

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def anna(store, quick_hashes, own_settings) -> Facilitator:
    return new_facilitator("Anna", "De Linde")


@pytest.mark.parametrize("name", ["Anna", " anna ", "ANNA"])
def test_a_name_may_be_typed_with_or_without_capitals(name):
    begin()
    assert facilitator_of(devices.log_in(name, PASSWORD, NOW)).name == "Anna"


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
        devices.log_in(name, password, NOW)


@pytest.mark.parametrize(
    ("age", "known"), [(timedelta(days=14, seconds=-1), True), (timedelta(days=14), False)]
)
def test_a_login_that_is_used_lasts_two_weeks(age, known):
    token = begin()
    for hours in range(6, 14 * 24, 6):
        assert logins.who_steers(token, NOW + timedelta(hours=hours))
    assert (logins.who_steers(token, NOW + age) is not None) is known


@pytest.mark.parametrize(
    ("unused", "known"), [(timedelta(hours=12, seconds=-1), True), (timedelta(hours=12), False)]
)
def test_a_login_that_nobody_uses_ends_after_twelve_hours(unused, known):
    token = begin()
    used = NOW + timedelta(hours=5)
    assert logins.who_steers(token, used)
    assert (logins.who_steers(token, used + unused) is not None) is known
    assert logins.has_ended(token, used + unused) is not known


def test_an_evening_in_which_somebody_taps_now_and_then_is_never_thrown_out():
    anna = facilitator_of(begin())
    pin = takeover_pin.make_takeover_pin(anna, evening(anna).id, NOW)
    token = takeover_pin.take_over(CODE, pin, NOW)
    for minutes in range(0, 24 * 60, 60):
        assert logins.who_steers(token, NOW + timedelta(minutes=minutes))


def test_a_screen_that_only_stands_open_is_no_use():
    token = begin()
    for hours in range(12):
        assert not logins.has_ended(token, NOW + timedelta(hours=hours))
    assert logins.has_ended(token, NOW + timedelta(hours=12))


@pytest.mark.parametrize(
    ("later", "stored"),
    [
        (timedelta(minutes=5, seconds=-1), timedelta(0)),
        (timedelta(minutes=5), timedelta(minutes=5)),
    ],
)
def test_use_is_written_down_once_in_five_minutes(later, stored):
    token = begin()
    assert logins.who_steers(token, NOW + later)
    with reading() as db:
        (row,) = db.exec(select(LoginRow))
    assert row.used_at == NOW + stored


def test_anyone_who_may_look_is_known_also_while_nothing_can_be_stored(monkeypatch):
    token = begin()

    def full(*_):
        raise OperationalError("", {}, Exception("database or disk is full"))

    monkeypatch.setattr(stored, "note_use", full)
    assert logins.who_steers(token, NOW + timedelta(hours=1))


def test_a_login_that_nobody_uses_is_forgotten_with_the_rest():
    used, _unused = begin(), devices.log_in("Anna", PASSWORD, NOW)
    logins.who_steers(used, NOW + timedelta(hours=6))
    tidying.forget_unused(NOW + timedelta(hours=12))
    with reading() as db:
        assert len(db.exec(select(LoginRow)).all()) == 1


def test_anyone_who_logged_out_is_nobody():
    token = begin()
    devices.log_out(token)
    assert logins.who_steers(token, NOW) is None
    devices.log_out("never seen")


@pytest.mark.parametrize("token", ["", "x", "\0", "x" * 100_000, "é"])
def test_a_made_up_cookie_is_nobody(token):
    begin()
    assert logins.who_steers(token, NOW) is None


def test_no_token_stands_in_the_database():
    token = begin()
    invitations.invite(facilitator_of(token), PASSWORD, NOW)
    with reading() as db:
        rows = [*db.exec(select(LoginRow)), *db.exec(select(InvitationRow))]
    assert rows
    assert all(token not in row.token_hash for row in rows)


def test_a_facilitator_reaches_the_own_library_only():
    anna = facilitator_of(begin())
    live_session = evening(anna)
    assert is_in_reach(anna, live_session)
    assert not is_in_reach(other_library(), live_session)
    with pytest.raises(NotAllowed, match="not_your_library"):
        takeover_pin.make_takeover_pin(other_library(), live_session.id, NOW)


def test_a_facilitator_sees_the_own_devices_and_logs_another_out(anna):
    here, elsewhere = (devices.log_in("Anna", PASSWORD, NOW) for _ in range(2))
    shown = devices.devices(anna, here, NOW)
    assert sorted(login.is_here for login in shown) == [False, True]
    assert {login.since for login in shown} == {NOW}
    other = next(login for login in shown if not login.is_here)
    with pytest.raises(BadInput, match="password_wrong"):
        devices.log_out_device(anna, other.id, "een andere lange zin", NOW)
    assert logins.who_steers(elsewhere, NOW)
    devices.log_out_device(anna, other.id, PASSWORD, NOW)
    assert logins.who_steers(elsewhere, NOW) is None
    assert logins.who_steers(here, NOW)
    with pytest.raises(NotFound, match="login_gone"):
        devices.log_out_device(anna, other.id, PASSWORD, NOW)


def test_nobody_sees_or_ends_the_logins_of_somebody_else(anna):
    token = devices.log_in("Anna", PASSWORD, NOW)
    (mine,) = devices.devices(anna, token, NOW)
    bea = new_facilitator("Bea", "De Eik")
    assert devices.devices(bea, "", NOW) == []
    with pytest.raises(NotFound, match="login_gone"):
        devices.log_out_device(bea, mine.id, PASSWORD, NOW)
    assert logins.who_steers(token, NOW)
    assert logins.who_steers(mine.id, NOW) is None
