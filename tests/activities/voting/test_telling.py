"""The result told in turn: third, second, first, as the facilitator taps."""

from typing import get_args

import pytest

from plekberaad_app.activities.contract.activity import Audience, Face, ScreenName
from plekberaad_app.activities.voting.rules import Voting
from plekberaad_app.activities.voting.views import TellingView
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.platform.i18n import catalogue
from tests.activities.scenes import FACILITATOR, Room, actor_of, person

PEOPLE = tuple(person(number, 1) for number in range(1, 9))
CHOICES = ["Een bank", "Een boom", "Een feest", "Een fontein", "Een tuin"]
ROOM_SCREENS: tuple[ScreenName, ...] = ("phone", "projector")


def room(*dots: int, **options: object) -> Room:
    """A vote in which the first choice has so many dots, the second so many, and so on."""
    voting = Room(Voting(), PEOPLE, options={"choices": CHOICES, "budget": 10} | options).begin()
    for choice, count in enumerate(dots, start=1):
        for number in range(count):
            dot = {"id": f"dot-{choice}-00{number}", "choice": f"choice-{choice}"}
            voting.act(actor_of(PEOPLE[choice - 1]), "vote", **dot)
    return voting


def face(voting: Room, screen: ScreenName = "projector") -> Face:
    return Voting().face(voting.scene, Audience(screen))


def told(voting: Room, screen: ScreenName = "projector") -> list[tuple[str, int]]:
    return [(row.label, row.place) for row in face(voting, screen).view.choices]


def tell(voting: Room, left: int) -> None:
    voting.act(FACILITATOR, "tell", left=left)


@pytest.mark.parametrize("screen", ROOM_SCREENS)
def test_the_third_the_second_and_the_first_are_told_one_after_another(screen):
    voting = room(5, 4, 3, 2)
    tell(voting, 3)
    voting.go_to("result")
    assert told(voting, screen) == []
    tell(voting, 2)
    assert told(voting, screen) == [("Een feest", 3)]
    tell(voting, 1)
    assert told(voting, screen) == [("Een boom", 2), ("Een feest", 3)]
    tell(voting, 0)
    assert [place for _, place in told(voting, screen)] == [1, 2, 3, 4, 5]


def test_anyone_who_shares_a_place_is_told_together():
    voting = room(2, 5, 5, 2)
    tell(voting, 3)
    voting.go_to("result")
    tell(voting, 1)
    assert told(voting) == [("Een bank", 3), ("Een fontein", 3)]
    tell(voting, 0)
    assert told(voting)[:2] == [("Een boom", 1), ("Een feest", 1)]


def test_a_place_beyond_the_third_is_told_with_the_first():
    voting = room(5, 4, 4, 2)
    tell(voting, 3)
    voting.go_to("result")
    tell(voting, 1)
    assert told(voting) == [("Een boom", 2), ("Een feest", 2)]


@pytest.mark.parametrize("screen", ROOM_SCREENS)
def test_all_can_be_shown_at_once(screen):
    voting = room(5, 4, 3)
    tell(voting, 3)
    voting.go_to("result")
    tell(voting, 0)
    assert len(told(voting, screen)) == len(CHOICES)


def test_without_it_the_whole_result_stands_there():
    assert len(told(room(5, 4, 3).go_to("result"))) == len(CHOICES)


def test_the_form_of_the_vote_can_ask_for_it_beforehand():
    voting = room(5, 4, 3, in_turn=True).go_to("result")
    assert told(voting) == []
    tell(voting, 0)
    assert len(told(voting)) == len(CHOICES)


def test_while_people_vote_all_choices_stand_there():
    voting = room(in_turn=True)
    assert len(told(voting)) == len(CHOICES)


def test_a_place_without_a_dot_is_no_place_to_tell():
    voting = room(5, 4, in_turn=True).go_to("result")
    assert face(voting, "tablet").view.telling == TellingView(left=2, place=2, places=2)


def test_a_result_without_any_dot_has_nothing_to_tell():
    voting = room(in_turn=True).go_to("result")
    assert len(told(voting)) == len(CHOICES)
    assert face(voting, "tablet").view.telling == TellingView(left=0, place=0, places=0)


def test_the_tablet_sees_all_and_which_place_comes_next():
    voting = room(5, 5, 3, in_turn=True).go_to("result")
    assert len(told(voting, "tablet")) == len(CHOICES)
    assert face(voting, "tablet").view.telling == TellingView(left=2, place=3, places=2)
    tell(voting, 1)
    assert face(voting, "tablet").view.telling == TellingView(left=1, place=1, places=2)


def test_every_screen_says_which_place_comes_next():
    voting = room(5, 4, 3, in_turn=True).go_to("result")
    lines = {screen: face(voting, screen).line for screen in get_args(ScreenName)}
    assert {line.key for line in lines.values()} == {"voting.line.all.telling"}
    assert {line.values["place"] for line in lines.values()} == {3}
    assert "voting.line.all.telling" in catalogue.keys("nl") & catalogue.keys("en")


def test_telling_twice_what_was_told_changes_nothing():
    voting = room(5, 4, 3, in_turn=True).go_to("result")
    tell(voting, 2)
    assert voting.act(FACILITATOR, "tell", left=2) == ()


def test_only_whoever_steers_tells_the_result():
    voting = room(5, 4, 3, in_turn=True).go_to("result")
    with pytest.raises(NotAllowed, match="facilitator_only"):
        voting.act(actor_of(PEOPLE[0]), "tell", left=0)


def test_the_report_has_the_whole_result_also_before_it_was_told():
    voting = room(5, 4, 3, in_turn=True).go_to("result")
    assert [len(block.rows) for block in Voting().report(voting.scene)] == [len(CHOICES)]


def test_once_the_vote_is_over_nothing_of_the_result_is_kept_back():
    assert len(told(room(5, 4, 3, in_turn=True).end())) == len(CHOICES)


def test_one_choice_is_not_told_in_turn():
    voting = room(3, choices=["Een bank"], in_turn=True).go_to("result")
    assert told(voting) == [("Een bank", 1)]
    assert face(voting, "tablet").view.telling == TellingView(left=0, place=0, places=0)
