"""Accounts: invitations, passwords, logins and taking over, on both databases."""

from datetime import timedelta

import pytest
from sqlmodel import select

from plekberaad_app.domain.errors import BadInput, DomainError, NotAllowed, NotFound
from plekberaad_app.domain.evening import LiveSession
from plekberaad_app.services import accounts, passwords
from plekberaad_app.services.permission import Driver, is_in_reach
from plekberaad_app.store.database import reading
from plekberaad_app.store.tables import InvitationRow, LoginRow
from tests.services.casting import CODE, NOW, PASSWORD, evening, facilitator

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


def begin(name="Anna", library="De Linde") -> str:
    token = accounts.first_invitation(NOW)
    assert token
    return accounts.accept_invitation(token, library, name, PASSWORD, NOW)


def driver_of(token: str, now=NOW) -> Driver:
    driver = accounts.who_drives(token, now)
    assert driver
    return driver


@pytest.fixture
def anna(store, quick_hashes, own_settings) -> Driver:
    return facilitator("Anna", "De Linde")


def other_library() -> Driver:
    return Driver(name="Bea", library_id="other", facilitator_id="x")


def test_the_first_facilitator_names_the_library_and_is_logged_in():
    driver = driver_of(begin())
    assert driver.name == "Anna"
    assert accounts.library_of(driver) == "De Linde"
    assert driver.live_session_id == ""


def test_another_password_ends_every_login_of_that_person_and_of_nobody_else():
    anna = begin()
    link = accounts.invite(driver_of(anna), NOW)
    bea = accounts.accept_invitation(link, "", "Bea", PASSWORD, NOW)
    other_device = accounts.log_in("Anna", PASSWORD, NOW)
    accounts.set_password("ANNA ", "weer een lange zin")
    assert accounts.who_drives(anna, NOW) is None
    assert accounts.who_drives(other_device, NOW) is None
    assert driver_of(bea).name == "Bea"
    with pytest.raises(BadInput, match="login_wrong"):
        accounts.log_in("Anna", PASSWORD, NOW)
    assert driver_of(accounts.log_in("Anna", "weer een lange zin", NOW)).name == "Anna"


def test_a_password_that_is_refused_ends_no_login():
    anna = begin()
    for name, password, reason in [
        ("Anna", "kort", "password_too_short"),
        ("Anna", "x" * 201, "password_too_long"),
        ("Bea", "weer een lange zin", "facilitator_unknown"),
    ]:
        with pytest.raises(DomainError, match=reason):
            accounts.set_password(name, password)
    assert driver_of(anna).name == "Anna"


def test_there_is_no_first_invitation_once_somebody_can_log_in():
    begin()
    assert accounts.first_invitation(NOW) is None


def test_every_earlier_first_link_is_void_once_one_was_used():
    early = accounts.first_invitation(NOW)
    begin()
    with pytest.raises(NotFound, match="invitation_unknown"):
        accounts.accept_invitation(early or "", "B", "Bea", PASSWORD, NOW)


def test_an_invitation_works_once():
    token = accounts.first_invitation(NOW) or ""
    accounts.accept_invitation(token, "De Linde", "Anna", PASSWORD, NOW)
    with pytest.raises(NotFound, match="invitation_unknown"):
        accounts.accept_invitation(token, "De Linde", "Bea", PASSWORD, NOW)


@pytest.mark.parametrize(("age", "works"), [(24 * 3600 - 1, True), (24 * 3600, False)])
def test_an_invitation_is_valid_for_24_hours(age, works):
    token = accounts.first_invitation(NOW) or ""
    later = NOW + timedelta(seconds=age)
    assert (accounts.invitation_library(token, later) is not None) is works


def test_a_refused_password_leaves_the_invitation_open():
    token = accounts.first_invitation(NOW) or ""
    with pytest.raises(BadInput, match="password_too_short"):
        accounts.accept_invitation(token, "De Linde", "Anna", "1234567", NOW)
    assert accounts.accept_invitation(token, "De Linde", "Anna", "12345678", NOW)


