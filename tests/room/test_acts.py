"""Contributing: what a phone asks is stored once, for the right person, or refused."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed, NotFound
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import acts, admission, challenges, erasure, seating
from plekberaad_app.room.acts import ActRequest
from tests.casting import OTHER_CODE
from tests.rooms import Room, open_room, room_in_ideas

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    return room_in_ideas()


def ideas(room: Room):
    return list(room.look().board.of_step("carousel", "idea"))


def test_an_idea_is_stored_with_all_that_was_known_when_it_was_written(room):
    author = room.thinkers[0]
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    (idea,) = ideas(room)
    person, owner = _who_and_for_whom(room, author)
    assert (idea.step_id, idea.round, idea.phase, idea.kind) == ("carousel", 1, "ideas", "idea")
    assert (idea.table, idea.challenge_id) == (person.table, owner.id)
    assert idea.created_at == room.now


def test_what_an_idea_knew_stays_when_its_author_moves_and_its_owner_is_replaced(room):
    author = room.thinkers[0]
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    (before,) = ideas(room)
    person, _owner = _who_and_for_whom(room, author)
    stays = next(
        each.number
        for each in room.look().people
        if each.table == person.table
        and each.id != person.id
        and room.visitors[each.number - 1] in room.thinkers
    )
    challenges.replace_owner(
        room.facilitator, room.live_session_id, 1, before.table or 0, stays, room.now
    )
    seating.move(room.facilitator, room.live_session_id, person.number, 3 - (person.table or 0))
    room.act(author, "change_idea", id="idee-0001", text="Twee bankjes")
    (after,) = ideas(room)
    kept = ("step_id", "round", "phase", "table", "challenge_id", "created_at")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]


def _who_and_for_whom(room: Room, author: Visitor) -> tuple[Person, Challenge]:
    """The author, and the challenge of round 1 at their table: the first that was brought there."""
    look = room.look()
    person = look.people[room.visitors.index(author)]
    return person, next(each for each in look.challenges if each.owner.table == person.table)


def test_a_question_is_stored_with_all_that_was_known_and_ticked_by_its_owner_alone(room):
    room.steer("back")
    author = room.thinkers[0]
    for _ in range(2):
        room.act(author, "ask_question", id="vraag-0001", text="Voor wie is het?")
    (question,) = room.look().board.of_step("carousel", "question")
    assert (question.round, question.phase, question.created_at) == (1, "questions", room.now)
    challenges = {challenge.id: challenge.owner for challenge in room.look().challenges}
    owner = challenges[question.challenge_id]
    assert owner.table == question.table
    with pytest.raises(NotAllowed):
        room.act(author, "tick_question", id="vraag-0001", on=True)
    room.act(room.visitors[owner.number - 1], "tick_question", id="vraag-0001", on=True)
    (question,) = room.look().board.of_step("carousel", "question")
    assert question.payload == {"text": "Voor wie is het?", "answered": True}


def test_sending_the_same_idea_five_times_stores_it_once(room):
    for _ in range(5):
        room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    assert len(ideas(room)) == 1


def test_nothing_in_the_row_leads_to_the_person(room):
    author = room.thinkers[0]
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    (idea,) = ideas(room)
    for person in room.look().people:
        assert person.id not in repr(idea)
    assert author.key not in repr(idea)


def test_only_the_author_changes_an_idea_or_takes_it_back(room):
    author, other = room.thinkers[:2]
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    for name, payload in (("change_idea", {"text": "Weg ermee"}), ("take_back_idea", {})):
        with pytest.raises(DomainError):
            room.act(other, name, id="idee-0001", **payload)
    room.act(author, "change_idea", id="idee-0001", text="Twee bankjes")
    assert ideas(room)[0].payload["text"] == "Twee bankjes"
    room.act(author, "take_back_idea", id="idee-0001")
    assert ideas(room) == []


def test_a_phone_that_never_checked_in_stores_nothing(room):
    with pytest.raises(NotAllowed) as refused:
        room.act(Visitor(room.live_session_id, "made-up"), "add_idea", id="idee-0001", text="x")
    assert refused.value.code == "not_checked_in"


def test_a_key_of_another_room_opens_nothing_here(room):
    other = open_room((), name="Bea", library="De Eik", code=OTHER_CODE)
    stranger = Visitor(room.live_session_id, other.check_in("Vreemde").key)
    with pytest.raises(NotAllowed):
        room.act(stranger, "add_idea", id="idee-0001", text="x")


def test_a_step_of_another_room_cannot_be_reached(room):
    with pytest.raises(NotFound):
        room.act(room.thinkers[0], "add_idea", step="elsewhere", id="idee-0001", text="x")


def test_somebody_who_left_stores_nothing_more(room):
    author = room.thinkers[0]
    erasure.erase_self(author, room.now)
    with pytest.raises(NotAllowed):
        room.act(author, "add_idea", id="idee-0001", text="x")


def test_after_closing_nothing_is_stored_any_more(room):
    room.steer("close")
    with pytest.raises(NotAllowed) as refused:
        room.act(room.visitors[0], "add_idea", id="idee-0001", text="x")
    assert refused.value.code == "evening_closed"


def test_an_idea_that_arrives_late_belongs_to_the_round_it_was_written_in(room):
    author = room.thinkers[0]
    room.go_to("carousel", "questions", 2)
    room.act(author, "add_idea", round=1, id="idee-0001", text="Te laat, toch bewaard")
    assert ideas(room)[0].round == 1


def test_an_idea_before_its_time_is_refused(room):
    with pytest.raises(DomainError) as refused:
        room.act(room.thinkers[0], "add_idea", round=2, id="idee-0001", text="Te vroeg")
    assert refused.value.code == "too_early"


def test_a_hidden_note_is_marked_and_comes_back(room):
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    acts.hide(room.facilitator, room.live_session_id, "idee-0001", True)
    assert ideas(room)[0].hidden
    acts.hide(room.facilitator, room.live_session_id, "idee-0001", False)
    assert not ideas(room)[0].hidden


def test_another_library_hides_nothing(room):
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    stranger = open_room((), name="Bea", library="De Eik", code=OTHER_CODE).facilitator
    with pytest.raises(NotAllowed):
        acts.hide(stranger, room.live_session_id, "idee-0001", True)
    assert not ideas(room)[0].hidden


def test_ten_paper_notes_for_a_table_and_one_for_a_person_are_ideas_like_any_other(room):
    for number in range(10):
        room.act_on_tablet(
            "add_idea",
            {
                "id": f"papier-{number:03}",
                "text": f"Briefje {number}",
                "behalf": "table",
                "table": 1,
            },
        )
    person = next(
        p
        for p in room.look().people
        if p.table == 2 and p.number not in {c.owner.number for c in room.look().challenges}
    )
    room.act_on_tablet(
        "add_idea", {"id": "papier-100", "text": "Van haar", "person": person.number}
    )
    stored = ideas(room)
    assert [idea.table for idea in stored] == [1] * 10 + [2]
    assert {idea.on_behalf for idea in stored} == {"table", "person"}


def test_somebody_without_a_phone_votes_through_the_tablet_within_the_budget(room):
    person = admission.add_by_hand(room.facilitator, room.live_session_id, "Ria", "", "", room.now)
    room.go_to("voting")
    choice = _choice(room)
    for number in range(2):
        room.act_on_tablet(
            "vote", {"id": f"stem-{number:04}", "choice": choice, "person": person.number}, "voting"
        )
    with pytest.raises(DomainError) as refused:
        room.act_on_tablet(
            "vote", {"id": "stem-9999", "choice": choice, "person": person.number}, "voting"
        )
    assert refused.value.code == "voting.no_dots_left"


def _choice(room: Room) -> str:
    here = running(room.look(), room.now)
    assert here
    activity, scene = here
    return activity.face(scene, Audience("phone")).view.choices[0].id


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n\n",
        "x" * 281,
        "y" * 100_000,
        "a\x00b" * 200,
        "e" + "\u0301" * 40,
        "👩‍👩‍👧‍👦" * 281,
    ],
)
def test_a_text_that_is_empty_too_long_or_unreadable_is_refused_and_stores_nothing(room, text):
    with pytest.raises(BadInput):
        room.act(room.thinkers[0], "add_idea", id="idee-0001", text=text)
    assert ideas(room) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b>vet</b> & <img src=x onerror=alert(1)>",
        '=HYPERLINK("x")',
        "مرحبا بكم في الحي",
        "👩‍👩‍👧‍👦" * 280,
        "Één café naïef",
        "'; DROP TABLE contributions; --",
    ],
)
def test_odd_but_readable_text_is_stored_as_it_was_written(room, text):
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text=text)
    assert ideas(room)[0].payload["text"] == text


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
)


@given(
    name=st.one_of(
        st.text(max_size=12), st.sampled_from(["add_idea", "mark_idea", "vote", "reveal"])
    ),
    payload=st.dictionaries(
        st.sampled_from(["id", "text", "round", "on", "table", "person", "choice", "x"]), ODD
    ),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_sent_is_stored_rightly_or_refused_with_a_code(room, name, payload):
    wish = ActRequest("carousel", 1, name, payload)
    with suppress(DomainError):
        acts.act_as_visitor(room.thinkers[0], wish, room.now)
    for idea in ideas(room):
        assert isinstance(idea.payload["text"], str)
