"""A library's own templates: kept, used, renamed and deleted, and nobody else's."""

from dataclasses import replace

import pytest

from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed, NotFound
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.pictures import pictures
from plekberaad_app.features.templates import offered, own_templates
from plekberaad_app.platform import logins
from plekberaad_app.platform.database.templates import OwnTemplate
from plekberaad_app.room import programme_edits, programmes, takeover_pin
from plekberaad_app.room.step_words import Told
from plekberaad_app.room.stretching import minutes_of
from tests.casting import NOW, image, new_facilitator


@pytest.fixture
def anna(store, quick_hashes, own_settings):
    return new_facilitator("Anna", "De Linde")


@pytest.fixture
def bea(store, quick_hashes, own_settings):
    return new_facilitator("Bea", "De Eik")


@pytest.fixture
def evening(anna):
    return library_evenings.create(anna, About("Plein", minutes_available=150), NOW)


def steps(facilitator, evening):
    return programmes.programme(facilitator, evening.code).steps


def kept(anna, evening, name="Onze avond") -> OwnTemplate:
    own_templates.keep(anna, evening.id, name, NOW)
    return next(each for each in own_templates.own_templates(anna) if each.name == name)


def begun_with(anna, template, minutes=None):
    about = About("Een andere avond", minutes_available=minutes)
    return library_evenings.create(anna, about, NOW, template=f"own.{template.id}")


def content(steps):
    return [(step.kind, step.title, dict(step.script)) for step in steps]


def test_an_evening_begins_with_what_was_kept_of_another(anna, evening):
    first, *_ = steps(anna, evening)
    script = {"show": {"say": "Dag allemaal!"}}
    programme_edits.edit_step(anna, evening.id, first.id, told=Told("Inloop", "Fenna", script))
    template = kept(anna, evening)
    assert offered(anna)[0].title == "Onze avond"
    made = begun_with(anna, template)
    assert content(steps(anna, made)) == content(steps(anna, evening))
    assert {step.id for step in steps(anna, made)}.isdisjoint(
        step.id for step in steps(anna, evening)
    )
    assert made.minutes_available == 150


def test_what_is_kept_names_nobody_and_shows_no_picture(anna, evening):
    first, *_ = steps(anna, evening)
    programme_edits.edit_step(anna, evening.id, first.id, told=Told(who="Fenna"))
    programme_edits.show_picture(anna, evening.id, first.id, pictures.keep(anna, image(), NOW))
    step = kept(anna, evening).steps[0]
    assert (step.who, step.options["image"]) == ("", "")


def test_who_plays_stays_behind_too(anna, evening):
    own = {"piece": "De brug", "by": "Noor", "image_by": "Sam"}
    added = programme_edits.add_step(anna, evening.id, "performance", "Kunst")
    programme_edits.set_options(anna, evening.id, added, own)
    options = kept(anna, evening).steps[-1].options
    assert (options["piece"], options["by"], options["image_by"]) == ("De brug", "", "")


def test_a_vote_still_takes_what_it_is_about_from_its_own_step(anna, evening):
    carousel, vote = steps(anna, evening)[1], steps(anna, evening)[-2]
    programme_edits.set_options(anna, evening.id, vote.id, {"from_step": carousel.id})
    made = steps(anna, begun_with(anna, kept(anna, evening)))
    assert made[-2].options["from_step"] == made[1].id


@pytest.mark.parametrize("minutes", [90, 200, 300])
def test_it_fills_the_minutes_there_are(anna, evening, minutes):
    first, *_ = steps(anna, evening)
    programme_edits.edit_step(anna, evening.id, first.id, minutes=20)
    made = steps(anna, begun_with(anna, kept(anna, evening), minutes))
    assert minutes - 1 <= sum(map(minutes_of, made)) <= minutes


def test_what_cannot_be_so_long_is_as_it_was_kept(anna, evening):
    for step in steps(anna, evening)[1:]:
        programme_edits.remove_step(anna, evening.id, step.id)
    made = begun_with(anna, kept(anna, evening), 720)
    assert [minutes_of(step) for step in steps(anna, made)] == [15]
    assert made.minutes_available == 720


