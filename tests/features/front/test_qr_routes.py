"""A QR code for every page of an evening that somebody passes on."""

import pytest

from plekberaad_app.features.front.qr_routes import handed_on
from tests.casting import CODE
from tests.settings import overridden

PASSED_ON = {"m", "scherm", "meekijken", "begeleid", "verslag", "overnemen"}


def test_the_qr_is_a_picture_of_the_short_address(visitor, room, tmp_path):
    response = visitor.get(f"/qr/{CODE}.svg")
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.text.startswith("<?xml")
    assert "viewBox" in response.text
    with overridden(data=tmp_path, secret="s" * 32, public_url="https://plek.example"):
        assert visitor.get(f"/qr/{CODE}.svg").text != response.text


def test_every_page_that_is_handed_on_has_a_qr_of_its_own_and_no_other_page_has(visitor, room):
    drawn = {visitor.get(f"/qr/{page}/{CODE}.svg").text for page in handed_on()}
    assert len(drawn) == len(handed_on())
    assert visitor.get(f"/qr/m/{CODE}.svg").text == visitor.get(f"/qr/{CODE}.svg").text
    assert visitor.get(f"/qr/beheer/{CODE}.svg").status_code == 404


@pytest.mark.parametrize("code", ["K7M3XR", "hallo"])
def test_there_is_no_qr_of_no_room(visitor, code):
    assert visitor.get(f"/qr/{code}.svg").status_code == 404


def test_the_pages_whose_links_stand_on_screens_are_among_them():
    assert handed_on() >= PASSED_ON
