"""What a facilitator changes about how they log in, as a browser sends it."""

import pytest

from plekberaad_app.features.accounts import devices
from plekberaad_app.platform import logins
from plekberaad_app.platform.use_cases import now
from tests.casting import PASSWORD
from tests.room.test_admission_routes import asked_back

ANOTHER = "vier wilde ganzen zwemmen"


@pytest.fixture
def token(visitor, anna):
    """The login of a browser in which Anna is logged in."""
    token = devices.log_in("Anna", PASSWORD, now())
    visitor.headers["cookie"] = f"{logins.COOKIE}={token}"
    return token


def change(visitor, present=PASSWORD, password=ANOTHER):
    return visitor.post("/mijn-login/wachtwoord", data={"present": present, "password": password})


def test_another_password_comes_with_another_cookie(visitor, token, anna):
    response = change(visitor)
    assert response.headers["location"] == "/mijn-login?gelukt=wachtwoord"
    after = response.cookies[logins.COOKIE]
    assert logins.who_steers(after, now()) == anna
    assert logins.who_steers(token, now()) is None
    assert devices.log_in("Anna", ANOTHER, now())


@pytest.mark.parametrize(
    ("present", "password", "reason"),
    [
        ("fout", ANOTHER, "password_wrong"),
        (PASSWORD, "kort", "password_too_short"),
        (PASSWORD, "wachtwoord wachtwoord", "password_easy"),
        (PASSWORD, "x" * 60_000, "password_too_long"),
    ],
)
def test_a_change_that_is_refused_says_why_and_brings_no_password_back(
    visitor, token, present, password, reason
):
    assert asked_back(change(visitor, present, password)) == {"fout": reason}
    assert devices.log_in("Anna", PASSWORD, now())


def test_anyone_who_is_not_logged_in_changes_nothing(visitor, anna):
    assert asked_back(change(visitor)) == {"fout": "not_logged_in"}
    assert devices.log_in("Anna", PASSWORD, now())
