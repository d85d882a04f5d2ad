"""Preparing: the standard evening, and a programme that changes until the room gets there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed, NotFound
from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.programme import Position, Step
from plekberaad_app.features.evenings import description, library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.pictures import pictures
from plekberaad_app.features.templates.declared import TEMPLATES
from plekberaad_app.platform import logins
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room import admission, programme_edits, programmes, takeover_pin
from plekberaad_app.room.projections.planning import fits_evening
from plekberaad_app.room.step_words import Told
from plekberaad_app.room.views.tablet import FitView
from tests.casting import NOW, image, new_facilitator

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def anna(store, quick_hashes, own_settings):
    return new_facilitator("Anna", "De Linde")


@pytest.fixture
def bea(store, quick_hashes, own_settings):
    return new_facilitator("Bea", "De Eik")


@pytest.fixture
def evening(anna) -> LiveSession:
    return make(anna)


def make(facilitator, title="Het plein") -> LiveSession:
    return library_evenings.create(
        facilitator, About(title, "Plein", "Wat kan hier?", NOW, 50), NOW, template="short"
    )


def steps(facilitator, evening) -> tuple[Step, ...]:
    return programmes.programme(facilitator, evening.code).steps


def titles(facilitator, evening) -> list[str]:
    return [step.title for step in steps(facilitator, evening)]


def minutes(step: Step) -> float:
    stops = activity_of(step.kind).stops(step)
    return sum((stop.length for stop in stops), timedelta()) / timedelta(minutes=1)


def stand_at(evening: LiveSession, index: int) -> None:
    with transaction() as db:
        now = live_sessions.get(db, evening.id)
        running = replace(now, status=Status.RUNNING, position=Position(index))
        live_sessions.save(db, running)


def test_a_new_evening_has_the_programme_of_its_template(anna, evening):
    programme = steps(anna, evening)
    assert [step.kind for step in programme] == ["welcome", "carousel", "voting", "closing"]
    assert [step.title for step in programme] == ["Welkom", "Carrousel", "Stemmen", "Afsluiten"]
    assert [minutes(step) for step in programme] == [10, 30, 5, 5]


def test_every_evening_gets_a_code_of_its_own(anna):
    made = {make(anna).code for _ in range(5)}
    assert len(made) == 5
    assert all(join_codes.normalise(code) == code for code in made)


def test_a_code_that_is_taken_is_not_given_again(anna, evening, monkeypatch):
    offers = iter([evening.code, evening.code, "W4R9TC"])
    monkeypatch.setattr(join_codes, "new_code", lambda _rng: next(offers))
    assert make(anna).code == "W4R9TC"


@pytest.mark.parametrize("title", ["", "   ", "\0", "x" * 81, "x" * 100_000])
def test_an_evening_needs_a_title_that_fits(anna, title):
    with pytest.raises(BadInput):
        make(anna, title)
    assert library_evenings.list_for(anna) == []


def test_place_and_question_may_be_left_out(anna):
    made = library_evenings.create(anna, About("<b>Plein</b>", "", " "), NOW, template="short")
    assert library_evenings.list_for(anna) == [made]
    assert (made.title, made.place, made.question) == ("<b>Plein</b>", "", "")


def test_a_library_sees_its_own_evenings_only(anna, bea, evening):
    assert library_evenings.list_for(anna) == [evening]
    assert library_evenings.list_for(bea) == []


def test_another_library_never_reaches_an_evening(anna, bea, evening):
    first = steps(anna, evening)[0].id
    attempts = [
        lambda: programmes.programme(bea, evening.code),
        lambda: library_evenings.delete(bea, evening.id),
        lambda: programme_edits.add_step(bea, evening.id, "welcome", "x"),
        lambda: programme_edits.remove_step(bea, evening.id, first),
        lambda: programme_edits.move_step(bea, evening.id, first, 1),
        lambda: programme_edits.edit_step(bea, evening.id, first, told=Told(title="x")),
        lambda: programme_edits.edit_step(bea, evening.id, first, minutes=5),
        lambda: programme_edits.set_options(bea, evening.id, first, {"text": "x"}),
    ]
    before = steps(anna, evening)
    for attempt in attempts:
        with pytest.raises(NotAllowed, match="not_your_library"):
            attempt()
    assert steps(anna, evening) == before


def test_anyone_who_took_over_one_evening_edits_that_one_and_makes_no_other(anna, evening):
    other = make(anna, "Een andere avond")
    pin = takeover_pin.make_takeover_pin(anna, evening.id, NOW)
    helper = logins.who_steers(takeover_pin.take_over(evening.code, pin, NOW), NOW)
    assert helper
    assert [mine.id for mine in library_evenings.list_for(helper)] == [evening.id]
    programme_edits.add_step(helper, evening.id, "welcome", "Pauze")
    for attempt in (lambda: make(helper), lambda: library_evenings.delete(helper, evening.id)):
        with pytest.raises(NotAllowed, match="not_your_library"):
            attempt()
    with pytest.raises(NotAllowed, match="not_your_library"):
        programmes.programme(helper, other.code)


def test_a_step_is_added_at_the_end(anna, evening):
    programme_edits.add_step(anna, evening.id, "voting", "Nog een stemming")
    assert titles(anna, evening)[-1] == "Nog een stemming"


def test_what_is_asked_for_twice_under_one_id_is_made_once(anna, bea):
    asked = (anna, About("Het plein"), NOW)
    made = library_evenings.create(*asked, template="short", live_session_id="made-at-the-desk")
    assert (
        library_evenings.create(*asked, template="short", live_session_id="made-at-the-desk")
        == made
    )
    assert library_evenings.list_for(anna) == [made]
    for _ in range(2):
        programme_edits.add_step(anna, made.id, "voting", "Nog een stemming", step_id="made-here")
    assert titles(anna, made).count("Nog een stemming") == 1
    with pytest.raises(NotAllowed, match="not_your_library"):
        library_evenings.create(bea, About("Plein"), NOW, template="short", live_session_id=made.id)


def test_an_unknown_kind_of_step_is_refused(anna, evening):
    with pytest.raises(NotFound, match="activity_unknown"):
        programme_edits.add_step(anna, evening.id, "dance", "x")


def test_a_programme_has_at_most_thirty_steps(anna, evening):
    for number in range(30 - 4):
        programme_edits.add_step(anna, evening.id, "welcome", str(number))
    with pytest.raises(BadInput, match="too_many_steps"):
        programme_edits.add_step(anna, evening.id, "welcome", "x")


def test_a_step_moves_to_a_place_and_no_further_than_the_ends(anna, evening):
    first, *_, last = (step.id for step in steps(anna, evening))
    programme_edits.move_step(anna, evening.id, first, 1)
    assert titles(anna, evening) == ["Carrousel", "Welkom", "Stemmen", "Afsluiten"]
    programme_edits.move_step(anna, evening.id, first, 0)
    programme_edits.move_step(anna, evening.id, first, -1)
    programme_edits.move_step(anna, evening.id, last, 4)
    assert titles(anna, evening) == ["Welkom", "Carrousel", "Stemmen", "Afsluiten"]


def test_a_move_that_is_asked_for_again_moves_nothing_further(anna, evening):
    first = steps(anna, evening)[0].id
    for _ in range(2):
        programme_edits.move_step(anna, evening.id, first, 1)
    assert titles(anna, evening) == ["Carrousel", "Welkom", "Stemmen", "Afsluiten"]
    stand_at(evening, 1)
    programme_edits.move_step(anna, evening.id, first, 1)
    assert titles(anna, evening) == ["Carrousel", "Welkom", "Stemmen", "Afsluiten"]


def test_a_step_is_removed_and_cannot_be_removed_twice(anna, evening):
    second = steps(anna, evening)[1].id
    programme_edits.remove_step(anna, evening.id, second)
    assert titles(anna, evening) == ["Welkom", "Stemmen", "Afsluiten"]
    with pytest.raises(NotFound, match="step_gone"):
        programme_edits.remove_step(anna, evening.id, second)


def test_the_step_of_another_evening_is_unknown_here(anna, evening):
    other = steps(anna, make(anna))[0].id
    with pytest.raises(NotFound, match="step_gone"):
        programme_edits.edit_step(anna, evening.id, other, told=Told(title="x"))


def test_a_step_that_has_begun_stays_where_it_is(anna, evening):
    stand_at(evening, 1)
    first, second, third, fourth = (step.id for step in steps(anna, evening))
    for attempt in (
        lambda: programme_edits.remove_step(anna, evening.id, first),
        lambda: programme_edits.remove_step(anna, evening.id, second),
        lambda: programme_edits.move_step(anna, evening.id, second, 2),
        lambda: programme_edits.move_step(anna, evening.id, third, 1),
        lambda: programme_edits.move_step(anna, evening.id, fourth, 0),
        lambda: programme_edits.edit_step(anna, evening.id, second, minutes=20),
        lambda: programme_edits.set_options(anna, evening.id, second, {"rounds": 3}),
    ):
        with pytest.raises(NotAllowed, match="step_begun"):
            attempt()
    programme_edits.move_step(anna, evening.id, third, 3)
    programme_edits.edit_step(anna, evening.id, second, told=Told(title="Ronde tafels"))
    assert titles(anna, evening) == ["Welkom", "Ronde tafels", "Afsluiten", "Stemmen"]


def test_a_slip_in_the_title_is_mended_also_while_the_evening_runs_and_after_it(anna, evening):
    for status in Status:
        with transaction() as db:
            now = live_sessions.change(db, evening.id)
            live_sessions.save(db, replace(now, status=status))
        description.describe(anna, evening.id, About(f"Het plein {status}"))
        described = programmes.programme(anna, evening.code).live_session
        assert (described.title, described.starts_at) == (f"Het plein {status}", None)
        assert described.version == now.version + 1


def test_nothing_is_edited_after_closing(anna, evening):
    with transaction() as db:
        live_sessions.save(db, replace(evening, status=Status.CLOSED))
    with pytest.raises(NotAllowed, match="evening_closed"):
        programme_edits.add_step(anna, evening.id, "welcome", "x")


@pytest.mark.parametrize("index", range(4))
@pytest.mark.parametrize("wanted", [5, 17, 45])
def test_a_step_takes_as_long_as_asked(anna, evening, index, wanted):
    programme_edits.edit_step(anna, evening.id, steps(anna, evening)[index].id, minutes=wanted)
    assert minutes(steps(anna, evening)[index]) == pytest.approx(wanted, abs=2 / 60)


def test_the_phases_of_a_carousel_keep_their_proportions(anna, evening):
    programme_edits.edit_step(anna, evening.id, steps(anna, evening)[1].id, minutes=60)
    options = steps(anna, evening)[1].options
    phases = ("explain", "questions", "ideas", "review", "next_step")
    assert [options[name] for name in phases] == [240, 360, 600, 360, 240]


@pytest.mark.parametrize("wanted", [-1, 0, 241, 10**9])
def test_a_step_takes_between_one_minute_and_four_hours(anna, evening, wanted):
    with pytest.raises(BadInput, match="minutes_out_of_range"):
        programme_edits.edit_step(anna, evening.id, steps(anna, evening)[0].id, minutes=wanted)


def test_options_are_read_by_the_activity(anna, evening):
    carousel = steps(anna, evening)[1].id
    programme_edits.set_options(anna, evening.id, carousel, {"mode": "groups", "is_private": True})
    options = steps(anna, evening)[1].options
    assert (options["mode"], options["is_private"], options["rounds"]) == ("groups", True, 2)


@pytest.mark.parametrize(
    "options", [{"mode": "sideways"}, {"rounds": 0}, {"rounds": "2"}, {"ideas": 4}, {"ideas": None}]
)
def test_options_that_cannot_be_read_change_nothing(anna, evening, options):
    before = steps(anna, evening)
    with pytest.raises(DomainError):
        programme_edits.set_options(anna, evening.id, before[1].id, options)
    assert steps(anna, evening) == before


def test_a_picture_of_another_library_cannot_be_shown(anna, bea, evening):
    theirs = pictures.keep(bea, image(), NOW)
    ours = pictures.keep(anna, image(), NOW)
    welcome = steps(anna, evening)[0].id
    for strange in (theirs, "unknown", "\0", "../x"):
        with pytest.raises(NotFound, match="image_unknown"):
            programme_edits.set_options(anna, evening.id, welcome, {"image": strange})
    programme_edits.set_options(anna, evening.id, welcome, {"image": ours})
    assert steps(anna, evening)[0].options["image"] == ours


def test_an_evening_that_was_deleted_is_gone_with_its_people(anna, evening):
    admission.check_in(evening.code, "Sam", "", "", NOW)
    pin = takeover_pin.make_takeover_pin(anna, evening.id, NOW)
    helper = takeover_pin.take_over(evening.code, pin, NOW)
    library_evenings.delete(anna, evening.id)
    assert library_evenings.list_for(anna) == []
    assert logins.who_steers(helper, NOW) is None
    with pytest.raises(NotFound):
        library_evenings.delete(anna, evening.id)


def test_an_evening_that_runs_is_not_deleted(anna, evening):
    stand_at(evening, 0)
    with pytest.raises(NotAllowed, match="evening_running"):
        library_evenings.delete(anna, evening.id)


@pytest.mark.parametrize("template", [template.name for template in TEMPLATES])
@pytest.mark.parametrize("minutes", [60, 61, 90, 150, 271, 600, 720])
def test_a_new_evening_gets_a_programme_that_uses_its_minutes(anna, template, minutes):
    about = About("Plein", minutes_available=minutes)
    made = library_evenings.create(anna, about, NOW, template=template)
    evening = programmes.programme(anna, made.code)
    timeline = timeline_of(evening.steps)
    assert timeline.length_from(timeline.first()) == timedelta(minutes=minutes)
    assert fits_evening(evening) == FitView(text("live.plan.evening_full"), is_good=True)


@pytest.mark.parametrize("card", TEMPLATES, ids=lambda card: card.name)
def test_without_a_length_an_evening_takes_what_its_template_usually_takes(anna, card):
    made = library_evenings.create(anna, About("Plein"), NOW, template=card.name)
    assert made.minutes_available == card.minutes
    assert fits_evening(programmes.programme(anna, made.code)).is_good


def test_nobody_gets_a_programme_of_fifty_minutes_for_an_evening_of_a_hundred_and_fifty(anna):
    made = library_evenings.create(anna, About("Plein", minutes_available=150), NOW)
    lengths = [minutes(step) for step in steps(anna, made)]
    assert lengths == [15, 10, 45, 15, 30, 15, 10, 10]


@pytest.mark.parametrize(("template", "asked"), [("evening", 59), ("short", 19), ("evening", 15)])
def test_a_template_says_how_many_minutes_it_needs(anna, template, asked):
    with pytest.raises(BadInput, match="template_minutes") as refused:
        library_evenings.create(anna, About("P", minutes_available=asked), NOW, template=template)
    assert refused.value.values["least"] > asked
    assert library_evenings.list_for(anna) == []


@pytest.mark.parametrize("template", ["", "dance", "own.unknown", "x" * 100_000])
def test_a_template_that_nobody_knows_is_refused(anna, template):
    with pytest.raises(NotFound, match="template_unknown"):
        library_evenings.create(anna, About("Plein"), NOW, template=template)
    assert library_evenings.list_for(anna) == []


def test_a_brainstorm_asks_the_question_of_the_evening(anna):
    about = About("Plein", question="Wat kan hier?")
    made = library_evenings.create(anna, about, NOW, template="brainstorm")
    assert [step.options.get("question") for step in steps(anna, made)][1] == "Wat kan hier?"
