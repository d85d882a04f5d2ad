"""A programme that does not fit its evening is made to: as its template would, or in proportion."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.contributions import MemoryBoard
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import Evening, LiveSession
from plekberaad_app.core.schedule import minutes_left
from plekberaad_app.features.evenings import description, library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.programme import fitting
from plekberaad_app.room import programme_edits, programmes
from plekberaad_app.room.programme_edits import new_step
from plekberaad_app.room.step_words import Told
from tests.casting import NOW, new_facilitator
from tests.features.evenings.test_library_evenings import stand_at


@pytest.fixture
def anna(store, quick_hashes, own_settings):
    return new_facilitator("Anna", "De Linde")


def made(anna, minutes: int | None, template: str = "short"):
    about = About("Plein", minutes_available=minutes)
    return library_evenings.create(anna, about, NOW, template=template)


def lasting(anna, evening, minutes: int | None):
    """The evening after its length changed."""
    description.describe(anna, evening.id, About("Plein", minutes_available=minutes))
    return programmes.programme(anna, evening.code)


def content(evening):
    return [(step.kind, dict(step.options)) for step in evening.steps]


@pytest.mark.parametrize("template", ["evening", "short", "brainstorm"])
@pytest.mark.parametrize(("before", "after"), [(60, 150), (150, 60), (240, 90), (90, 271)])
def test_an_evening_of_another_length_gets_the_programme_of_a_new_one(
    anna, template, before, after
):
    evening = made(anna, before, template)
    lasting(anna, evening, after)
    fitting.refit(anna, evening.id)
    fitted = programmes.programme(anna, evening.code)
    assert content(fitted) == content(programmes.programme(anna, made(anna, after, template).code))
    assert fitting.proposal_for(fitted) is None


def test_what_was_there_keeps_its_name_and_what_is_new_gets_one(anna):
    evening = made(anna, 60)
    first = programmes.programme(anna, evening.code).steps[0]
    programme_edits.edit_step(anna, evening.id, first.id, told=Told(title="Inloop met soep"))
    lasting(anna, evening, 150)
    fitting.refit(anna, evening.id)
    steps = programmes.programme(anna, evening.code).steps
    assert (steps[0].id, steps[0].title) == (first.id, "Inloop met soep")
    assert [step.title for step in steps[1:]] == [
        "Carrousel",
        "Pauze",
        "Carrousel na de pauze",
        "Stemmen",
        "Afsluiten",
    ]


def test_a_programme_that_somebody_edited_keeps_its_steps_and_gets_longer_in_proportion(anna):
    evening = made(anna, 60)
    first, *_, last = programmes.programme(anna, evening.code).steps
    programme_edits.remove_step(anna, evening.id, last.id)
    programme_edits.edit_step(anna, evening.id, first.id, minutes=15)
    changed = lasting(anna, evening, 120)
    fitting.refit(anna, evening.id)
    fitted = programmes.programme(anna, evening.code).steps
    assert [step.id for step in fitted] == [step.id for step in changed.steps]
    assert [programme_edits.minutes_of(step) for step in fitted] == [30, 80, 10]


def test_a_programme_that_fits_or_has_nothing_to_fit_is_left_alone(anna):
    evening = made(anna, 60)
    assert fitting.proposal_for(programmes.programme(anna, evening.code)) is None
    assert fitting.proposal_for(lasting(anna, evening, None)) is None
    with pytest.raises(NotAllowed, match="programme_fits"):
        fitting.refit(anna, evening.id)


def test_steps_that_cannot_be_so_long_are_left_as_they_are(anna):
    evening = made(anna, 60)
    for step in programmes.programme(anna, evening.code).steps[1:]:
        programme_edits.remove_step(anna, evening.id, step.id)
    assert fitting.proposal_for(lasting(anna, evening, 720)) is None


def test_an_evening_that_runs_keeps_its_programme(anna):
    evening = made(anna, 60)
    changed = lasting(anna, evening, 150)
    stand_at(changed.live_session, 0)
    assert fitting.proposal_for(programmes.programme(anna, evening.code)) is None
    with pytest.raises(NotAllowed, match="step_begun"):
        fitting.refit(anna, evening.id)


KINDS = st.sampled_from(["welcome", "carousel", "voting", "poll", "wall"])


@given(kinds=st.lists(KINDS, max_size=60), minutes=st.integers(15, 720))
def test_any_programme_that_is_made_to_fit_never_takes_longer_than_there_is(kinds, minutes):
    steps = tuple(new_step(kind, kind, {}, f"step-{at}") for at, kind in enumerate(kinds))
    about = LiveSession("e", "", "l", "Plein", minutes_available=minutes)
    fitted = fitting.proposal_for(Evening(about, steps, (), (), MemoryBoard()))
    if fitted is None:
        return
    assert [step.id for step in fitted] == [step.id for step in steps]
    timeline = timeline_of(fitted)
    assert 0 <= minutes_left(timeline, minutes) <= 1
    assert timeline.length_from(timeline.first()) <= timedelta(minutes=minutes)
