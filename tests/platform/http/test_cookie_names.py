"""Behind https cookies have names that only this host can set; in the room they are plain."""

import pytest

from plekberaad_app.features.accounts import devices
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.use_cases import now
from tests.casting import CODE, PASSWORD
from tests.settings import overridden

ANSWERS = {"name": "Sam", "kind": "", "habit": ""}


@pytest.fixture
def https(tmp_path, anna):
    with overridden(data=tmp_path, secret="s" * 32, public_url="https://plekberaad.example"):
        yield


def log_in(visitor):
    return visitor.post("/inloggen", data={"name": "Anna", "password": PASSWORD})


@pytest.mark.usefixtures("https")
def test_behind_https_a_login_has_a_name_of_this_host_alone(visitor, anna):
    cookie = log_in(visitor).headers["set-cookie"]
    name, token = cookie.split(";")[0].split("=")
    assert name == "__Host-plekberaad_begeleider" == logins.cookie()
    assert {"Secure", "Path=/", "HttpOnly"} <= {part.strip() for part in cookie.split(";")}
    assert "domain" not in cookie.casefold()
    out = visitor.post("/uitloggen", headers={"cookie": f"{name}={token}"})
    assert logins.who_steers(token, now()) is None
    # A browser takes nothing under this name that is not secure, also no end of it.
    gone = out.headers["set-cookie"]
    assert gone.startswith(f'{name}=""')
    assert "Secure" in gone


@pytest.mark.usefixtures("https")
def test_behind_https_the_plain_name_that_another_site_could_set_counts_for_nothing(visitor, anna):
    token = devices.log_in("Anna", PASSWORD, now())
    visitor.post("/uitloggen", headers={"cookie": f"{logins.COOKIE}={token}"})
    assert logins.who_steers(token, now()) == anna


@pytest.mark.usefixtures("https")
def test_behind_https_a_phone_keeps_its_key_under_such_a_name(visitor, room):
    answer = visitor.post(f"/d/{CODE}/meedoen", data=ANSWERS)
    name, key = answer.headers["set-cookie"].split(";")[0].split("=", 1)
    assert name == f"__Host-plekberaad_{CODE}" == participant_cookie(CODE)
    headers = {"cookie": f"{name}={key}"}
    again = visitor.post(f"/d/{CODE}/meedoen", data=ANSWERS, headers=headers)
    assert again.headers["set-cookie"].split(";")[0] == f"{name}={key}"
    # Who has a key is given no other.
    assert "set-cookie" not in visitor.get(f"/d/{CODE}", headers=headers).headers


def test_in_the_room_the_names_are_plain(visitor, anna):
    assert log_in(visitor).headers["set-cookie"].startswith("plekberaad_begeleider=")
    assert participant_cookie(CODE) == f"plekberaad_{CODE}"
