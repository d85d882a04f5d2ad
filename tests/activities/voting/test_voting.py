"""Dots: a budget that holds, totals that nobody sees before the end."""

import json
from dataclasses import asdict, replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plekberaad_app.activities.contract.activity import Actor, Audience, Face
from plekberaad_app.activities.kit.for_somebody import Phoneless
from plekberaad_app.activities.voting.option_fields import FORM
from plekberaad_app.activities.voting.rules import Voting
from plekberaad_app.core.contributions import Contribution, MemoryBoard
from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.core.people import Challenge
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n import catalogue
from tests.activities.scenes import FACILITATOR, NOW, Room, actor_of, on_behalf_of, person

ANN, BEN, COR = person(1, 1, 1), person(2, 1, 2), person(3, 2, 1, has_phone=False)
SCREENS = ("phone", "projector", "tablet")
CHOICES = ["Een bank", "Een boom", "Een buurtmaaltijd"]


def room(**options: object) -> Room:
    return Room(Voting(), (ANN, BEN, COR), options={"choices": CHOICES} | options).begin()


def refusal(in_room: Room, actor: Actor, name: str, **payload: object) -> DomainError:
    with pytest.raises(DomainError) as refused:
        in_room.act(actor, name, **payload)
    return refused.value


def face(in_room: Room, screen) -> Face:
    return Voting().face(in_room.scene, Audience(screen))


def obstacle_code(in_room: Room) -> str:
    obstacle = Voting().obstacle(in_room.scene)
    return obstacle.code if obstacle else ""


def dots(in_room: Room, who: Actor) -> dict:
    own = Voting().personal(in_room.scene, who.author)
    return {"spent": own.spent, "left": own.left}


def test_it_has_three_minutes_to_vote_and_two_for_the_result():
    stops = Voting().stops(room().step)
    assert [(stop.phase, stop.length) for stop in stops] == [
        ("vote", timedelta(minutes=3)),
        ("result", timedelta(minutes=2)),
    ]


def test_the_third_dot_is_put_and_the_fourth_refused():
    voting = room()
    for number in range(3):
        voting.act(actor_of(ANN), "vote", id=f"vote-000{number}", choice="choice-1")
    assert dots(voting, actor_of(ANN)) == {"spent": {"choice-1": 3}, "left": 0}
    error = refusal(voting, actor_of(ANN), "vote", id="vote-0009", choice="choice-2")
    assert (error.code, error.values) == ("voting.no_dots_left", {"most": 3})


def test_a_refused_dot_says_for_which_dots_it_holds():
    voting = room(budget=1)
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-1")
    error = refusal(voting, actor_of(ANN), "vote", id="vote-0002", choice="choice-2")
    own = Voting().personal(voting.scene, actor_of(ANN).author)
    assert error.as_of == own.as_of != ""
    voting.act(actor_of(ANN), "retract", id="take-0001", choice="choice-1")
    voting.act(actor_of(ANN), "vote", id="vote-0003", choice="choice-2")
    assert Voting().personal(voting.scene, actor_of(ANN).author).as_of != error.as_of


def test_one_choice_takes_no_more_dots_than_agreed():
    voting = room(max_per_choice=1)
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-1")
    error = refusal(voting, actor_of(ANN), "vote", id="vote-0002", choice="choice-1")
    assert error.code == "voting.enough_here"
    assert voting.act(actor_of(ANN), "vote", id="vote-0003", choice="choice-2")


def test_a_dot_sent_twice_counts_once_also_after_it_was_taken_back():
    voting = room()
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-1")
    assert voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-1") == ()
    voting.act(actor_of(ANN), "retract", id="take-0001", choice="choice-1")
    assert voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-1") == ()
    assert dots(voting, actor_of(ANN)) == {"spent": {}, "left": 3}


def test_a_dot_taken_back_twice_under_one_id_is_one_dot_fewer():
    voting = room()
    for number in (1, 2):
        voting.act(actor_of(ANN), "vote", id=f"vote-000{number}", choice="choice-1")
    voting.act(actor_of(ANN), "retract", id="take-0001", choice="choice-1")
    assert voting.act(actor_of(ANN), "retract", id="take-0001", choice="choice-1") == ()
    assert dots(voting, actor_of(ANN)) == {"spent": {"choice-1": 1}, "left": 2}
    voting.act(actor_of(ANN), "retract", id="take-0002", choice="choice-1")
    assert dots(voting, actor_of(ANN)) == {"spent": {}, "left": 3}