def test_a_template_gets_another_name_and_goes(anna, evening):
    template = kept(anna, evening)
    own_templates.rename(anna, template.id, " Ons  plein ")
    assert [each.name for each in own_templates.own_templates(anna)] == ["Ons plein"]
    made = begun_with(anna, template)
    own_templates.remove(anna, template.id)
    assert own_templates.own_templates(anna) == []
    assert steps(anna, made)
    for attempt in (
        lambda: own_templates.remove(anna, template.id),
        lambda: own_templates.rename(anna, template.id, "x"),
        lambda: begun_with(anna, template),
    ):
        with pytest.raises(NotFound, match="template_unknown"):
            attempt()


@pytest.mark.parametrize("name", ["", "  ", "\0", "x" * 61, "🇳🇱" * 280, "x" * 100_000])
def test_a_template_needs_a_name_that_fits(anna, evening, name):
    template = kept(anna, evening)
    for attempt in (
        lambda: own_templates.keep(anna, evening.id, name, NOW),
        lambda: own_templates.rename(anna, template.id, name),
    ):
        with pytest.raises(BadInput):
            attempt()
    assert own_templates.own_templates(anna) == [template]


@pytest.mark.parametrize("name", ["=1+1", "<b>", "' OR 1=1", "🇳🇱" * 20])
def test_a_name_may_be_anything_people_write(anna, evening, name):
    assert kept(anna, evening, name).name == name


def test_what_is_asked_for_twice_under_one_id_is_kept_once(anna, evening):
    for _ in range(2):
        own_templates.keep(anna, evening.id, "Onze avond", NOW, template_id="made-at-the-desk")
    assert len(own_templates.own_templates(anna)) == 1


def test_an_empty_programme_is_no_template(anna, evening):
    for step in steps(anna, evening):
        programme_edits.remove_step(anna, evening.id, step.id)
    with pytest.raises(NotAllowed, match="programme_empty"):
        own_templates.keep(anna, evening.id, "Leeg", NOW)


def test_there_are_fifty_at_most(anna, evening, monkeypatch):
    monkeypatch.setattr(own_templates, "MAX_TEMPLATES", 2)
    for number in range(2):
        own_templates.keep(anna, evening.id, f"Naam {number}", NOW)
    with pytest.raises(BadInput, match="too_many_templates"):
        own_templates.keep(anna, evening.id, "Een te veel", NOW)


def test_another_library_neither_sees_nor_touches_them(anna, bea, evening):
    template = kept(anna, evening)
    assert own_templates.own_templates(bea) == []
    assert template.name not in {card.title for card in offered(bea)}
    attempts = [
        lambda: own_templates.own_template(bea, template.id),
        lambda: own_templates.rename(bea, template.id, "Ingebroken"),
        lambda: own_templates.remove(bea, template.id),
        lambda: own_templates.keep(bea, evening.id, "Ingebroken", NOW),
        lambda: begun_with(bea, template),
    ]
    for attempt in attempts:
        with pytest.raises(DomainError):
            attempt()
    assert own_templates.own_templates(anna) == [template]


def test_who_took_over_one_evening_keeps_no_templates(anna, evening):
    pin = takeover_pin.make_takeover_pin(anna, evening.id, NOW)
    helper = logins.who_steers(takeover_pin.take_over(evening.code, pin, NOW), NOW)
    assert helper
    for attempt in (
        lambda: own_templates.keep(helper, evening.id, "x", NOW),
        lambda: own_templates.own_templates(helper),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert {card.id for card in offered(helper)} == {""}


def test_a_template_outlives_an_activity_that_is_no_longer_there(anna, evening, monkeypatch):
    template = kept(anna, evening)
    known = {kind: one for kind, one in own_templates.activities().items() if kind != "voting"}
    monkeypatch.setattr(own_templates, "activities", lambda: known)
    left = own_templates.own_template(anna, template.id)
    assert "voting" not in {step.kind for step in left.steps}
    assert left == replace(template, steps=left.steps)
