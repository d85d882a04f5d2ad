"""The plan on the tablet says whether every owner gets a turn, and how many rounds that takes."""

from typing import Any

import pytest

from plekberaad_app.activities.carousel import preview
from plekberaad_app.features.evenings import description
from plekberaad_app.features.evenings.description import About
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room import programme_edits
from plekberaad_app.room.projections.planning import fits_evening, plan
from plekberaad_app.room.views.tablet import FitView, PlanView
from tests.rooms import PROGRAMME, Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


def room_with_owners(people: int, tables: int, per_table: int) -> Room:
    room = open_room()
    room.fill(people)
    room.seat(tables)
    room.bring_challenges(per_table)
    return room


def planned(room: Room) -> PlanView:
    return plan(room.look(), room.now)


def drawn(room: Room) -> preview.PlanView:
    return planned(room).view


def choose(room: Room, **options: Any) -> None:
    carousel = next(step for step in room.look().steps if step.kind == "carousel")
    programme_edits.set_options(room.facilitator, room.live_session_id, carousel.id, options)


def test_what_fits_says_how_much_is_left_and_what_does_not_says_only_that():
    room = room_with_owners(people=12, tables=2, per_table=2)
    say_how_long(room, 120)
    assert planned(room).fits.is_good
    assert planned(room).fits.sentence.endswith(fits_evening(room.look()).sentence)
    say_how_long(room, 15)
    assert planned(room).fits == fits_evening(room.look())
    assert not planned(room).fits.is_good


def test_one_owner_and_two_rounds_are_told_in_one_sentence_that_does_not_contradict_itself():
    room = room_with_owners(people=6, tables=1, per_table=1)
    say_how_long(room, 150)
    said = text("carousel.plan.rounds", n=1, rounds=2)
    assert planned(room).fits == FitView(said, is_good=False)


def say_how_long(room: Room, minutes: int) -> None:
    about = About(room.live_session.title, minutes_available=minutes)
    description.describe(room.facilitator, room.live_session_id, about)


def test_more_owners_than_rounds_need_more_rounds():
    room = room_with_owners(people=12, tables=2, per_table=3)
    assert drawn(room).needed == 3
    assert planned(room).fits.sentence == text("carousel.plan.rounds", n=3, rounds=2)
    choose(room, rounds=drawn(room).needed)
    assert drawn(room).needed == 0
    assert planned(room).fits.sentence == (
        f"3 rondes van 15 minuten, samen 45 minuten. {text('carousel.plan.fits')}"
    )


@pytest.mark.parametrize(("rounds", "needed"), [(1, 1), (2, 1), (4, 1)])
def test_more_rounds_than_owners_are_too_many(rounds: int, needed: int):
    room = room_with_owners(people=6, tables=1, per_table=1)
    choose(room, rounds=rounds)
    assert drawn(room).needed == (0 if rounds == needed else needed)


def test_one_round_is_not_spoken_of_as_more():
    room = room_with_owners(people=6, tables=1, per_table=1)
    choose(room, rounds=1)
    assert planned(room).fits.sentence == f"Eén ronde van 15 minuten. {text('carousel.plan.fits')}"


def test_without_owners_nothing_is_needed():
    room = open_room()
    room.fill(6)
    assert drawn(room).needed == 0
    assert "kies" not in planned(room).fits.sentence


def test_a_plan_without_rows_says_what_it_really_waits_for():
    room = open_room()
    room.fill(6)
    assert waits_for(room) == "tables"
    room.seat(2)
    assert waits_for(room) == "wishes"
    room.bring_challenges(per_table=1)
    assert waits_for(room) == "other_rounds"
    choose(room, rounds=1)
    assert drawn(room).missing.key == ""
    assert drawn(room).rows


def test_a_programme_without_rounds_has_no_plan():
    assert planned(open_room((PROGRAMME[0],))) == PlanView()


def waits_for(room: Room) -> str:
    """What the sentence under the plan names."""
    found = drawn(room)
    assert found.rows == ()
    return found.missing.key.removeprefix("carousel.plan.missing.")
