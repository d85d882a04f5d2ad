"""Two libraries on one server, at the plain routes: no file, page or refusal tells of the other."""

from datetime import UTC, datetime

import pytest
from starlette.routing import Route

from plekberaad_app.features import discovery
from plekberaad_app.features.accounts import devices
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.room import admission
from tests.casting import CODE, NOW, OTHER_CODE, PASSWORD
from tests.http_site import site
from tests.rooms import Room, open_room, room_full_of

WORD = "xylofoonplein"
# The way into a room is open to whoever has its code.
FOR_WHO_HAS_THE_CODE = {"/m/{code}", "/d/{code}/meedoen", "/qr/{code}.svg", "/qr/{page}/{code}.svg"}


@pytest.fixture
def theirs(sqlite_store, own_settings, quick_hashes) -> Room:
    """An evening of De Linde, full of one word."""
    return room_full_of(WORD)


@pytest.fixture
def bea(theirs: Room):
    """The browser of a facilitator of De Eik, who is in her own room with a phone as well."""
    open_room((), "Bea", "De Eik", OTHER_CODE)
    browser = site()
    browser.cookies.set(logins.COOKIE, devices.log_in("Bea", PASSWORD, datetime.now(UTC)))
    key = admission.check_in(OTHER_CODE, "Bea", "", "", NOW)
    for code in (CODE, OTHER_CODE):
        browser.cookies.set(participant_cookie(code), key)
    return browser


def routes_with_a_code() -> list[tuple[str, str]]:
    return [
        (route.path, method)
        for route in discovery.routes()
        if isinstance(route, Route)
        and "{code}" in route.path
        and route.path not in FOR_WHO_HAS_THE_CODE
        for method in sorted((route.methods or set()) - {"HEAD"})
    ]


@pytest.mark.parametrize(("path", "method"), routes_with_a_code())
def test_no_route_tells_one_library_of_the_other(path: str, method: str, theirs: Room, bea):
    before = theirs.live_session.version
    form = {"pin": "000000", "ideas": "take"} if method == "POST" else None
    answer = bea.request(method, path.replace("{code}", CODE), data=form)
    assert answer.status_code in (303, 403)
    for word in (WORD, "De Linde", "Anna", "Mens 1"):
        assert word not in answer.text + str(answer.headers)
    assert theirs.live_session.version == before


def test_the_same_routes_serve_who_may(theirs: Room, bea):
    anna = site()
    anna.cookies.set(logins.COOKIE, devices.log_in("Anna", PASSWORD, datetime.now(UTC)))
    assert WORD in anna.get(f"/verslag/{CODE}/ideeen.csv").text
    assert bea.get(f"/verslag/{OTHER_CODE}/ideeen.csv").status_code == 200


def test_a_made_up_code_and_one_of_another_library_are_refused_in_words_that_tell_nothing(
    theirs: Room, bea
):
    for code in (CODE, "ZZZZZZ"):
        answer = bea.get(f"/verslag/{code}/verslag.json")
        assert answer.headers["content-type"].startswith("text/plain")
        assert len(answer.text) < 200
