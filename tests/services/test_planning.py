"""The plan on the tablet says whether every owner gets a turn, and how many rounds that takes."""

from typing import Any

import pytest

from plekberaad_app.i18n.catalogue import text
from plekberaad_app.live.projections.planning import plan
from plekberaad_app.live.views import PlanView
from plekberaad_app.services import preparing
from tests.services.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


def room_with_owners(people: int, tables: int, per_table: int) -> Room:
    room = open_room()
    room.fill(people)
    room.seat(tables)
    room.bring_challenges(per_table)
    return room


def planned(room: Room) -> PlanView:
    return plan(room.look(), room.now)


def choose(room: Room, **options: Any) -> None:
    carousel = next(step for step in room.look().steps if step.kind == "carousel")
    preparing.set_options(room.driver, room.live_session_id, carousel.id, options)


def test_more_owners_than_rounds_need_more_rounds():
    room = room_with_owners(people=12, tables=2, per_table=3)
    assert planned(room).needed == 3
    assert "kies er 3" in planned(room).fits
    choose(room, rounds=planned(room).needed)
    assert planned(room).needed == 0
    assert planned(room).fits == text("live.plan.fits", rounds=3, minutes=15, total=45)


@pytest.mark.parametrize(("rounds", "needed"), [(1, 1), (2, 1), (4, 1)])
def test_more_rounds_than_owners_are_too_many(rounds: int, needed: int):
    room = room_with_owners(people=6, tables=1, per_table=1)
    choose(room, rounds=rounds)
    assert planned(room).needed == (0 if rounds == needed else needed)


def test_without_owners_nothing_is_needed():
    room = open_room()
    room.fill(6)
    assert planned(room).needed == 0
    assert "kies" not in planned(room).fits
