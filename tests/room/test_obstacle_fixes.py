"""Every obstacle of every activity offers taps, and every tap really ends it."""

import ast
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from plekberaad_app import activities
from plekberaad_app.activities.contract.discovery import activities as every_activity
from plekberaad_app.activities.contract.obstacle import Ask, Cure, Obstacle
from plekberaad_app.activities.contract.stage import obstacle, running
from plekberaad_app.core.errors import BadInput, HeldUp
from plekberaad_app.core.evening import Status
from plekberaad_app.core.programme import Step
from plekberaad_app.room import acts, erasure, obstacle_fixes, steering
from tests.rooms import PROGRAMME, Room, open_room
from tests.stores import SqliteFile

pytestmark = pytest.mark.usefixtures("sqlite_store", "quick_hashes")

WELCOME, CAROUSEL, VOTING = PROGRAMME
CLOSING = Step("closing", "welcome", "Slot")
TYPED = {
    "number": "1",
    "sentence": "Een plek om te zitten",
    "what": "Ik bel de gemeente",
    "who": "",
    "when": "",
    "choices": "Een bank\nEen boom",
}


def empty_programme() -> Room:
    return open_room(programme=())


def nobody_at_tables() -> Room:
    room = open_room((WELCOME, CAROUSEL, CLOSING))
    room.fill(6)
    room.steer("next")
    return room


def nobody_at_all() -> Room:
    return open_room((CAROUSEL, CLOSING))


def no_owners() -> Room:
    room = open_room((CAROUSEL, CLOSING))
    room.fill(8)
    room.seat(2)
    return room


def a_carousel(tables: int, people: int, **options: Any) -> Room:
    room = open_room((Step("carousel", "carousel", "Ronde", options), CLOSING))
    room.gather(people, tables)
    return room


def too_few_rounds() -> Room:
    return a_carousel(2, 8, rounds=1)


def more_rounds_than_wishes() -> Room:
    return a_carousel(2, 8, mode="inside", rounds=5)


def too_many_rounds() -> Room:
    return a_carousel(2, 8, mode="groups", rounds=5)


def groups_at_one_table() -> Room:
    return a_carousel(1, 5, mode="groups", rounds=2)


def written_in_private() -> Room:
    room = open_room((Step("carousel", "carousel", "Ronde", {"is_private": True}), CLOSING))
    room.gather(8)
    room.go_to("carousel", "ideas")
    room.act(room.thinkers[0], "add_idea", id="een-idee-01", text="Een bank")
    return room


def one_table_undecided() -> Room:
    room = two_tables_undecided()
    room.act_on_tablet("not_yet", {"table": 1})
    return room


def two_tables_undecided() -> Room:
    room = open_room((CAROUSEL, CLOSING))
    room.gather(8)
    room.go_to("carousel", "next_step")
    return room


def owner_left() -> Room:
    room = open_room((CAROUSEL, CLOSING))
    room.gather(8)
    room.go_to("carousel", "questions")
    leave(room, 1)
    return room


def owners_left() -> Room:
    room = owner_left()
    leave(room, 2)
    return room


def leave(room: Room, table: int) -> None:
    """Who has the turn at this table goes home."""
    here = running(room.look(), room.now)
    assert here is not None
    owner = next(
        who for who in room.look().people if here[0].seat(here[1], who) == (table, "owner")
    )
    erasure.erase(room.facilitator, room.live_session_id, owner.number, room.now)


def a_vote(*, after_ideas: bool = False, last: bool = False) -> Room:
    """A vote on chosen ideas of which there are none; the carousel before it may have others."""
    vote = Step("voting", "voting", "Kies mee", {"source": "marked"})
    room = open_room((CAROUSEL, vote) if last else (CAROUSEL, vote, CLOSING))
    room.gather(8)
    room.go_to("carousel", "next_step", 2)
    for table in (1, 2):
        what = {"what": f"Ik bel nummer {table}"} if after_ideas else {}
        name = "record_next_step" if after_ideas else "not_yet"
        room.act_on_tablet(name, {"table": table} | what, round=2)
    return room


def a_vote_without_choices() -> Room:
    return a_vote()


def a_vote_after_first_steps() -> Room:
    return a_vote(after_ideas=True)


def a_last_vote_without_choices() -> Room:
    return a_vote(last=True)


def skipped_into_a_vote() -> Room:
    room = a_vote(after_ideas=True)
    room.steer("skip")
    return room


def reopened_a_vote_whose_choices_are_hidden() -> Room:
    room = skipped_into_a_vote()
    take(room, "voting.cure.next_steps")
    room.steer("skip")
    for item in list(room.look().board.of_step("carousel", "next_step")):
        acts.hide(room.facilitator, room.live_session_id, item.id, True)
    seen = room.live_session.steering
    steering.reopen(room.facilitator, room.live_session_id, "voting", seen, room.now)
    return room


def a_vote_on_one_choice() -> Room:
    vote = Step("voting", "voting", "Kies mee", {"choices": ["Een bank"]})
    return open_room((vote, CLOSING))


def skipped_into_a_vote_on_one_choice() -> Room:
    room = open_room((WELCOME, Step("voting", "voting", "", {"choices": ["Een bank"]}), CLOSING))
    room.steer("next")
    room.steer("skip")
    return room


