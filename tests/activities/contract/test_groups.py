"""An activity that plans pairs and keeps something private, made up here, keeps to the contract."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from inspect import signature
from itertools import product
from typing import get_args

import pytest

from plekberaad_app.activities.contract.activity import ScreenName
from plekberaad_app.activities.contract.discovery import manifest_of
from plekberaad_app.activities.contract.groups import (
    group_of,
    groups_now,
    members,
    pair_of,
    with_groups,
    with_moved,
)
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.groups import Group, GroupKind, met_in
from tests.activities.contract import test_contract as contract
from tests.activities.interview import with_interview
from tests.activities.scenes import Room, person

KIND = "interview"
# It has no form, nobody writes with an outbox and, since it is made up, its texts have no files.
ELSEWHERE = {
    contract.test_a_phone_lists_what_its_author_wrote_in_the_first_box,
    contract.test_every_box_is_open_at_some_moment_and_none_before_its_step_or_after_it,
    contract.test_its_form_can_be_drawn,
    contract.test_its_texts_stand_under_its_own_name_in_every_language,
    contract.test_what_the_outbox_and_the_tablets_paper_send_is_what_its_boxes_take,
    contract.test_what_people_do_with_their_own_notes_are_acts_that_take_what_is_sent,
    contract.test_where_people_write_more_than_one_thing_each_has_a_name_on_the_tablet,
}
PROMISES = [
    each
    for name, each in vars(contract).items()
    if name.startswith("test_") and each not in ELSEWHERE
]


def promises(*given: str) -> list[Callable[..., None]]:
    """The tests of the contract that ask for this."""
    return [each for each in PROMISES if [*signature(each).parameters] == [*given]]


@pytest.fixture(autouse=True)
def interview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with with_interview(tmp_path_factory.mktemp("home")):
        yield


@pytest.mark.parametrize("holds", promises("kind"))
def test_it_keeps_to_the_contract(holds: Callable[[str], None]):
    holds(KIND)


@pytest.mark.parametrize(
    ("holds", "about"),
    [
        *product(promises("kind", "name"), ("tell", "think")),
        *product(promises("kind", "screen"), get_args(ScreenName)),
    ],
)
def test_its_acts_and_panels_keep_to_the_contract(holds: Callable[[str, str], None], about: str):
    holds(KIND, about)


@pytest.mark.parametrize("word", ["report", "outcomes"])
def test_the_contract_notices_what_is_private_in_what_it_leaves(
    word: str, monkeypatch: pytest.MonkeyPatch
):
    rules = manifest_of(KIND).rules
    monkeypatch.setattr(
        type(rules), word, lambda _, scene: list(scene.board.of_step(scene.step.id, "thought"))
    )
    with pytest.raises(AssertionError):
        contract.test_what_is_private_is_in_nothing_that_it_leaves_nor_on_a_shared_screen(KIND)


@pytest.fixture
def room() -> Room:
    people = tuple(person(number, 1 + number % 2, number) for number in range(1, 9))
    return Room(manifest_of(KIND).rules, people, tables=2).begin()


def test_a_stop_that_makes_new_pairs_makes_others(room: Room):
    first = dict(groups_now(room.scene))
    second = dict(groups_now(room.stand_at(1).scene))
    assert not met_in([_division(first)]) & met_in([_division(second)])
    # No number comes back, so that what one pair wrote is never shown to another.
    assert not {group.number for group in first} & {group.number for group in second}


def test_going_back_restores_the_pairs_and_going_on_again_too(room: Room):
    first = groups_now(room.scene)
    second = groups_now(room.stand_at(1).scene)
    assert groups_now(room.stand_at(0).scene) == first
    assert groups_now(room.stand_at(1).scene) == second


def test_where_everybody_is_one_group_nobody_is_in_a_pair(room: Room):
    shared = room.stand_at(2).scene
    assert groups_now(shared) == {}
    assert {group_of(shared, each) for each in room.people} == {Group(GroupKind.ROOM)}


def test_a_pair_is_of_one_table_and_meets_there(room: Room):
    for each in room.people:
        pair = pair_of(room.scene, each)
        assert pair
        assert {other.table for other in members(room.scene, pair)} == {each.table}
        assert room.activity.seat(room.scene, each) == (each.table, "")


def test_pairs_that_met_in_an_earlier_step_are_not_made_again(room: Room):
    earlier = groups_now(room.scene)
    again = Room(room.activity, room.people, tables=2, steps_before=(_called("eerder", room),))
    assert not met_in([_division(earlier)]) & met_in([_division(groups_now(again.begin().scene))])


def test_somebody_who_came_too_late_for_this_stop_is_in_no_pair_until_placed(room: Room):
    late = person(9, 1, 9)
    room.people = (*room.people, late)
    assert pair_of(room.scene, late) is None
    assert group_of(room.scene, late) == Group(GroupKind.TABLE, 1)
    room.stand_at(room.stop_index)
    assert pair_of(room.scene, late) in groups_now(room.scene)


def test_nothing_changes_in_a_plan_in_which_everybody_is_placed(room: Room):
    rules = room.activity
    scene = room.scene
    assert with_groups(rules, scene) is scene.step.plan  # pyright: ignore[reportArgumentType]


def test_somebody_is_moved_only_to_a_pair_of_this_stop(room: Room):
    first = min(group.number for group in groups_now(room.scene))
    second = min(group.number for group in groups_now(room.stand_at(1).scene))
    mover = next(
        each for each in room.people if pair_of(room.scene, each) != Group(GroupKind.PAIR, second)
    )
    room.plan = dict(with_moved(room.scene, mover, second))
    assert pair_of(room.scene, mover) == Group(GroupKind.PAIR, second)
    with pytest.raises(NotFound) as refused:
        with_moved(room.scene, mover, first)
    assert refused.value.code == "group_gone"
    with pytest.raises(NotAllowed):
        with_moved(room.stand_at(2).scene, mover, 0)


def _division(found):
    return {group.number: meeting for group, meeting in found.items()}


def _called(step_id: str, room: Room):
    return replace(room.step, id=step_id)
