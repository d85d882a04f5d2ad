"""Uploading a picture and showing it."""

import pytest

from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.room import programmes
from tests.casting import NOW, image, new_facilitator
from tests.features.accounts.test_login_routes import log_in
from tests.http_site import site
from tests.room.test_admission_routes import asked_back


@pytest.fixture
def evening(anna):
    return library_evenings.create(anna, About("Het plein"), NOW, template="short")


def welcome(facilitator, evening):
    return programmes.programme(facilitator, evening.code).steps[0]


def send(visitor, evening, step_id, content):
    path, files = f"/beeld?avond={evening.code}", {"image": ("foto.jpg", content)}
    return visitor.post(path, data={"step_id": step_id}, files=files)


def test_a_picture_lands_in_its_step_and_can_be_seen_by_all(visitor, anna, evening):
    log_in(visitor)
    response = send(visitor, evening, welcome(anna, evening).id, image())
    assert response.headers["location"] == f"/voorbereiden/{evening.code}"
    stored = welcome(anna, evening).options["image"]
    shown = site().get(f"/beeld/{stored}")
    assert shown.headers["content-type"] == "image/webp"
    assert "immutable" in shown.headers["cache-control"]
    assert shown.headers["x-content-type-options"] == "nosniff"


def test_a_picture_may_be_the_body_itself(visitor, anna):
    log_in(visitor)
    response = visitor.post("/beeld", content=image(), headers={"content-type": "image/png"})
    assert response.status_code == 201
    assert visitor.get(f"/beeld/{response.json()['id']}").status_code == 200


def test_without_login_nothing_is_taken(visitor):
    response = visitor.post("/beeld", content=image(), headers={"content-type": "image/png"})
    assert (response.status_code, response.json()) == (403, {"error": "not_logged_in"})


def test_another_librarys_step_gets_no_picture(visitor, anna, evening):
    new_facilitator("Bea", "De Eik")
    log_in(visitor, name="Bea")
    response = send(visitor, evening, welcome(anna, evening).id, image())
    assert asked_back(response)["fout"] == "not_your_library"
    assert welcome(anna, evening).options["image"] == ""


def test_a_step_that_shows_no_picture_gets_none(visitor, anna, evening):
    log_in(visitor)
    carousel = programmes.programme(anna, evening.code).steps[1]
    assert asked_back(send(visitor, evening, carousel.id, image()))["fout"] == "bad_input"
    assert programmes.programme(anna, evening.code).steps[1] == carousel


def test_what_is_no_picture_comes_back_with_the_reason(visitor, anna, evening):
    log_in(visitor)
    response = send(visitor, evening, welcome(anna, evening).id, b"<svg/>")
    assert response.headers["location"].startswith(f"/voorbereiden/{evening.code}?")
    assert asked_back(response)["fout"] == "image_unreadable"


def test_a_picture_too_large_to_be_read_comes_back_with_the_reason(visitor, anna, evening):
    log_in(visitor)
    response = send(visitor, evening, welcome(anna, evening).id, b"\0" * 6_000_000)
    assert response.headers["location"].startswith(f"/voorbereiden/{evening.code}?")
    assert asked_back(response)["fout"] == "image_too_large"


def test_more_than_five_megabytes_is_not_read_to_the_end(visitor, anna):
    log_in(visitor)
    sent = []

    def endless():
        while len(sent) < 100:
            sent.append(1)
            yield b"\0" * 1_000_000

    response = visitor.post("/beeld", content=endless(), headers={"content-type": "image/png"})
    assert (response.status_code, response.json()) == (400, {"error": "image_too_large"})


def test_a_form_without_picture_is_refused(visitor, anna):
    log_in(visitor)
    assert visitor.post("/beeld", data={"x": "y"}).json() == {"error": "image_unreadable"}


@pytest.mark.parametrize("image_id", ["x", "%00", "x" * 2000])
def test_an_unknown_picture_is_not_found(visitor, image_id):
    response = visitor.get(f"/beeld/{image_id}")
    assert (response.status_code, response.content) == (404, b"")
