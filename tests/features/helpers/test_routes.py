"""From the link of a second facilitator to the tablet of one evening, and no further."""

import pytest

from plekberaad_app.core.rights import Role
from plekberaad_app.features.helpers import links
from plekberaad_app.features.helpers.model import Wanted
from plekberaad_app.platform import guessing, logins
from plekberaad_app.platform.guessing import FREE_MISSES, Guesses
from plekberaad_app.platform.use_cases import now
from tests.casting import CODE
from tests.room.test_admission_routes import asked_back


@pytest.fixture(autouse=True)
def fresh_guesses(monkeypatch):
    monkeypatch.setattr(guessing, "guesses", Guesses(clock=lambda: 0.0))


def link(anna, room, role: Role = Role.STAND_IN) -> str:
    """The path of a new link."""
    return links.hand_out(anna, room.id, [Wanted(role, "Bram")], now())[0].path


def steers(visitor):
    return logins.who_steers(visitor.cookies.get(logins.COOKIE, ""), now())


def test_a_tap_leads_to_the_tablet_as_somebody_who_steers_this_evening_alone(visitor, anna, room):
    response = visitor.post(link(anna, room))
    assert (response.status_code, response.headers["location"]) == (303, f"/begeleid/{CODE}")
    second = steers(visitor)
    assert second
    assert (second.name, second.role) == ("Bram", Role.STAND_IN)
    assert second.live_session_id == room.id
    for word in ("HttpOnly", "SameSite=lax", "Path=/"):
        assert word in response.headers["set-cookie"]


def test_to_look_at_the_link_logs_nobody_in(visitor, anna, room):
    assert visitor.get(link(anna, room)).status_code == 200
    assert not visitor.cookies


@pytest.mark.parametrize("token", ["x", "x" * 43, "%00", "é" * 43])
def test_a_link_that_nobody_made_is_void(visitor, anna, room, token):
    assert asked_back(visitor.post(f"/begeleider/{token}"))["fout"] == "link_gone"
    assert not visitor.cookies


def test_a_link_of_another_role_makes_no_login(visitor, anna, room):
    token = link(anna, room, Role.OBSERVER).rpartition("/")[2]
    assert asked_back(visitor.post(f"/begeleider/{token}"))["fout"] == "not_your_link"
    assert not visitor.cookies


def test_whoever_goes_on_guessing_is_asked_to_wait_and_the_right_link_still_opens(
    visitor, anna, room
):
    path = link(anna, room)
    assert visitor.post(path).status_code == 303
    visitor.cookies.clear()
    for number in range(2 * FREE_MISSES):
        guessing.guesses.missed("testclient", f"{number:043}")
    while guessing.guesses.turn("testclient", "x" * 43):
        """Every look-up in advance is used up."""
    refusal = asked_back(visitor.post("/begeleider/" + "y" * 43))["fout"]
    assert refusal == "too_many_tries"
    assert visitor.post(path).headers["location"] == f"/begeleid/{CODE}"