def told_by_activities() -> dict[Callable[[], Room], str]:
    """What an activity's own tests say can be in the way: `tests/activities/<kind>/situations.py`.

    Its `SITUATIONS` are as those below.
    """
    named = (f"tests.activities.{kind}.situations" for kind in every_activity())
    found = (import_module(name) for name in named if find_spec(name))
    return {room: code for module in found for room, code in module.SITUATIONS.items()}


SITUATIONS: Mapping[Callable[[], Room], str] = {
    empty_programme: "programme_empty",
    nobody_at_tables: "carousel.no_tables",
    nobody_at_all: "carousel.no_tables",
    no_owners: "carousel.no_owners",
    too_few_rounds: "rotation.too_few_rounds",
    more_rounds_than_wishes: "rotation.more_rounds_than_wishes",
    too_many_rounds: "rotation.too_many_rounds",
    groups_at_one_table: "rotation.too_few_tables",
    written_in_private: "carousel.reveal_first",
    one_table_undecided: "carousel.next_step_missing",
    two_tables_undecided: "carousel.next_steps_missing",
    owner_left: "carousel.owner_left",
    owners_left: "carousel.owners_left",
    a_vote_without_choices: "voting.no_choices",
    a_vote_after_first_steps: "voting.no_choices",
    a_last_vote_without_choices: "voting.no_choices",
    skipped_into_a_vote: "voting.no_choices",
    reopened_a_vote_whose_choices_are_hidden: "voting.no_choices",
    a_vote_on_one_choice: "voting.one_choice",
    skipped_into_a_vote_on_one_choice: "voting.one_choice",
    **told_by_activities(),
}


def found_in(room: Room) -> Obstacle | None:
    return obstacle(room.look(), room.now)


def standing_in(room: Room) -> Obstacle:
    found = found_in(room)
    assert found is not None
    return found


def tap(room: Room, cure: Cure, typed: Mapping[str, Any] = TYPED) -> None:
    made_on = room.live_session.steering
    obstacle_fixes.cure(room.facilitator, room.live_session_id, cure.id, typed, made_on, room.now)


def filled_in(ask: Ask) -> str:
    """What somebody fills in there."""
    if ask.choices:
        return str(ask.choices[0][0])
    return TYPED.get(ask.name, TYPED["choices"] if ask.is_list else TYPED["what"])


def take(room: Room, label: str) -> None:
    """Tap the cure that says this."""
    tap(room, next(each for each in standing_in(room).every_cure() if each.label.key == label))


def still_stands(part: Obstacle, room: Room) -> bool:
    """Whether the same is in the way, of the same step and about the same table."""
    now = found_in(room)
    if now is None or now.step_id != (part.step_id or now.step_id):
        return False
    told = [(each.code, each.values) for each in (now, *now.parts)]
    return (part.code, part.values) in told


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_obstacle_offers_taps_and_holds_who_goes_on(situation: Callable[[], Room]):
    room = situation()
    found = standing_in(room)
    assert found.code == SITUATIONS[situation]
    assert found.cures or found.parts
    assert all(part.cures for part in found.parts)
    with pytest.raises(HeldUp, match=found.code) if found.is_blocking else nullcontext():
        room.steer("next")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_tap_ends_what_it_stands_beside(
    situation: Callable[[], Room], sqlite_file: SqliteFile
):
    room = situation()
    found = standing_in(room)
    as_it_stands = sqlite_file.content()
    for each in (found, *found.parts):
        for cure in each.cures:
            sqlite_file.put_back(as_it_stands)
            same = next(one for one in standing_in(room).every_cure() if one.id == cure.id)
            tap(room, same, {ask.name: filled_in(ask) for ask in same.asks})
            assert not still_stands(each, room), cure


def test_no_obstacle_is_forgotten_here():
    folder = Path(activities.__file__).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")]
    named = {
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Obstacle"
        and isinstance(node.args[0], ast.Constant)
    }
    assert named <= {*SITUATIONS.values()}
    assert len(named) >= 5


def test_a_tap_on_an_obstacle_that_is_gone_does_nothing():
    room = one_table_undecided()
    late = standing_in(room).cures[1]
    tap(room, late)
    before = room.live_session.version
    tap(room, late)
    assert room.live_session.version == before


def test_a_tap_that_asks_for_words_wants_them():
    room = one_table_undecided()
    typed = next(cure for cure in standing_in(room).cures if cure.asks)
    with pytest.raises(BadInput, match="text_empty"):
        tap(room, typed, TYPED | {"what": "  "})
    assert standing_in(room).code == "carousel.next_step_missing"


def test_all_tables_at_once_say_not_yet_and_what_was_said_stands():
    room = two_tables_undecided()
    take(room, "carousel.cure.all_not_yet")
    assert found_in(room) is None
    steps = room.look().board.of_step("carousel", "next_step")
    assert [(step.table, step.payload) for step in steps] == [
        (1, {"not_yet": True}),
        (2, {"not_yet": True}),
    ]


def test_a_vote_that_began_without_choices_gets_the_ones_that_were_tapped():
    room = skipped_into_a_vote()
    take(room, "voting.cure.next_steps")
    here = running(room.look(), room.now)
    assert here is not None
    assert here[1].step.id == "voting"
    room.act(
        room.visitors[0], "vote", "voting", id="een-stip-01", choice=here[1].step.plan["choices"][0]
    )


def test_after_the_last_part_leaving_out_ends_the_evening():
    room = a_last_vote_without_choices()
    take(room, "live.cure.leave_out_and_close")
    assert room.live_session.status is Status.CLOSED
