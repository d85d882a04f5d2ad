"""The second factor: set up, asked, used once, lost and taken away, on both databases."""

from datetime import datetime, timedelta

import pytest
from pyotp.totp import TOTP
from sqlmodel import select

from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.features.accounts import devices, invitations, second_factor
from plekberaad_app.platform import logins
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.database.tables import AuditEntryRow, RecoveryCodeRow, SecondFactorRow
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.room import takeover_pin
from tests.casting import CODE, NOW, PASSWORD, evening
from tests.getting_in import begin, facilitator_of
from tests.settings import overridden

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


class App:
    """Anna's app, with the key that her screen showed."""

    def __init__(self, token: str, at: datetime = NOW) -> None:
        self.totp = TOTP(second_factor.begin(token, PASSWORD, at).key)
        self.recovery = second_factor.confirm(token, self.code(at), at)

    def code(self, at: datetime) -> str:
        return self.totp.at(at)


LATER = NOW + timedelta(minutes=2)


def log_in(code: str, at: datetime = LATER) -> str:
    return second_factor.finish_login(devices.log_in("Anna", PASSWORD, at), code, at)


def test_anyone_who_switched_it_on_gets_in_with_password_and_code():
    app = App(begin())
    assert facilitator_of(log_in(app.code(LATER)), LATER).name == "Anna"


def test_the_password_alone_is_nobody_and_is_on_no_list():
    first = begin()
    App(first)
    halfway = devices.log_in("Anna", PASSWORD, NOW)
    assert logins.who_steers(halfway, NOW) is None
    assert logins.has_ended(halfway, NOW)
    (device,) = devices.devices(facilitator_of(first), first, NOW)
    assert device.is_here
    with reading() as db:
        done = [row.what for row in db.exec(select(AuditEntryRow))]
    assert done.count("log_in") == 1


def test_a_code_is_taken_once():
    app = App(begin())
    code = app.code(LATER)
    assert log_in(code)
    with pytest.raises(BadInput, match="code_wrong"):
        log_in(code)


def test_a_code_of_before_one_that_was_taken_is_refused():
    app = App(begin())
    log_in(app.code(LATER))
    with pytest.raises(BadInput, match="code_wrong"):
        log_in(app.code(LATER - timedelta(seconds=30)))
    assert log_in(app.code(LATER + timedelta(seconds=30)))


@pytest.mark.parametrize(
    ("seconds", "is_taken"), [(-31, False), (-30, True), (0, True), (59, True), (60, False)]
)
def test_an_app_may_be_half_a_minute_early_or_late(seconds, is_taken):
    """LATER is the first second of a half minute."""
    app = App(begin())
    code = app.code(LATER + timedelta(seconds=seconds))
    if is_taken:
        assert log_in(code)
    else:
        with pytest.raises(BadInput, match="code_wrong"):
            log_in(code)


def test_a_code_may_be_typed_with_a_space():
    app = App(begin())
    code = app.code(LATER)
    assert log_in(f" {code[:3]} {code[3:]} ")


@pytest.mark.parametrize("code", ["", "\0", "12345", "x" * 100_000, "１２３４５６", "é" * 10])
def test_what_is_no_code_lets_nobody_in(code):
    App(begin())
    with pytest.raises(BadInput, match="code_wrong"):
        log_in(code)


def test_trying_codes_slows_down(monkeypatch):
    app = App(begin())
    monkeypatch.setattr(second_factor, "_per_facilitator", Pace(3, 0))
    for _ in range(3):
        with pytest.raises(BadInput, match="code_wrong"):
            log_in("abcdef")
    with pytest.raises(BadInput, match="too_many_tries"):
        log_in(app.code(LATER))


def test_eight_recovery_codes_each_let_in_once_and_none_stands_in_the_database():
    app = App(begin())
    assert len(set(app.recovery)) == 8
    assert log_in(app.recovery[0].lower())
    assert log_in(app.recovery[7])
    for used in (app.recovery[0], app.recovery[7]):
        with pytest.raises(BadInput, match="code_wrong"):
            log_in(used)
    with reading() as db:
        kept = [row.code_hash for row in db.exec(select(RecoveryCodeRow))]
    assert len(kept) == 6
    assert not any(code.replace(" ", "") in "".join(kept) for code in app.recovery)