def test_nobody_has_more_dots_than_the_budget_when_a_hidden_choice_comes_back():
    items = [carousel_item(f"next-{number}", "next_step", what="Bel") for number in (1, 2)]
    voting = room_after_a_carousel("next_steps")
    voting.options["budget"] = 2
    voting.board = MemoryBoard(items)
    voting.begin()
    for number in (1, 2):
        voting.act(actor_of(ANN), "vote", id=f"vote-000{number}", choice="next-1")
    voting.hide("next-1")
    for number in (3, 4):
        voting.act(actor_of(ANN), "vote", id=f"vote-000{number}", choice="next-2")
    shown = voting.board.get("next-1")
    assert shown
    voting.board = voting.board.with_changes([replace(shown, hidden=False)])
    assert dots(voting, actor_of(ANN)) == {"spent": {"next-2": 2}, "left": 0}
    voting.go_to("result")
    assert [count for _, count in Voting().report(voting.scene)[0].rows] == [2, 0]


def test_an_id_that_somebody_else_used_is_refused():
    voting = room()
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-1")
    error = refusal(voting, actor_of(BEN), "vote", id="vote-0001", choice="choice-1")
    assert error.code == "id_taken"


def test_a_dot_can_be_taken_back_by_the_one_who_put_it_alone():
    voting = room()
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-1")
    assert voting.act(actor_of(BEN), "retract", id="take-0001", choice="choice-1") == ()
    shells = voting.act(actor_of(ANN), "retract", id="take-0001", choice="choice-1")
    assert [(shell.withdrawn, shell.payload) for shell in shells] == [(True, {})] * 2
    assert dots(voting, actor_of(ANN))["left"] == 3


@pytest.mark.parametrize("name", ["vote", "retract"])
@pytest.mark.parametrize("stop_index", [-1, 1, 2])
def test_dots_move_in_the_voting_phase_only(name: str, stop_index: int):
    voting = room()
    voting.stop_index = stop_index
    payload = {"choice": "choice-1", "id": "vote-0001"}
    assert refusal(voting, actor_of(ANN), name, **payload).code == "voting.closed"


def test_a_choice_that_is_not_there_is_refused():
    error = refusal(room(), actor_of(ANN), "vote", id="vote-0001", choice="choice-4")
    assert error.code == "voting.choice_unknown"


def test_the_facilitator_votes_for_somebody_without_a_phone():
    voting = room()
    (vote,) = voting.act(on_behalf_of(COR), "vote", id="vote-0001", choice="choice-2", person=3)
    assert (vote.author, vote.on_behalf) == (on_behalf_of(COR).author, "person")
    assert dots(voting, on_behalf_of(COR))["left"] == 2


@pytest.mark.parametrize(
    ("actor", "number", "code"),
    [
        (FACILITATOR, None, "voting.for_whom"),
        (on_behalf_of(ANN), 1, "voting.has_phone"),
        (on_behalf_of(COR), 99, "person_unknown"),
        (actor_of(ANN), 3, "voting.only_for_yourself"),
    ],
)
def test_nobody_else_votes_for_somebody(actor: Actor, number: int | None, code: str):
    error = refusal(room(), actor, "vote", id="vote-0001", choice="choice-1", person=number)
    assert error.code == code


@pytest.mark.parametrize("screen", SCREENS)
def test_no_total_exists_before_the_result(screen):
    voting = room()
    before = face(voting, screen).view.choices
    for number in range(3):
        voting.act(actor_of(ANN), "vote", id=f"vote-000{number}", choice="choice-3")
    assert face(voting, screen).view.choices == before
    assert {choice.total for choice in before} == {None}
    assert Voting().report(voting.scene) == ()


@pytest.mark.parametrize("screen", SCREENS)
def test_in_the_result_phase_everyone_sees_the_totals_most_dots_first(screen):
    voting = room()
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-3")
    voting.act(actor_of(BEN), "vote", id="vote-0002", choice="choice-3")
    voting.act(actor_of(BEN), "vote", id="vote-0003", choice="choice-2")
    rows = face(voting.go_to("result"), screen).view.choices
    expected = [("Een buurtmaaltijd", 2), ("Een boom", 1), ("Een bank", 0)]
    assert [(row.label, row.total) for row in rows] == expected
    assert [block.rows for block in Voting().report(voting.scene)] == [tuple(expected)]