def test_a_refused_library_name_leaves_the_invitation_open():
    token = accounts.first_invitation(NOW) or ""
    with pytest.raises(BadInput, match="name_empty"):
        accounts.accept_invitation(token, "  ", "Anna", PASSWORD, NOW)
    assert accounts.invitation_library(token, NOW) == ""


def test_an_endless_password_is_refused_before_it_is_hashed():
    with pytest.raises(BadInput, match="password_too_long"):
        passwords.hashed("x" * 201)
    assert passwords.hashed("x" * 200)


def test_a_colleague_joins_the_same_library_whatever_name_they_type():
    anna = driver_of(begin())
    token = accounts.invite(anna, NOW)
    assert accounts.invitation_library(token, NOW) == "De Linde"
    bea = driver_of(accounts.accept_invitation(token, "Iets anders", "Bea", PASSWORD, NOW))
    assert (bea.library_id, accounts.library_of(bea)) == (anna.library_id, "De Linde")


def test_two_people_cannot_log_in_under_one_name():
    token = accounts.invite(driver_of(begin("Anna")), NOW)
    with pytest.raises(BadInput, match="name_taken"):
        accounts.accept_invitation(token, "", "ANNA", PASSWORD, NOW)
    assert accounts.invitation_library(token, NOW) == "De Linde"


@pytest.mark.parametrize("name", ["Anna", " anna ", "ANNA"])
def test_a_name_may_be_typed_with_or_without_capitals(name):
    begin()
    assert driver_of(accounts.log_in(name, PASSWORD, NOW)).name == "Anna"


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
        accounts.log_in(name, password, NOW)


def test_a_password_with_an_accent_is_the_same_on_every_keyboard():
    assert passwords.is_right(passwords.hashed("caf\u00e9 linde"), "cafe\u0301 linde")


@pytest.mark.parametrize(
    ("age", "known"), [(timedelta(days=14, seconds=-1), True), (timedelta(days=14), False)]
)
def test_a_login_lasts_two_weeks(age, known):
    token = begin()
    assert (accounts.who_drives(token, NOW + age) is not None) is known


def test_who_logged_out_is_nobody():
    token = begin()
    accounts.log_out(token)
    assert accounts.who_drives(token, NOW) is None
    accounts.log_out("never seen")


@pytest.mark.parametrize("token", ["", "x", "\0", "x" * 100_000, "é"])
def test_a_made_up_cookie_is_nobody(token):
    begin()
    assert accounts.who_drives(token, NOW) is None


def test_no_token_stands_in_the_database():
    token = begin()
    accounts.invite(driver_of(token), NOW)
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
        accounts.make_takeover_pin(other_library(), live_session.id, NOW)


def test_a_pin_lets_another_device_drive_this_live_session_and_no_other():
    anna = driver_of(begin())
    live_session = evening(anna)
    pin = accounts.make_takeover_pin(anna, live_session.id, NOW)
    helper = driver_of(accounts.take_over("k7m 3xp", f"{pin[:3]} {pin[3:]}", NOW))
    assert (helper.live_session_id, helper.name) == (live_session.id, "Anna")
    assert is_in_reach(helper, live_session)
    other = LiveSession(id="other", code="C", library_id=anna.library_id, title="t")
    assert not is_in_reach(helper, other)
    with pytest.raises(NotAllowed, match="not_your_library"):
        accounts.invite(helper, NOW)


def wrong(pin: str) -> str:
    return f"{(int(pin) + 1) % 1_000_000:06d}"


def test_after_five_wrong_tries_the_pin_is_void():
    anna = driver_of(begin())
    pin = accounts.make_takeover_pin(anna, evening(anna).id, NOW)
    left = []
    for _ in range(5):
        with pytest.raises(BadInput, match="pin_wrong") as refusal:
            accounts.take_over(CODE, wrong(pin), NOW)
        left.append(refusal.value.values["left"])
    assert left == [4, 3, 2, 1, 0]
    with pytest.raises(NotAllowed, match="pin_void"):
        accounts.take_over(CODE, pin, NOW)


