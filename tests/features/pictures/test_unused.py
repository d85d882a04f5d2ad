"""A picture that no evening shows is deleted, and no other."""

from datetime import timedelta

import pytest
from sqlmodel import select

from plekberaad_app.core.programme import Step
from plekberaad_app.core.retention import KEEP_UNUSED_IMAGES
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.pictures import pictures
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.database.tables import ImageRow
from plekberaad_app.room import programme_edits
from tests.casting import NOW, OTHER_CODE, image
from tests.rooms import Room, open_room

MOMENT = timedelta(microseconds=1)


@pytest.fixture
def room(store, own_settings, quick_hashes) -> Room:
    return open_room((Step("welcome", "welcome", "Welkom", {"length": 300}),))


def image_ids() -> set[str]:
    with reading() as db:
        return set(db.exec(select(ImageRow.id)))


def test_a_picture_that_no_evening_shows_is_gone_a_day_later(room: Room):
    kept, left = (pictures.keep(room.facilitator, image(), NOW) for _ in range(2))
    programme_edits.set_options(room.facilitator, room.live_session_id, "welcome", {"image": kept})
    day = NOW + KEEP_UNUSED_IMAGES
    assert pictures.drop_unused(day) == 0
    assert image_ids() == {kept, left}
    assert pictures.drop_unused(day + MOMENT) == 1
    assert image_ids() == {kept}


def test_a_picture_goes_after_the_evening_that_showed_it(room: Room):
    shown = pictures.keep(room.facilitator, image(), NOW)
    programme_edits.set_options(room.facilitator, room.live_session_id, "welcome", {"image": shown})
    library_evenings.delete(room.facilitator, room.live_session_id)
    pictures.drop_unused(NOW + KEEP_UNUSED_IMAGES + MOMENT)
    assert image_ids() == set()


def test_another_library_cannot_keep_a_picture_alive(room: Room):
    mine = pictures.keep(room.facilitator, image(), NOW)
    open_room((Step("theirs", "welcome", "Welkom", {"image": mine}),), "Bea", "De Eik", OTHER_CODE)
    assert pictures.drop_unused(NOW + KEEP_UNUSED_IMAGES + MOMENT) == 1
