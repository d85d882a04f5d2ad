"""Steering: one tap moves the whole room, and two facilitators do not fight."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed, StaleCommand
from plekberaad_app.core.evening import Status
from plekberaad_app.core.people import Habit
from plekberaad_app.core.programme import Position, Step
from plekberaad_app.platform.database import retention
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.i18n.catalogue import in_words
from plekberaad_app.room import programme_edits, steering
from plekberaad_app.room.running import sentence_of
from tests.casting import OTHER_CODE
from tests.rooms import PROGRAMME, Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    return open_room()


def ready(room: Room) -> Room:
    room.gather()
    return room


def test_next_starts_the_first_step_with_its_full_time(room):
    room.steer("next")
    live_session = room.live_session
    assert live_session.status is Status.RUNNING
    assert live_session.clock
    assert live_session.clock.started_at == room.now
    assert live_session.started_at == room.now


def test_a_command_made_on_an_old_version_is_refused_and_says_who_was_first(room):
    made_on = room.live_session.steering
    room.steer("next")
    colleague = replace(room.facilitator, name="Bea")
    with pytest.raises(StaleCommand) as refused:
        steering.steer(colleague, room.live_session_id, "next", made_on, room.now)
    assert (refused.value.code, refused.value.values) == ("stale", {"who": "Anna", "what": "next"})
    assert room.stands_at("welcome", "show", 1)


def test_anyone_who_taps_thrice_moves_once_and_is_not_told_that_another_was_first(room):
    made_on = room.live_session.steering
    room.steer("next")
    for _ in range(2):
        with pytest.raises(StaleCommand) as refused:
            steering.steer(room.facilitator, room.live_session_id, "next", made_on, room.now)
        assert refused.value.code == "stale_own"
        assert "Anna" not in in_words(sentence_of(refused.value))
    assert room.stands_at("welcome", "show", 1)


def test_a_facilitator_of_another_library_moves_nothing(room):
    stranger = open_room((), name="Bea", library="De Eik", code=OTHER_CODE).facilitator
    with pytest.raises(NotAllowed):
        room.steer("next", facilitator=stranger)
    assert room.live_session.status is Status.LOBBY


def test_an_unknown_command_is_refused(room):
    with pytest.raises(BadInput):
        room.steer("__init__")


def test_a_carousel_does_not_begin_without_tables(room):
    room.steer("next")
    with pytest.raises(DomainError) as refused:
        room.steer("next")
    assert refused.value.code == "carousel.no_tables"
    assert room.stands_at("welcome", "show", 1)


def test_a_carousel_that_begins_decides_its_plan_and_keeps_it(room):
    ready(room).go_to("carousel")
    plan = room.look().step.plan
    assert plan
    room.go_to("carousel", "ideas")
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    for _ in range(3):
        room.steer("back")
    assert room.stands_at("welcome", "show", 1)
    room.check_in("Laat")
    room.steer("next")
    assert room.look().step.plan == plan


def test_a_carousel_that_was_begun_too_early_is_planned_anew(room):
    ready(room).go_to("carousel", "explain")
    room.steer("back")
    assert not room.look().steps[1].plan
    room.gather(12, 4)
    room.steer("next")
    assert len(room.look().steps[1].plan["owners"]) == len(room.look().challenges) == 8


def test_back_in_the_lobby_a_step_that_nobody_contributed_to_can_be_changed(room):
    ready(room).steer("next")
    room.steer("skip")
    room.steer("back")
    room.steer("back")
    assert room.live_session.status is Status.LOBBY
    programme_edits.set_options(room.facilitator, room.live_session_id, "carousel", {"rounds": 1})
    assert room.look().steps[1].options["rounds"] == 1


def test_a_vote_that_was_skipped_into_without_choices_gets_them_later():
    vote = Step("voting", "voting", "Stemmen", {"source": "marked"})
    room = ready(open_room((*PROGRAMME[:2], vote)))
    room.go_to("carousel", "ideas")
    ideas = ("idee-0001", "idee-0002")
    for idea in ideas:
        room.act(room.thinkers[0], "add_idea", id=idea, text="Een bankje")
    room.steer("skip")
    assert room.stands_at("voting", "vote", 1)
    for _ in range(8):
        room.steer("back")
    assert room.stands_at("carousel", "ideas", 1)
    room.steer("next")
    for owner in room.look().challenges:
        with suppress(NotAllowed):
            visitor = room.visitors[owner.owner.number - 1]
            for idea in ideas:
                room.act(visitor, "mark_idea", id=idea, on=True)
    room.go_to("voting")
    assert room.look().steps[2].plan == {"choices": list(ideas)}


@pytest.mark.parametrize("command", sorted(steering.COMMANDS))
def test_a_closed_evening_is_not_steered_and_keeps_its_totals(room, command):
    ready(room).steer("next")
    room.steer("close")
    with reading() as db:
        totals = retention.totals(db, room.live_session_id)
    with pytest.raises(NotAllowed) as refused:
        room.steer(command)
    assert refused.value.code == "evening_closed"
    assert room.live_session.status is Status.CLOSED
    with reading() as db:
        assert retention.totals(db, room.live_session_id) == totals


def test_a_round_does_not_end_without_a_next_step_of_every_table(room):
    ready(room).go_to("carousel", "next_step")
    with pytest.raises(DomainError) as refused:
        room.steer("next")
    assert refused.value.code == "carousel.next_steps_missing"
    room.answer_not_yet()
    room.steer("next")
    assert room.stands_at("carousel", "explain", 2)


def test_pause_stops_the_clock_and_resume_gives_all_time_back(room):
    room.steer("next")
    room.wait(minutes=2)
    room.steer("pause")
    left = room.live_session.clock.remaining(room.now)
    room.wait(minutes=7)
    assert room.live_session.clock.remaining(room.now) == left
    room.steer("resume")
    assert room.live_session.clock.remaining(room.now) == left


def test_one_minute_more_is_one_minute_more_also_in_overtime(room):
    room.steer("next")
    room.wait(hours=1)
    room.steer("more_time")
    assert room.live_session.clock.remaining(room.now) == timedelta(minutes=1)


def test_back_skip_and_repeat_lose_no_idea(room):
    ready(room).go_to("carousel", "ideas")
    thinker = room.thinkers[0]
    room.act(thinker, "add_idea", id="idee-0001", text="Een bankje")
    for command in ("back", "repeat", "next", "skip", "back"):
        room.steer(command)
        assert room.look().board.get("idee-0001").payload["text"] == "Een bankje"


def test_the_clock_moves_the_room_by_itself_exactly_when_time_is_up(room):
    ready(room).go_to("carousel", "explain")
    room.wait(seconds=119.9)
    assert not steering.steer_if_due(room.live_session_id, room.now)
    room.wait(seconds=0.1)
    assert steering.steer_if_due(room.live_session_id, room.now)
    assert room.stands_at("carousel", "questions", 1)
    assert not steering.steer_if_due(room.live_session_id, room.now)


def test_a_refused_advance_by_the_clock_changes_no_version(room):
    ready(room).go_to("carousel", "explain")
    before = room.live_session
    assert not steering.steer_if_due(room.live_session_id, room.now)
    assert room.live_session == before


def test_by_hand_the_clock_moves_nothing(room):
    ready(room).go_to("carousel", "explain")
    room.steer("auto_off")
    room.wait(hours=1)
    assert not steering.steer_if_due(room.live_session_id, room.now)


def test_the_clock_never_ends_a_round_or_a_step(room):
    ready(room).go_to("carousel", "next_step")
    room.answer_not_yet()
    room.wait(hours=1)
    assert not steering.steer_if_due(room.live_session_id, room.now)


def test_closing_keeps_totals_and_wipes_kind_and_habit(room):
    ready(room).steer("next")
    assert any(person.habit is Habit.NEVER for person in room.look().people)
    room.steer("close")
    look = room.look()
    assert look.live_session.status is Status.CLOSED
    assert all(person.habit is None and person.kind is None for person in look.people)
    with reading() as db:
        assert retention.totals(db, room.live_session_id)["people"] == 12


def test_one_minute_less_is_refused_when_no_minute_is_left(room):
    room.steer("next")
    length = room.live_session.clock.length
    room.steer("less_time")
    assert room.live_session.clock.length == length - timedelta(minutes=1)
    room.wait(seconds=(length - timedelta(minutes=2)).total_seconds())
    with pytest.raises(DomainError, match="no_minute_left"):
        room.steer("less_time")


def test_next_is_taken_back_with_the_time_that_was_left_unless_somebody_pressed_since(room):
    ready(room).steer("next")
    room.wait(seconds=30)
    left = steering.steer(room.facilitator, room.live_session_id, "next", 1, room.now)
    assert left
    room.wait(seconds=5)
    steering.stand_again(room.facilitator, room.live_session_id, left, room.now)
    assert room.live_session.position == Position(0, 0)
    assert room.live_session.clock.elapsed(room.now) == timedelta(seconds=30)
    with pytest.raises(StaleCommand):
        steering.stand_again(room.facilitator, room.live_session_id, left, room.now)
