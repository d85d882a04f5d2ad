"""What somebody takes home: their own, the first steps of all, and nothing more of anybody."""

from datetime import timedelta

import pytest

from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.features.privacy import keepsake
from plekberaad_app.features.privacy.keepsake import keepsake_html
from plekberaad_app.features.retention import tidying
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.tokens import new_key
from tests.rooms import Room, open_room

STEP = {"what": "Ik vraag <b>drie</b> buren", "who": "Karim", "when": "zaterdag"}


@pytest.fixture
def room(store, own_settings, quick_hashes) -> Room:
    opened = open_room()
    opened.gather()
    opened.go_to("carousel", "ideas")
    return opened


def at_the_first_table(room: Room) -> tuple[Visitor, Visitor, Visitor]:
    """Whose wish it is now, and two who think along."""
    look = room.look()
    here = running(look, room.now)
    assert here is not None
    seats = {person.number: here[0].seat(here[1], person) for person in look.people}
    of_role = {
        role: [room.visitors[number - 1] for number, seat in seats.items() if seat == (1, role)]
        for role in ("owner", "thinker")
    }
    return of_role["owner"][0], of_role["thinker"][0], of_role["thinker"][1]


def evening_with_a_step(room: Room) -> tuple[Visitor, Visitor, Visitor]:
    owner, one, other = at_the_first_table(room)
    room.act(one, "add_idea", id="idee-0001", text="Een bankje")
    room.act(other, "add_idea", id="idee-0002", text="Een ruilkast")
    room.go_to("carousel", "review")
    room.act(owner, "mark_idea", id="idee-0001", on=True)
    room.act(owner, "record_next_step", what=STEP["what"], who=STEP["who"], when=STEP["when"])
    room.steer("close")
    return owner, one, other


def page(room: Room, visitor: Visitor) -> str:
    return keepsake_html(keepsake.keepsake(visitor, room.now), "nl").decode()


def test_an_owner_takes_home_the_first_step_and_all_that_came_in(room: Room):
    owner, _, _ = evening_with_a_step(room)
    kept = page(room, owner)
    for said in ("Mijn eerste stap", "Met wie: Karim", "Een bankje", "Een ruilkast"):
        assert said in kept


def test_a_thinker_takes_home_own_ideas_and_the_first_steps_but_nobody_else_s_ideas(room: Room):
    _, one, _ = evening_with_a_step(room)
    kept = page(room, one)
    assert "Een bankje" in kept
    assert "Gekozen" in kept
    assert "Karim" in kept
    assert "Een ruilkast" not in kept
    assert not [person.name for person in room.look().people if person.name in kept]


def test_what_people_wrote_is_text_and_the_page_needs_nothing_from_elsewhere(room: Room):
    owner, _, _ = evening_with_a_step(room)
    kept = page(room, owner)
    assert "Ik vraag &lt;b&gt;drie&lt;/b&gt; buren" in kept
    assert not [word for word in ("<b>", "src=", "href=", "<script", "url(") if word in kept]


def test_a_day_later_own_ideas_and_first_steps_are_still_there_and_no_name(room: Room):
    owner, one, _ = evening_with_a_step(room)
    names = [person.name for person in room.look().people]
    room.now += tidying.KEEP_NAMES + timedelta(minutes=1)
    tidying.tidy(room.now)
    kept = page(room, one)
    assert "Een bankje" in kept
    assert "drie" in kept
    assert not [name for name in names if name in kept]
    assert "Mijn eerste stap" not in page(room, owner)


def test_a_key_that_was_not_made_for_this_room_gets_nothing(room: Room):
    evening_with_a_step(room)
    for key in (new_key("ZZZZZZ"), "verzonnen", ""):
        with pytest.raises(NotAllowed, match="not_checked_in"):
            keepsake.keepsake(Visitor(room.live_session_id, key), room.now)


def test_every_language_has_the_whole_page(room: Room):
    owner, _, _ = evening_with_a_step(room)
    kept = keepsake_html(keepsake.keepsake(owner, room.now), "en").decode()
    assert '<html lang="en" dir="ltr">' in kept
    assert "My first step" in kept
    assert "Mijn" not in kept
