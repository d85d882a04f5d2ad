"""Whatever asks for a room by its code counts as a guess when there is no such room."""

import pytest

from plekberaad_app.platform import guessing
from plekberaad_app.platform.guessing import FREE_MISSES, Guesses
from plekberaad_app.room import lookup
from tests.http_site import site

WAYS = {
    "the code typed": ("POST", "/meedoen", {"code": "ZZZZZZ"}),
    "the link in a QR": ("GET", "/m/ZZZZZZ", None),
    "the QR itself": ("GET", "/qr/ZZZZZZ.svg", None),
    "checking in": ("POST", "/d/ZZZZZZ/meedoen", {"name": "Sam"}),
    "one's own data": ("GET", "/mijn-gegevens/ZZZZZZ/gegevens.json", None),
    "erasing oneself": ("POST", "/mijn-gegevens/ZZZZZZ/wissen", {"ideas": "keep"}),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_code_that_is_not_there_is_a_miss_of_its_address(visitor, room, monkeypatch, way):
    guesses = Guesses()
    monkeypatch.setattr(guessing, "guesses", guesses)
    for number in range(FREE_MISSES):
        guesses.missed("testclient", f"dead {number}")
    warned: list[bool] = []
    monkeypatch.setattr(lookup, "warn_of_guessing", lambda: warned.append(True))
    method, path, form = WAYS[way]
    site().request(method, path, data=form)
    assert len(warned) == 1