def test_without_a_dot_nothing_has_a_place_and_every_screen_says_the_same():
    voting = room()
    assert not face(voting, "phone").view.is_empty
    found = [face(voting.go_to("result"), screen) for screen in SCREENS]
    assert {each.line.key for each in found} == {"voting.line.all.empty"}
    assert all(each.view.is_empty for each in found)
    rows = [row for each in found for row in each.view.choices]
    assert {(row.place, row.total) for row in rows} == {(0, None)}
    voting.go_to("vote").act(actor_of(ANN), "vote", id="vote-0001", choice="choice-3")
    assert not any(face(voting.go_to("result"), screen).view.is_empty for screen in SCREENS)


@pytest.mark.parametrize(
    ("options", "lacks"),
    [
        ({"choices": []}, "voting.no_choices"),
        ({"choices": ["Een bank"]}, "voting.one_choice"),
        ({"choices": ["Een bank", "Een boom"]}, ""),
        ({"choices": [], "source": "marked"}, ""),
    ],
)
def test_a_vote_tells_that_choices_still_have_to_be_typed(options: dict[str, object], lacks: str):
    assert Voting().lacks(room(**options).step) == lacks


def test_after_going_back_to_the_vote_the_totals_are_gone_again():
    voting = room()
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-3")
    voting.go_to("result").go_to("vote")
    assert all(row.total is None for row in face(voting, "tablet").view.choices)


def test_no_screen_learns_who_voted_for_what():
    voting = room()
    voting.act(actor_of(BEN), "vote", id="vote-0001", choice="choice-3")
    for screen in SCREENS:
        assert "tag-2" not in json.dumps(asdict(face(voting, screen).view))
    assert face(voting, "projector").view.voters == 1


def test_the_tablet_knows_who_has_no_phone():
    data = face(room(), "tablet").view
    assert data.phoneless == (Phoneless(number=3, name="C"),)
    assert (data.people, data.is_open) == (3, True)


def test_the_tablet_shows_the_dots_that_were_given_for_somebody_and_nobody_elses():
    voting = room()
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="choice-1")
    # Before their phone was taken off the list they voted themselves: that stays theirs.
    voting.act(actor_of(COR), "vote", id="vote-0002", choice="choice-3")
    entered = [each.entered for each in face(voting, "tablet").view.phoneless]
    assert entered == [""]
    for number in (3, 4):
        vote = {"id": f"vote-000{number}", "choice": "choice-2", "person": 3}
        voting.act(on_behalf_of(COR), "vote", **vote)
    (known,) = face(voting, "tablet").view.phoneless
    label = next(row.label for row in face(voting, "tablet").view.choices if row.id == "choice-2")
    assert known.entered == f"{label} 2×"
    assert "entered" not in json.dumps(asdict(face(voting, "projector").view))


def carousel_item(item_id: str, kind: str, **payload: object) -> Contribution:
    return Contribution(
        item_id, "step-before", 1, "ideas", 1, "challenge-1", "tag-9", kind, payload, NOW
    )


def room_after_a_carousel(source: str) -> Room:
    board = MemoryBoard(
        [
            carousel_item("idea-0001", "idea", text="Een bank", marked=True),
            carousel_item("idea-0002", "idea", text="Een boom", marked=False),
            carousel_item("next_step.1", "next_step", what="Bel de gemeente"),
            carousel_item("next_step.2", "next_step", not_yet=True),
        ]
    )
    before = (Step("step-before", "carousel", ""),)
    return Room(Voting(), (ANN,), (), {"source": source}, board=board, steps_before=before)


@pytest.mark.parametrize(
    ("source", "labels"), [("marked", ["Een bank"]), ("next_steps", ["Bel de gemeente"])]
)
def test_choices_come_from_the_carousels_before(source: str, labels: list[str]):
    rows = face(room_after_a_carousel(source).begin(), "phone").view.choices
    assert [row.label for row in rows] == labels


