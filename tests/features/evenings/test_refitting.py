"""Who changes the length of an evening gets a programme that uses it, unless they edited it."""

import pytest

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.features.evenings import (
    description,
    library_evenings,
    refitting,
    standard_programme,
)
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.evenings.proposal import propose
from plekberaad_app.room import programme_edits
from tests.casting import NOW, new_facilitator
from tests.features.evenings.test_library_evenings import stand_at

TITLES = {name: name.title() for name in standard_programme.NAMES}

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def anna(store, quick_hashes, own_settings):
    return new_facilitator("Anna", "De Linde")


def made(anna, minutes: int | None):
    return library_evenings.create(
        anna, About("Plein", minutes_available=minutes), NOW, titles=TITLES
    )


def lasting(anna, evening, minutes: int | None):
    """The evening after its length changed."""
    description.describe(anna, evening.id, About("Plein", minutes_available=minutes))
    return library_evenings.programme(anna, evening.code)


def content(evening):
    return [(step.kind, dict(step.options)) for step in evening.steps]


@pytest.mark.parametrize(
    ("before", "after"), [(None, 150), (60, 150), (150, 60), (720, 90), (15, 271), (90, 15)]
)
def test_an_evening_of_another_length_gets_the_programme_of_a_new_one(anna, before, after):
    evening = made(anna, before)
    changed = lasting(anna, evening, after)
    assert refitting.proposal_for(changed) == propose(after)
    refitting.refit(anna, evening.id, TITLES)
    fitted = library_evenings.programme(anna, evening.code)
    assert content(fitted) == content(library_evenings.programme(anna, made(anna, after).code))
    assert refitting.proposal_for(fitted) is None


def test_what_was_there_keeps_its_name_and_what_is_new_gets_one(anna):
    evening = made(anna, 60)
    first = library_evenings.programme(anna, evening.code).steps[0]
    programme_edits.edit_step(anna, evening.id, first.id, title="Inloop met soep")
    lasting(anna, evening, 150)
    refitting.refit(anna, evening.id, TITLES)
    steps = library_evenings.programme(anna, evening.code).steps
    assert (steps[0].id, steps[0].title) == (first.id, "Inloop met soep")
    assert [step.title for step in steps[1:]] == ["Carousel", "Pause", "Voting", "Closing"]


def test_a_programme_that_somebody_edited_stays_as_they_made_it(anna):
    evening = made(anna, 60)
    first = library_evenings.programme(anna, evening.code).steps[0]
    programme_edits.edit_step(anna, evening.id, first.id, minutes=12)
    changed = lasting(anna, evening, 150)
    assert refitting.proposal_for(changed) is None
    with pytest.raises(NotAllowed, match="programme_edited"):
        refitting.refit(anna, evening.id, TITLES)
    assert library_evenings.programme(anna, evening.code).steps == changed.steps


@pytest.mark.parametrize("minutes", [None, 60])
def test_a_programme_that_fits_or_has_nothing_to_fit_is_left_alone(anna, minutes):
    evening = made(anna, minutes)
    assert refitting.proposal_for(library_evenings.programme(anna, evening.code)) is None
    with pytest.raises(NotAllowed, match="programme_edited"):
        refitting.refit(anna, evening.id, TITLES)


def test_an_evening_that_runs_keeps_its_programme(anna):
    evening = made(anna, 60)
    changed = lasting(anna, evening, 150)
    stand_at(changed.live_session, 0)
    assert refitting.proposal_for(library_evenings.programme(anna, evening.code)) is None
    with pytest.raises(NotAllowed, match="step_begun"):
        refitting.refit(anna, evening.id, TITLES)
