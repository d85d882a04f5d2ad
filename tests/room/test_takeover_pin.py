"""Taking over an evening with a PIN, on both databases."""

from datetime import timedelta

import pytest

from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.features.accounts import devices, invitations
from plekberaad_app.platform import logins
from plekberaad_app.platform.permissions import Facilitator, is_in_reach
from plekberaad_app.room import takeover_pin
from tests.casting import CODE, NOW, PASSWORD, evening, new_facilitator
from tests.getting_in import begin, facilitator_of

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def anna(store, quick_hashes, own_settings) -> Facilitator:
    return new_facilitator("Anna", "De Linde")


def test_a_pin_lets_another_device_drive_this_live_session_and_no_other():
    anna = facilitator_of(begin())
    live_session = evening(anna)
    pin = takeover_pin.make_takeover_pin(anna, live_session.id, NOW)
    helper = facilitator_of(takeover_pin.take_over("k7m 3xp", f"{pin[:3]} {pin[3:]}", NOW))
    assert (helper.live_session_id, helper.name) == (live_session.id, "Anna")
    assert is_in_reach(helper, live_session)
    other = LiveSession(id="other", code="C", library_id=anna.library_id, title="t")
    assert not is_in_reach(helper, other)
    with pytest.raises(NotAllowed, match="not_your_library"):
        invitations.invite(helper, PASSWORD, NOW)


def wrong(pin: str) -> str:
    return f"{(int(pin) + 1) % 1_000_000:06d}"


def test_after_five_wrong_tries_the_pin_is_void():
    anna = facilitator_of(begin())
    pin = takeover_pin.make_takeover_pin(anna, evening(anna).id, NOW)
    left = []
    for _ in range(5):
        with pytest.raises(BadInput, match="pin_wrong") as refusal:
            takeover_pin.take_over(CODE, wrong(pin), NOW)
        left.append(refusal.value.values["left"])
    assert left == [4, 3, 2, 1, 0]
    with pytest.raises(NotAllowed, match="pin_void"):
        takeover_pin.take_over(CODE, pin, NOW)


def test_the_right_pin_still_works_after_four_wrong_tries():
    anna = facilitator_of(begin())
    pin = takeover_pin.make_takeover_pin(anna, evening(anna).id, NOW)
    for _ in range(4):
        with pytest.raises(BadInput):
            takeover_pin.take_over(CODE, wrong(pin), NOW)
    assert takeover_pin.take_over(CODE, pin, NOW)


@pytest.mark.parametrize(("age", "works"), [(1799, True), (1800, False)])
def test_a_pin_lives_for_half_an_hour(age, works):
    anna = facilitator_of(begin())
    pin = takeover_pin.make_takeover_pin(anna, evening(anna).id, NOW)
    later = NOW + timedelta(seconds=age)
    if works:
        assert takeover_pin.take_over(CODE, pin, later)
    else:
        with pytest.raises(NotAllowed, match="pin_void"):
            takeover_pin.take_over(CODE, pin, later)


def test_a_new_pin_voids_the_one_before():
    anna = facilitator_of(begin())
    live_session = evening(anna)
    first = takeover_pin.make_takeover_pin(anna, live_session.id, NOW)
    second = takeover_pin.make_takeover_pin(anna, live_session.id, NOW)
    if first != second:
        with pytest.raises(BadInput, match="pin_wrong"):
            takeover_pin.take_over(CODE, first, NOW)
    assert takeover_pin.take_over(CODE, second, NOW)


@pytest.mark.parametrize("pin", ["", "\0", "12345", "x" * 100_000, "１２３４５６"])
def test_without_an_offer_no_pin_is_right(pin):
    evening(facilitator_of(begin()))
    with pytest.raises(NotAllowed, match="pin_void"):
        takeover_pin.take_over(CODE, pin, NOW)


@pytest.mark.parametrize(
    ("code", "refusal"),
    [("", "code_unreadable"), ("K7M3XR", "code_unknown"), ("\0" * 6, "code_unreadable")],
)
def test_an_unknown_code_cannot_be_taken_over(code, refusal):
    with pytest.raises((BadInput, NotFound), match=refusal):
        takeover_pin.take_over(code, "123456", NOW)


def test_anyone_who_took_over_is_on_the_list_of_whoever_let_them_and_has_none(anna):
    live_session = evening(anna)
    pin = takeover_pin.make_takeover_pin(anna, live_session.id, NOW)
    helper = logins.require_login(takeover_pin.take_over(CODE, pin, NOW), NOW)
    (shown,) = devices.devices(anna, "", NOW)
    assert (shown.evening, shown.since) == (live_session.title, NOW)
    for refused in (
        lambda: devices.devices(helper, "", NOW),
        lambda: devices.log_out_device(helper, shown.id, PASSWORD, NOW),
    ):
        with pytest.raises(NotAllowed):
            refused()
