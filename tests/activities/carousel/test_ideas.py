"""Ideas: thinkers write them, their authors alone change them, and nothing is stored twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.contract.activity import Actor
from plekberaad_app.activities.contract.capabilities import OwnNote
from plekberaad_app.activities.kit.writing import MAX_WRITTEN
from plekberaad_app.core.errors import DomainError
from tests.activities.carousel.scenes import PEOPLE, A, C, F, a, b, c, carousel, d, e, idea, refusal
from tests.activities.scenes import FACILITATOR, Room, actor_of, on_behalf_of, person

FOR_TABLE_1 = Actor("tag-of-table-1", is_facilitator=True, on_behalf="table")
NEW = {"id": "idea-0001", "text": "Een bank", "round": 1}


def text_of(room: Room, idea_id: str = "idea-0001") -> str:
    found = room.board.get(idea_id)
    assert found is not None
    return found.payload.get("text", "")


def own(room: Room, actor: Actor) -> tuple[OwnNote, ...]:
    return Carousel().own_notes(room.scene, actor.author)


def test_an_idea_stands_with_everything_known_when_it_was_written():
    (stored,) = carousel().act(c, "add_idea", id="idea-0001", text="  Een   bank ", round=1)
    assert (stored.round, stored.phase, stored.table) == (1, "ideas", 1)
    assert (stored.challenge_id, stored.author, stored.on_behalf) == ("challenge-1", "tag-3", "")
    assert stored.payload == {"text": "Een bank", "marked": False, "asked": False, "answer": ""}


@pytest.mark.parametrize(("phase", "number"), [("explain", 1), ("questions", 1)])
def test_before_the_ideas_phase_it_is_too_early(phase: str, number: int):
    assert refusal(carousel().go_to(phase, number), c, "add_idea", **NEW) == "too_early"


@pytest.mark.parametrize("number", [2, 3, 9999])
def test_for_a_round_that_was_not_reached_it_is_too_early(number: int):
    assert refusal(carousel(), c, "add_idea", **NEW | {"round": number}) == "too_early"


@pytest.mark.parametrize(
    ("phase", "number"), [("review", 1), ("next_step", 1), ("explain", 2), ("ideas", 2)]
)
def test_a_late_idea_stands_with_the_round_it_was_written_in(phase: str, number: int):
    room = carousel().go_to(phase, number)
    (late,) = room.act(e, "add_idea", **NEW)
    assert (late.round, late.table, late.challenge_id) == (1, 2, "challenge-4")
    assert late.phase == (phase if number == 1 else "ideas")


def test_an_idea_that_comes_after_the_last_round_is_still_stored():
    (late,) = carousel().end().act(c, "add_idea", **NEW | {"round": 2})
    assert (late.round, late.challenge_id, late.phase) == (2, "challenge-2", "ideas")


def test_a_late_idea_goes_to_the_table_where_its_author_sat_then():
    room = Room(Carousel(), PEOPLE, carousel().challenges[:2], options={"mode": "groups"}, tables=2)
    room.begin().go_to("ideas", 2)
    (now,) = room.act(c, "add_idea", **NEW | {"round": 2})
    (late,) = room.act(c, "add_idea", **NEW | {"id": "idea-0002"})
    assert (now.table, now.challenge_id) == (2, "challenge-4")
    assert (late.table, late.challenge_id) == (1, "challenge-1")


def test_the_owner_listens_and_may_write_in_another_round():
    room = carousel()
    assert refusal(room, a, "add_idea", **NEW) == "owner_listens"
    assert (
        refusal(room, Actor(a.author, A, on_behalf="table"), "add_idea", **NEW) == "owner_listens"
    )
    assert room.go_to("ideas", 2).act(a, "add_idea", **NEW | {"round": 2})


def test_without_a_table_or_an_owner_there_is_nothing_to_think_about():
    room = carousel()
    assert refusal(room, actor_of(person(9)), "add_idea", **NEW) == "carousel.no_table"
    room.challenges = room.challenges[1:]
    assert refusal(room, c, "add_idea", **NEW) == "carousel.no_owner_here"


def test_an_idea_sent_twice_stands_once():
    room = carousel()
    idea(room, c)
    assert room.act(c, "add_idea", **NEW) == ()
    assert len(own(room, c)) == 1


def test_an_idea_sent_again_after_it_was_taken_back_stays_away():
    room = carousel()
    room.act(c, "take_back_idea", id=idea(room, c))
    assert room.act(c, "add_idea", **NEW) == ()
    assert own(room, c) == ()


def test_an_id_that_somebody_else_used_is_refused():
    room = carousel()
    idea(room, c)
    assert refusal(room, b, "add_idea", **NEW) == "id_taken"
    assert own(room, b) == ()


def test_an_idea_cannot_take_the_place_of_a_next_step():
    room = carousel().go_to("review")
    (step,) = room.act(a, "record_next_step", what="Ik bel de gemeente")
    assert refusal(room, a, "add_idea", **NEW | {"id": step.id}) == "bad_input"


def test_paper_notes_are_typed_for_the_table():
    room = carousel()
    (by_host,) = room.act(
        Actor(c.author, C, on_behalf="table"), "add_idea", **NEW | {"behalf": "table"}
    )
    assert (by_host.table, by_host.on_behalf) == (1, "table")
    (typed,) = room.act(FOR_TABLE_1, "add_idea", **NEW | {"id": "idea-0002", "table": 1})
    assert (typed.table, typed.challenge_id, typed.on_behalf) == (1, "challenge-1", "table")


def test_a_facilitator_types_for_somebody_without_a_phone():
    (typed,) = carousel().act(on_behalf_of(F), "add_idea", **NEW | {"person": 6})
    assert (typed.table, typed.author, typed.on_behalf) == (2, "proxy-tag-6", "person")


def test_a_facilitator_says_for_which_table():
    assert refusal(carousel(), FACILITATOR, "add_idea", **NEW) == "carousel.which_table"
    assert refusal(carousel(), FACILITATOR, "add_idea", **NEW | {"table": 7}) == (
        "carousel.no_owner_here"
    )


def test_a_participant_does_not_write_in_somebody_elses_name():
    assert refusal(carousel(), c, "add_idea", **NEW | {"person": 6}) == "carousel.only_for_table"


def test_the_hundredth_idea_is_stored_and_the_next_one_refused():
    room = carousel()
    for number in range(MAX_WRITTEN - 1):
        idea(room, c, id=f"idea-{number:04}")
    assert room.act(c, "add_idea", **NEW | {"id": "idea-last"})
    assert refusal(room, c, "add_idea", **NEW | {"id": "idea-over"}) == "too_many"
    assert room.act(b, "add_idea", **NEW | {"id": "idea-else"})
    assert room.go_to("ideas", 2).act(c, "add_idea", **NEW | {"id": "idea-next", "round": 2})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text_empty"),
        ("\x00 \u200b", "text_empty"),
        ("x" * 281, "text_too_long"),
        ("x" * 100_000, "text_too_long"),
        ("x" * 100_001, "bad_input"),
        ("a" + "\u0301" * 40, "text_unreadable"),
        ("half \ud800", "bad_input"),
        (None, "bad_input"),
        (12, "bad_input"),
        (["x"], "bad_input"),
        ({"$ne": ""}, "bad_input"),
    ],
)
def test_a_text_that_is_no_good_is_refused_everywhere(text, code: str):
    room = carousel()
    assert refusal(room, c, "add_idea", **NEW | {"text": text}) == code
    idea(room, c)
    assert refusal(room, c, "change_idea", id="idea-0001", text=text) == code
    assert text_of(room) == "Een bank"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("مرحبا", "مرحبا"),
        ("\u202egnp.exe", "gnp.exe"),
        ("👩‍👩‍👧 samen", "👩‍👩‍👧 samen"),
        ("cafe\u0301", "café"),
        ("bank\x00je", "bankje"),
    ],
)
def test_a_strange_text_is_stored_as_plain_text(text: str, stored: str):
    room = carousel()
    idea(room, c, text)
    assert text_of(room) == stored


def test_an_author_changes_and_takes_back_their_own_idea():
    room = carousel()
    room.act(c, "change_idea", id=idea(room, c), text="Twee banken")
    assert text_of(room) == "Twee banken"
    assert room.act(c, "change_idea", id="idea-0001", text="Twee banken") == ()
    (shell,) = room.act(c, "take_back_idea", id="idea-0001")
    assert (shell.withdrawn, shell.payload) == (True, {})
    assert room.act(c, "take_back_idea", id="idea-0001") == ()
    assert refusal(room, c, "change_idea", id="idea-0001", text="Toch") == "idea_unknown"


@pytest.mark.parametrize("other", [a, b, d, FACILITATOR])
def test_nobody_else_changes_or_takes_back_an_idea(other: Actor):
    room = carousel()
    idea(room, c)
    assert refusal(room, other, "change_idea", id="idea-0001", text="Weg") == "not_your_idea"
    assert refusal(room, other, "take_back_idea", id="idea-0001") == "not_your_idea"


def test_after_the_step_the_words_stand_and_can_still_be_taken_back():
    room = carousel()
    idea(room, c)
    room.end()
    refused = refusal(room, c, "change_idea", id="idea-0001", text="Iets heel anders")
    assert refused == "carousel.words_stand"
    assert refusal(room, d, "change_idea", id="idea-0001", text="x") == "not_your_idea"
    room.act(c, "take_back_idea", id="idea-0001")
    assert own(room, c) == ()


@pytest.mark.parametrize("name", ["change_idea", "take_back_idea", "answer_idea", "mark_idea"])
def test_an_idea_of_another_step_or_evening_is_not_there(name: str):
    more = {"on": True} if name == "mark_idea" else {"text": "x"}
    payload = {"id": "idea-else"} | ({} if name == "take_back_idea" else more)
    assert refusal(carousel(), c, name, **payload) == "idea_unknown"


def test_a_change_to_a_hidden_idea_does_not_bring_it_back():
    room = carousel()
    room.hide(idea(room, c))
    (changed,) = room.act(c, "change_idea", id="idea-0001", text="Netter")
    assert changed.hidden


def test_an_author_sees_their_own_ideas_and_nobody_elses():
    room = carousel()
    room.hide(idea(room, c))
    idea(room, b, "Een boom", "idea-0002")
    assert own(room, c) == (
        OwnNote(
            id="idea-0001", text="Een bank", round=1, hidden=True,
            marked=False, asked=False, answer="",
        ),
    )  # fmt: skip


TAPS = st.lists(
    st.tuples(
        st.sampled_from([a, b, c, d, e, FOR_TABLE_1]),
        st.sampled_from(
            [
                *("add_idea", "change_idea", "take_back_idea", "mark_idea", "answer_idea"),
                *("ask_question", "take_back_question", "tick_question"),
            ]
        ),
        st.integers(1, 4),
        st.sampled_from(["explain", "ideas", "review", "next_step"]),
        st.integers(1, 2),
    ),
    max_size=40,
)


def payload_for(name: str, number: int, tag: str, round_number: int) -> dict:
    fields = {"id": f"idea-000{number}"}
    if name in {"mark_idea", "tick_question"}:
        return fields | {"on": True}
    if not name.startswith("take_back"):
        fields |= {"text": f"door {tag}"}
    more = {"round": round_number, "table": 1} if name in {"add_idea", "ask_question"} else {}
    return fields | more


@settings(max_examples=80)
@given(TAPS)
def test_whatever_people_tap_nobody_elses_words_stand_under_an_authors_tag(taps):
    room = carousel()
    authors: dict[str, str] = {}
    for actor, name, number, phase, round_number in taps:
        room.go_to(phase, round_number)
        try:
            changed = room.act(actor, name, **payload_for(name, number, actor.author, round_number))
        except DomainError:
            continue
        for item in changed:
            assert authors.setdefault(item.id, item.author) == item.author
            assert item.payload.get("text", f"door {item.author}") == f"door {item.author}"
            assert item.payload.get("answer") in (None, "", f"door {item.author}")