@pytest.mark.parametrize("source", ["marked", "next_steps", "outcomes"])
def test_choices_come_from_the_one_step_that_was_chosen(source: str):
    voting = room_after_a_carousel(source)
    first = [
        replace(carousel_item("idea-0000", "idea", text="Een hek", marked=True), step_id="step-1"),
        replace(carousel_item("next_step.0", "next_step", what="Bel Ria"), step_id="step-1"),
    ]
    voting.board = voting.board.with_changes(first)
    voting.steps_before = (Step("step-1", "carousel", ""), *voting.steps_before)
    of_all = set(Voting().plan(voting.scene)["choices"])
    for step_id in ("step-1", "step-before"):
        voting.options = {"source": source, "from_step": step_id}
        of_one = set(Voting().plan(voting.scene)["choices"])
        assert of_one == {each for each in of_all if (each[-1] == "0") == (step_id == "step-1")}
        assert of_one
    voting.options = {"source": source, "from_step": "step-of-another-evening"}
    assert Voting().plan(voting.scene) == {"choices": []}


def test_what_it_may_take_instead_is_taken_from_all_earlier_steps():
    voting = room_after_a_carousel("typed")
    steps = [carousel_item(f"next-{number}", "next_step", what="Bel") for number in (1, 2)]
    voting.board = voting.board.with_changes(steps)
    voting.options = {"source": "typed", "from_step": "gone"}
    found = Voting().obstacle(voting.scene)
    assert found is not None
    (taking,) = [cure for cure in found.cures if cure.label.key == "voting.cure.next_steps"]
    voting.options |= taking.values
    assert not Voting().obstacle(voting.scene)


def test_a_carousel_that_comes_later_gives_no_choices():
    voting = room_after_a_carousel("marked")
    voting.steps_before = ()
    assert obstacle_code(voting) == "voting.no_choices"


def test_the_choices_stay_the_same_while_people_vote():
    voting = room_after_a_carousel("marked").begin()
    late = carousel_item("idea-0003", "idea", text="Te laat", marked=True)
    voting.board = voting.board.with_changes([late])
    assert [row.id for row in face(voting, "phone").view.choices] == ["idea-0001"]


def test_an_idea_that_is_hidden_during_the_vote_gives_its_dots_back():
    voting = room_after_a_carousel("marked").begin()
    voting.act(actor_of(ANN), "vote", id="vote-0001", choice="idea-0001")
    voting.hide("idea-0001")
    assert face(voting, "projector").view.choices == ()
    assert dots(voting, actor_of(ANN)) == {"spent": {}, "left": 3}


def test_without_choices_the_vote_cannot_begin():
    voting = room(choices=[" "])
    voting.stop_index = -1
    assert obstacle_code(voting) == "voting.no_choices"
    voting.options = {"choices": ["Een bank", "Een boom"]}
    assert obstacle_code(voting) == ""


def test_with_one_choice_there_is_nothing_to_vote_on_yet_and_it_stands_there_to_be_added_to():
    voting = room(choices=["Een bank"])
    running = Voting().obstacle(voting.scene)
    assert running is not None
    assert not running.is_blocking
    voting.stop_index = -1
    obstacle = Voting().obstacle(voting.scene)
    assert obstacle is not None
    assert (obstacle.code, obstacle.is_blocking) == ("voting.one_choice", True)
    labels = [cure.label.key for cure in obstacle.cures]
    assert labels == ["voting.cure.more", "live.cure.leave_out_and_close"]
    assert obstacle.cures[0].asks[0].given == "Een bank\n"


def test_an_earlier_step_with_one_choice_is_no_way_out_of_a_vote_without_choices():
    voting = room_after_a_carousel("marked")
    voting.stop_index = -1
    found = Voting().obstacle(voting.scene)
    assert found is not None
    assert found.code == "voting.one_choice"
    assert "voting.cure.next_steps" not in [cure.label.key for cure in found.cures]


@pytest.mark.parametrize("budget", [1, 10])
def test_a_budget_of_1_to_10_is_allowed(budget: int):
    assert Voting().options({"budget": budget}).budget == budget


@pytest.mark.parametrize(
    "options",
    [
        {"budget": 0},
        {"budget": 11},
        {"budget": "3"},
        {"choices": "Een bank"},
        {"choices": [3]},
        {"choices": ["x" * 121]},
        {"choices": ["x"] * 31},
        {"source": "elsewhere"},
        {"length": 4},
    ],
)
def test_options_of_a_wrong_type_or_size_are_refused(options):
    with pytest.raises(BadInput):
        Voting().options(options)


def test_the_same_choice_typed_twice_stands_once():
    assert Voting().options({"choices": ["Een bank", " Een  bank", ""]}).choices == ["Een bank"]