def test_the_right_pin_still_works_after_four_wrong_tries():
    anna = driver_of(begin())
    pin = accounts.make_takeover_pin(anna, evening(anna).id, NOW)
    for _ in range(4):
        with pytest.raises(BadInput):
            accounts.take_over(CODE, wrong(pin), NOW)
    assert accounts.take_over(CODE, pin, NOW)


@pytest.mark.parametrize(("age", "works"), [(1799, True), (1800, False)])
def test_a_pin_lives_for_half_an_hour(age, works):
    anna = driver_of(begin())
    pin = accounts.make_takeover_pin(anna, evening(anna).id, NOW)
    later = NOW + timedelta(seconds=age)
    if works:
        assert accounts.take_over(CODE, pin, later)
    else:
        with pytest.raises(NotAllowed, match="pin_void"):
            accounts.take_over(CODE, pin, later)


def test_a_new_pin_voids_the_one_before():
    anna = driver_of(begin())
    live_session = evening(anna)
    first = accounts.make_takeover_pin(anna, live_session.id, NOW)
    second = accounts.make_takeover_pin(anna, live_session.id, NOW)
    if first != second:
        with pytest.raises(BadInput, match="pin_wrong"):
            accounts.take_over(CODE, first, NOW)
    assert accounts.take_over(CODE, second, NOW)


@pytest.mark.parametrize("pin", ["", "\0", "12345", "x" * 100_000, "１２３４５６"])
def test_without_an_offer_no_pin_is_right(pin):
    evening(driver_of(begin()))
    with pytest.raises(NotAllowed, match="pin_void"):
        accounts.take_over(CODE, pin, NOW)


@pytest.mark.parametrize(
    ("code", "refusal"),
    [("", "code_unreadable"), ("K7M3XR", "code_unknown"), ("\0" * 6, "code_unreadable")],
)
def test_an_unknown_code_cannot_be_taken_over(code, refusal):
    with pytest.raises((BadInput, NotFound), match=refusal):
        accounts.take_over(code, "123456", NOW)


def test_a_facilitator_sees_the_own_devices_and_logs_another_out(anna):
    here, elsewhere = (accounts.log_in("Anna", PASSWORD, NOW) for _ in range(2))
    shown = accounts.logins(anna, here, NOW)
    assert sorted(login.is_here for login in shown) == [False, True]
    assert {login.since for login in shown} == {NOW}
    other = next(login for login in shown if not login.is_here)
    accounts.log_out_device(anna, other.id, NOW)
    assert accounts.who_drives(elsewhere, NOW) is None
    assert accounts.who_drives(here, NOW)
    with pytest.raises(NotFound, match="login_gone"):
        accounts.log_out_device(anna, other.id, NOW)


def test_nobody_sees_or_ends_the_logins_of_somebody_else(anna):
    token = accounts.log_in("Anna", PASSWORD, NOW)
    (mine,) = accounts.logins(anna, token, NOW)
    bea = facilitator("Bea", "De Eik")
    assert accounts.logins(bea, "", NOW) == []
    with pytest.raises(NotFound, match="login_gone"):
        accounts.log_out_device(bea, mine.id, NOW)
    assert accounts.who_drives(token, NOW)
    assert accounts.who_drives(mine.id, NOW) is None


def test_who_took_over_is_on_the_list_of_who_let_them_and_has_none(anna):
    live_session = evening(anna)
    pin = accounts.make_takeover_pin(anna, live_session.id, NOW)
    helper = accounts.require_login(accounts.take_over(CODE, pin, NOW), NOW)
    (shown,) = accounts.logins(anna, "", NOW)
    assert (shown.evening, shown.since) == (live_session.title, NOW)
    for refused in (
        lambda: accounts.logins(helper, "", NOW),
        lambda: accounts.log_out_device(helper, shown.id, NOW),
    ):
        with pytest.raises(NotAllowed):
            refused()
