"""Two libraries on one server, at the plain routes: no file, page or refusal tells of the other."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
from starlette.routing import Route

from plekberaad_app.features import discovery
from plekberaad_app.features.accounts import devices
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.room import admission
from tests.casting import CODE, NOW, OTHER_CODE, PASSWORD
from tests.features.asking import Asked
from tests.http_site import site
from tests.rooms import Room, open_room, room_full_of

WORD = "xylofoonplein"
# The way into a room is open to whoever has its code.
OF_THE_ROOM = Asked(for_the_code={"/m/{code}", "/d/{code}/meedoen"})
# What is asked of the routes of each feature, from its mirrored folder of tests.
ASKED = [
    OF_THE_ROOM,
    *(
        import_module(f"tests.features.{file.parent.name}.asked").ASKED
        for file in sorted((ROOT / "tests" / "features").glob("*/asked.py"))
    ),
]
FOR_THE_CODE = {path for asked in ASKED for path in asked.for_the_code}
FORMS = {path: form for asked in ASKED for path, form in asked.forms.items()}
FILES = sorted({path for asked in ASKED for path in asked.files})


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
        if isinstance(route, Route) and "{code}" in route.path and route.path not in FOR_THE_CODE
        for method in sorted((route.methods or set()) - {"HEAD"})
    ]


@pytest.mark.parametrize(("path", "method"), routes_with_a_code())
def test_no_route_tells_one_library_of_the_other(path: str, method: str, theirs: Room, bea):
    before = theirs.live_session.version
    form = FORMS.get(path) if method == "POST" else None
    answer = bea.request(method, path.replace("{code}", CODE), data=form)
    assert answer.status_code in (303, 403, 404)
    for word in (WORD, "De Linde", "Anna", "Mens 1"):
        assert word not in answer.text + str(answer.headers)
    assert theirs.live_session.version == before


@pytest.mark.parametrize("path", FILES)
def test_a_file_serves_who_may_and_tells_nobody_else_whether_there_is_such_a_room(
    path: str, theirs: Room, bea
):
    anna = site()
    anna.cookies.set(logins.COOKIE, devices.log_in("Anna", PASSWORD, datetime.now(UTC)))
    assert WORD in anna.get(path.replace("{code}", CODE)).text
    assert bea.get(path.replace("{code}", OTHER_CODE)).status_code == 200
    for code in (CODE, "ZZZZZZ"):
        answer = bea.get(path.replace("{code}", code))
        assert answer.headers["content-type"].startswith("text/plain")
        assert len(answer.text) < 200
