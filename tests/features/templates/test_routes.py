"""Programmes as files over HTTP: downloaded, and taken in."""

import json

import pytest

from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.templates import MAX_FILE, own_templates
from plekberaad_app.features.templates.programme_file import read, written
from plekberaad_app.room import programmes
from tests.casting import NOW, new_facilitator
from tests.features.accounts.test_login_routes import log_in
from tests.room.test_admission_routes import asked_back


@pytest.fixture
def evening(anna):
    about = About("Het plein: =1+1", minutes_available=150)
    return library_evenings.create(anna, about, NOW)


def names(facilitator):
    return [each.name for each in own_templates.own_templates(facilitator)]


def send(visitor, content: bytes):
    return visitor.post("/sjablonen", files={"file": ("programma.json", content)})


def test_the_programme_of_an_evening_is_a_file_that_another_library_takes_in(
    visitor, anna, evening
):
    bea = new_facilitator("Bea", "De Eik")
    log_in(visitor)
    answer = visitor.get(f"/voorbereiden/{evening.code}/programma.json")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "Programma Het plein" in answer.headers["content-disposition"]
    assert read(answer.content).steps == programmes.programme(anna, evening.code).steps
    log_in(visitor, name="Bea")
    assert send(visitor, answer.content).headers["location"] == "/sjablonen"
    assert names(bea) == ["Het plein: =1+1"]
    assert names(anna) == []


def test_a_template_is_a_file_too_for_its_own_library(visitor, anna, evening):
    own_templates.keep(anna, evening.id, "Onze avond", NOW)
    (template,) = own_templates.own_templates(anna)
    log_in(visitor)
    address = f"/sjablonen/{template.id}.json"
    assert read(visitor.get(address).content).name == "Onze avond"
    new_facilitator("Bea", "De Eik")
    log_in(visitor, name="Bea")
    assert visitor.get(address).status_code == 404
    assert visitor.get("/sjablonen/onbekend.json").status_code == 404


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_unreadable"),
        (b"{}", "file_foreign"),
        (b"x" * (MAX_FILE + 1), "file_too_large"),
        (b"x" * (MAX_FILE * 10), "file_too_large"),
        (json.dumps({"format": "plekberaad-programma", "version": 2}).encode(), "file_newer"),
    ],
    ids=["empty", "foreign", "large", "huge", "newer"],
)
def test_what_cannot_be_taken_in_is_told_and_changes_nothing(visitor, anna, content, code):
    log_in(visitor)
    assert asked_back(send(visitor, content))["fout"] == code
    assert names(anna) == []


def test_a_form_without_a_file_is_told_so(visitor, anna):
    log_in(visitor)
    assert asked_back(visitor.post("/sjablonen", data={"x": "y"}))["fout"] == "file_unreadable"


def test_without_login_nothing_is_given_and_nothing_taken(visitor, anna, evening):
    content = written("Onze avond", programmes.programme(anna, evening.code).steps)
    assert asked_back(send(visitor, content))["fout"] == "not_logged_in"
    assert visitor.get(f"/voorbereiden/{evening.code}/programma.json").status_code == 403
    assert names(anna) == []