@pytest.mark.parametrize("stop_index", [-1, 0, 1, 2])
def test_every_text_is_in_the_catalogue(stop_index: int):
    voting = room()
    voting.stop_index = stop_index
    shown = face(voting, "tablet")
    assert shown.script
    script = {shown.script.say.key, shown.script.do.key}
    wanted = {shown.line.key, *script, "voting.phase.vote", "voting.phase.result"}
    assert wanted <= catalogue.keys("nl") & catalogue.keys("en")


ACTS = st.lists(
    st.tuples(
        st.sampled_from([actor_of(ANN), actor_of(BEN), on_behalf_of(COR)]),
        st.sampled_from(["vote", "vote", "retract"]),
        st.integers(0, 12),
        st.integers(1, 4),
    ),
    max_size=40,
)


@settings(max_examples=60)
@given(ACTS, st.integers(1, 4), st.integers(1, 4))
def test_whatever_people_tap_nobody_has_more_dots_than_the_budget(acts, budget, most):
    voting = room(budget=budget, max_per_choice=most)
    for actor, name, number, choice in acts:
        payload = {"choice": f"choice-{choice}", "person": 3 if actor.is_facilitator else None}
        payload |= {"id": f"{name}-{number:04}"}
        try:
            voting.act(actor, name, **payload)
        except DomainError:
            continue
    for who in (ANN, BEN, COR):
        mine = dots(voting, actor_of(who))
        assert sum(mine["spent"].values()) + mine["left"] == budget
        assert mine["left"] >= 0
        assert all(count <= min(most, budget) for count in mine["spent"].values())


@pytest.mark.parametrize("screen", SCREENS)
def test_a_vote_without_choices_says_what_is_going_on(screen):
    voting = room(choices=[])
    assert face(voting, screen).line.key == "voting.line.all.waiting"
    assert obstacle_code(voting) == "voting.no_choices"
    voting.go_to("result")
    assert face(voting, screen).line.key == "voting.line.all.nothing"
    assert obstacle_code(voting) == ""


def test_the_script_of_a_vote_without_choices_says_what_can_be_done():
    script = face(room(choices=[]), "tablet").script
    assert script is not None
    assert script.do.key == "voting.script.waiting.do"


def test_choices_of_one_challenge_stand_together_under_it():
    voting = room_after_a_carousel("marked")
    bank, path = (Challenge(f"wens-{who.number}", who, f"Wens {who.number}") for who in (ANN, BEN))
    voting.challenges = (bank, path)
    voting.board = MemoryBoard().with_changes(
        [
            replace(
                carousel_item(f"idea-000{at}", "idea", text=f"Idee {at}", marked=True),
                challenge_id=owner.id,
            )
            for at, owner in enumerate((bank, path, bank))
        ]
    )
    rows = face(voting.begin(), "phone").view.choices
    assert [(row.label, row.heading) for row in rows] == [
        ("Idee 0", "Wens 1"),
        ("Idee 2", ""),
        ("Idee 1", "Wens 2"),
    ]


def test_the_result_is_told_in_places_that_equals_share():
    voting = room()
    for number, choice in enumerate((2, 2, 1)):
        voting.act(actor_of(ANN), "vote", id=f"ann-000{number}", choice=f"choice-{choice}")
    voting.act(actor_of(BEN), "vote", id="ben-0001", choice="choice-1")
    voting.go_to("result")
    rows = face(voting, "projector").view.choices
    assert [(row.label, row.place, row.total) for row in rows] == [
        ("Een bank", 1, 2),
        ("Een boom", 1, 2),
        ("Een buurtmaaltijd", 3, 0),
    ]


def test_its_question_is_in_what_it_leaves_for_the_report():
    voting = room(question="Wat doen we eerst?").go_to("result")
    assert [block.question for block in Voting().report(voting.scene)] == ["Wat doen we eerst?"]


def test_more_choices_than_there_may_be_are_refused_with_the_limit():
    form = {
        "choices": "\n".join(map(str, range(31))),
        "budget": "3",
        "source": "typed",
        "question": "",
    }
    with pytest.raises(BadInput) as refused:
        Voting().options(FORM.read(form))
    assert (refused.value.code, refused.value.values) == (
        "voting.too_many_choices",
        {"most": 30, "n": 31},
    )