def test_the_key_of_the_app_is_not_in_the_database_and_another_secret_makes_another(tmp_path):
    token = begin()
    app = App(token)
    with reading() as db:
        (row,) = db.exec(select(SecondFactorRow))
    assert app.totp.secret not in str(row)
    with overridden(data=tmp_path, secret="t" * 32), pytest.raises(BadInput, match="code_wrong"):
        log_in(app.code(LATER))
    with overridden(data=tmp_path, secret="t" * 32):
        assert log_in(app.recovery[0])


def test_it_is_asked_only_after_a_first_right_code():
    token = begin()
    second_factor.begin(token, PASSWORD, NOW)
    with pytest.raises(BadInput, match="code_wrong"):
        second_factor.confirm(token, "000000x", NOW)
    assert facilitator_of(devices.log_in("Anna", PASSWORD, NOW))


def test_switching_on_asks_the_password_and_logs_out_the_other_devices():
    here, elsewhere = begin(), devices.log_in("Anna", PASSWORD, NOW)
    with pytest.raises(BadInput, match="password_wrong"):
        second_factor.begin(here, "een andere lange zin", NOW)
    App(here)
    assert facilitator_of(here)
    assert logins.who_steers(elsewhere, NOW) is None
    with pytest.raises(NotAllowed, match="second_factor_on"):
        second_factor.begin(here, PASSWORD, NOW)


def test_switching_off_takes_password_and_code():
    token = begin()
    app = App(token)
    with pytest.raises(BadInput, match="password_wrong"):
        second_factor.end(token, "een andere lange zin", app.code(LATER), LATER)
    with pytest.raises(BadInput, match="code_wrong"):
        second_factor.end(token, PASSWORD, "abcdef", LATER)
    second_factor.end(token, PASSWORD, app.code(LATER), LATER)
    assert facilitator_of(devices.log_in("Anna", PASSWORD, LATER), LATER)
    with reading() as db:
        assert [*db.exec(select(SecondFactorRow)), *db.exec(select(RecoveryCodeRow))] == []


def test_anyone_who_lost_the_phone_is_helped_at_the_command_line_and_logs_in_anew():
    token = begin()
    App(token)
    second_factor.take_away(" anna")
    assert logins.who_steers(token, NOW) is None
    assert facilitator_of(devices.log_in("Anna", PASSWORD, NOW))
    with pytest.raises(NotFound, match="facilitator_unknown"):
        second_factor.take_away("Bea")


def test_anyone_who_is_halfway_cannot_change_how_they_log_in():
    App(begin())
    halfway = devices.log_in("Anna", PASSWORD, NOW)
    for refused in (
        lambda: second_factor.standing(halfway, NOW),
        lambda: second_factor.begin(halfway, PASSWORD, NOW),
        lambda: second_factor.confirm(halfway, "123456", NOW),
        lambda: second_factor.end(halfway, PASSWORD, "123456", NOW),
    ):
        with pytest.raises(NotAllowed, match="not_logged_in"):
            refused()


def test_half_a_login_ends_after_a_quarter_of_an_hour():
    app = App(begin())
    halfway = devices.log_in("Anna", PASSWORD, NOW)
    late = NOW + timedelta(minutes=15)
    with pytest.raises(NotAllowed, match="not_logged_in"):
        second_factor.finish_login(halfway, app.code(late), late)


def test_a_whole_login_finishes_nothing():
    with pytest.raises(NotAllowed, match="not_logged_in"):
        second_factor.finish_login(begin(), "123456", NOW)


def test_anyone_who_took_over_shows_no_code_and_cannot_set_one_up():
    token = begin()
    App(token)
    anna = facilitator_of(token)
    pin = takeover_pin.make_takeover_pin(anna, evening(anna).id, NOW)
    helper = takeover_pin.take_over(CODE, pin, NOW)
    assert facilitator_of(helper)
    with pytest.raises(NotAllowed, match="not_your_library"):
        second_factor.standing(helper, NOW)


def test_where_it_is_required_who_has_none_sets_it_up_before_anything_else(tmp_path):
    first = begin()
    link = invitations.invite(facilitator_of(first), PASSWORD, NOW)
    with overridden(data=tmp_path, secret="s" * 32, require_second_factor=True):
        bea = invitations.accept_invitation(link, "", "Bea", PASSWORD, NOW)
        for token in (devices.log_in("Anna", PASSWORD, NOW), bea):
            assert logins.who_steers(token, NOW) is None
            assert second_factor.standing(token, NOW).must_set_up
            App(token)
            assert facilitator_of(token, NOW + timedelta(hours=1))
            assert not second_factor.standing(token, NOW).must_set_up
