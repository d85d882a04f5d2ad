"""Getting in as facilitator, and staying out as anybody else."""

import pytest
from pyotp.totp import TOTP

from plekberaad_app.features.accounts import devices, invitations, login_routes, second_factor
from plekberaad_app.platform import logins
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import takeover_pin
from tests.casting import CODE, PASSWORD
from tests.room.test_admission_routes import asked_back
from tests.settings import overridden

COOKIE = logins.COOKIE


def log_in(visitor, **changed):
    return visitor.post("/inloggen", data={"name": "Anna", "password": PASSWORD} | changed)


def facilitator(visitor):
    return logins.who_steers(visitor.cookies.get(COOKIE, ""), now())


def test_anyone_who_logs_in_gets_a_cookie_that_no_script_can_read(visitor, anna):
    response = log_in(visitor)
    assert (response.status_code, response.headers["location"]) == (303, "/voorbereiden")
    assert facilitator(visitor) == anna
    for word in ("HttpOnly", "SameSite=lax", "Path=/"):
        assert word in response.headers["set-cookie"]


def test_after_login_comes_the_evening_that_was_asked_for(visitor, anna):
    assert log_in(visitor, naar="k7m3xp").headers["location"] == f"/begeleid/{CODE}"


@pytest.mark.parametrize("after", ["https://evil.example", "//evil.example", "/x", "javascript:1"])
def test_login_leads_to_no_other_place(visitor, anna, after):
    assert log_in(visitor, naar=after).headers["location"] == "/voorbereiden"


@pytest.mark.parametrize(
    "changed", [{"password": "fout"}, {"name": "Bea"}, {"name": "\0"}, {"password": ""}]
)
def test_a_wrong_login_brings_the_name_back_and_never_the_password(visitor, anna, changed):
    response = log_in(visitor, naar=CODE, **changed)
    name = changed.get("name", "Anna")
    assert asked_back(response) == {"fout": "login_wrong", "name": name, "naar": CODE}
    assert COOKIE not in visitor.cookies


def test_guessing_at_one_name_slows_down(visitor, anna, monkeypatch):
    monkeypatch.setattr(login_routes, "_per_name", Pace(2, 0))
    for _ in range(2):
        log_in(visitor, password="fout")
    assert asked_back(log_in(visitor))["fout"] == "too_many_tries"


def test_guessing_from_one_address_slows_down(visitor, anna, monkeypatch):
    monkeypatch.setattr(login_routes, "_per_address", Pace(2, 0))
    for name in ("a", "b"):
        log_in(visitor, name=name)
    assert asked_back(log_in(visitor))["fout"] == "too_many_tries"


def test_a_header_that_anyone_can_send_does_not_make_another_address(visitor, anna, monkeypatch):
    monkeypatch.setattr(login_routes, "_per_address", Pace(1, 0))
    log_in(visitor)
    response = visitor.post("/inloggen", data={}, headers={"x-forwarded-for": "192.0.2.7"})
    assert asked_back(response)["fout"] == "too_many_tries"


def test_behind_our_own_proxy_its_word_counts(visitor, anna, monkeypatch, tmp_path):
    monkeypatch.setattr(login_routes, "_per_address", Pace(1, 0))
    with overridden(data=tmp_path, secret="s" * 32, trusted_proxy_hops=1):
        for address in ("192.0.2.7", "192.0.2.8"):
            headers = {"x-forwarded-for": f"192.0.2.99, {address}"}
            response = visitor.post("/inloggen", data={"name": "x"}, headers=headers)
            assert asked_back(response)["fout"] == "login_wrong"


def test_anyone_who_logs_out_is_nobody_with_the_same_cookie(visitor, anna):
    log_in(visitor)
    token = visitor.cookies[COOKIE]
    response = visitor.post("/uitloggen")
    assert response.headers["location"] == "/"
    assert COOKIE not in visitor.cookies
    assert logins.who_steers(token, now()) is None


def test_the_first_facilitator_begins_by_the_link(visitor):
    token = invitations.first_invitation(now())
    data = {"library_name": "De Linde", "name": "Anna", "password": PASSWORD}
    response = visitor.post(f"/begin/{token}", data=data)
    assert response.headers["location"] == "/voorbereiden"
    found = facilitator(visitor)
    assert found
    assert found.name == "Anna"


def test_a_password_that_is_too_short_brings_the_names_back(visitor):
    token = invitations.first_invitation(now())
    names = {"library_name": "De Linde", "name": "Anna"}
    response = visitor.post(f"/begin/{token}", data=names | {"password": "kort"})
    assert response.headers["location"].startswith(f"/begin/{token}?")
    assert asked_back(response) == {"fout": "password_too_short", **names}


@pytest.mark.parametrize("token", ["x", "%00", "x" * 2000])
def test_a_made_up_link_begins_nothing(visitor, token):
    data = {"library_name": "L", "name": "A", "password": PASSWORD}
    assert asked_back(visitor.post(f"/begin/{token}", data=data))["fout"] == "invitation_unknown"


def test_another_device_takes_over_with_the_pin(visitor, anna, room):
    pin = takeover_pin.make_takeover_pin(anna, room.id, now())
    response = visitor.post("/overnemen/k7m3xp", data={"pin": pin})
    assert response.headers["location"] == f"/begeleid/{CODE}"
    found = facilitator(visitor)
    assert found
    assert found.live_session_id == room.id


@pytest.mark.parametrize("pin", ["", "000000x", "\0", "9" * 1000])
def test_a_wrong_pin_lets_nobody_in(visitor, anna, room, pin):
    takeover_pin.make_takeover_pin(anna, room.id, now())
    assert asked_back(visitor.post(f"/overnemen/{CODE}", data={"pin": pin})) == {
        "fout": "pin_wrong"
    }
    assert COOKIE not in visitor.cookies


def test_trying_pins_of_one_room_slows_down(visitor, anna, room, monkeypatch):
    monkeypatch.setattr(login_routes, "_per_room", Pace(1, 0))
    visitor.post(f"/overnemen/{CODE}", data={"pin": "1"})
    response = visitor.post(f"/overnemen/{CODE}", data={"pin": "1"})
    assert asked_back(response)["fout"] == "too_many_tries"


def test_taking_over_no_room_leads_back(visitor):
    assert (
        asked_back(visitor.post("/overnemen/hallo", data={"pin": "1"}))["fout"] == "code_unreadable"
    )


def with_second_factor(token):
    """Anna's app and its recovery codes, switched on from this login."""
    app = TOTP(second_factor.begin(token, PASSWORD, now()).key)
    second_factor.confirm(token, app.now(), now())
    return app


def test_anyone_who_has_a_second_factor_is_asked_the_code_and_nobody_until_then(visitor, anna):
    app = with_second_factor(devices.log_in("Anna", PASSWORD, now()))
    response = log_in(visitor, naar=CODE)
    assert response.headers["location"] == f"/inloggen/code?naar={CODE}"
    assert facilitator(visitor) is None
    wrong = visitor.post("/inloggen/code", data={"code": "12345", "naar": CODE})
    assert wrong.headers["location"].startswith("/inloggen/code?")
    assert asked_back(wrong) == {"fout": "code_wrong", "naar": CODE}
    half = visitor.cookies[COOKIE]
    code = app.at(now(), counter_offset=1)
    right = visitor.post("/inloggen/code", data={"code": code, "naar": CODE})
    assert right.headers["location"] == f"/begeleid/{CODE}"
    assert (facilitator(visitor), visitor.cookies[COOKIE] != half) == (anna, True)


def test_a_code_without_a_password_before_leads_to_the_login(visitor, anna):
    response = visitor.post("/inloggen/code", data={"code": "123456"})
    assert response.headers["location"] == "/inloggen?fout=not_logged_in"


def test_where_a_second_factor_is_required_the_login_leads_to_setting_it_up(
    visitor, anna, tmp_path
):
    with overridden(data=tmp_path, secret="s" * 32, require_second_factor=True):
        assert log_in(visitor).headers["location"] == "/mijn-login"
        assert facilitator(visitor) is None


def test_the_door_for_facilitators_leads_on_for_whoever_is_logged_in_and_to_the_login_for_others(
    visitor, anna
):
    assert visitor.get("/begeleider").headers["location"] == "/inloggen"
    log_in(visitor)
    assert visitor.get("/begeleider").headers["location"] == "/voorbereiden"


def test_a_browser_that_logs_in_again_is_one_device_on_the_list(visitor, anna):
    for _ in range(2):
        log_in(visitor)
    (device,) = devices.devices(anna, visitor.cookies[COOKIE], now())
    assert device.is_here
