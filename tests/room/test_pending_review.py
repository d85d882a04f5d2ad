"""What seems to lead to a person waits for the facilitator, and its author is told."""

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.features.privacy import own_data
from plekberaad_app.features.report.report import report
from plekberaad_app.live.last_sent import compact
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import acts, admission, challenges, projector_display
from plekberaad_app.room.projections import phone, projector, tablet
from tests.rooms import Room, room_in_ideas

NUMBER = "Bel mij: 06-12345678"
IDEA = "idee-0001"


@pytest.fixture
def room(sqlite_store, own_settings, quick_hashes) -> Room:
    return room_in_ideas(people=8)


@pytest.fixture
def author(room: Room) -> Visitor:
    here = running(room.look(), room.now)
    assert here is not None
    thinker = next(
        each for each in room.look().people if here[0].seat(here[1], each)[1] == "thinker"
    )
    return room.visitors[thinker.number - 1]


def wall(room: Room, screen) -> list[dict]:
    audience = Audience("phone", 1, "thinker") if screen is phone else screen.AUDIENCE
    notes = screen.shared(room.look(), audience, room.now)["notes"]
    return [dict(compact(note)) for note in notes]


def own_note(room: Room, author: Visitor):
    person = room.look().people[room.visitors.index(author)]
    return phone.personal(room.look(), person, author.key, room.now)["mine"][0]


def test_nobody_but_the_facilitator_reads_it_and_the_author_hears_why(room, author):
    room.act(author, "add_idea", id=IDEA, text=NUMBER)
    assert (wall(room, projector), wall(room, phone)) == ([], [])
    (waiting,) = wall(room, tablet)
    assert (waiting["hidden"], waiting["held"]) == (True, "phone")
    assert (own_note(room, author)["hidden"], own_note(room, author)["held"]) == (True, "phone")
    assert not report(room.facilitator, room.code, room.now).ideas


def test_the_facilitator_lets_it_through(room, author):
    room.act(author, "add_idea", id=IDEA, text=NUMBER)
    acts.hide(room.facilitator, room.live_session_id, IDEA, False)
    (shown,) = wall(room, projector)
    assert (shown["text"], "held" in shown) == (NUMBER, False)
    assert own_note(room, author).keys() & {"hidden", "held"} == set()


def test_the_facilitator_keeps_it_back_and_is_not_asked_again(room, author):
    room.act(author, "add_idea", id=IDEA, text=NUMBER)
    acts.hide(room.facilitator, room.live_session_id, IDEA, True)
    (kept,) = wall(room, tablet)
    assert (kept["hidden"], "held" in kept) == (True, False)
    assert wall(room, projector) == []


def test_anyone_who_takes_the_number_out_is_on_the_wall_at_once(room, author):
    room.act(author, "add_idea", id=IDEA, text=NUMBER)
    room.act(author, "change_idea", id=IDEA, text="Bel mij")
    (shown,) = wall(room, projector)
    assert shown["text"] == "Bel mij"


def test_anyone_who_puts_a_number_in_later_waits_too(room, author):
    room.act(author, "add_idea", id=IDEA, text="Bel mij")
    room.act(author, "change_idea", id=IDEA, text=NUMBER)
    assert wall(room, projector) == []
    acts.hide(room.facilitator, room.live_session_id, IDEA, False)
    room.act(author, "change_idea", id=IDEA, text=f"{NUMBER} of 0201234567")
    assert wall(room, projector) == []


def test_what_a_facilitator_hid_stays_hidden_when_its_author_changes_it(room, author):
    room.act(author, "add_idea", id=IDEA, text="Lelijk woord")
    acts.hide(room.facilitator, room.live_session_id, IDEA, True)
    room.act(author, "change_idea", id=IDEA, text="Nog lelijker")
    assert wall(room, projector) == []


def test_a_question_with_a_number_in_it_waits_too(room, author):
    room.act(author, "ask_question", id="vraag-0001", text="Mag ik mailen naar sam@linde.nl?")
    (table,) = [
        each
        for each in tablet.shared(room.look(), tablet.AUDIENCE, room.now)["face"].tables
        if each.questions
    ]
    assert table.questions[0].held == "email"
    owner = Audience("phone", table.table, "owner")
    assert phone.shared(room.look(), owner, room.now)["face"].questions == ()


def test_an_explanation_with_an_address_takes_the_note_from_the_wall(room, author):
    room.act(author, "add_idea", id=IDEA, text="Een boom")
    challenge = room.look().board.get(IDEA)
    assert challenge is not None
    owner = next(each.owner for each in room.look().challenges if each.id == challenge.challenge_id)
    room.go_to("carousel", "review")
    room.act(room.visitors[owner.number - 1], "ask_clarification", id=IDEA, on=True)
    room.act(author, "answer_idea", id=IDEA, text="Bij mij thuis, Lindelaan 12")
    assert wall(room, projector) == []
    assert wall(room, tablet)[0]["held"] == "address"


ADDRESS = "Wat doen we met Kerkstraat 12?"


def owner_of(room: Room, table: int = 1):
    here = running(room.look(), room.now)
    assert here is not None
    people = room.look().people
    return next(each for each in people if here[0].seat(here[1], each) == (table, "owner"))


def brings(room: Room, sentence: str):
    """The first owner brings this; the person and their phone."""
    owner = owner_of(room)
    visitor = room.visitors[owner.number - 1]
    challenges.offer(visitor, sentence, room.now)
    return owner, visitor


def challenges_seen(room: Room) -> dict[str, str]:
    """What every screen shows as the challenge of table 1."""
    look, now = room.look(), room.now
    on_tablet = tablet.shared(look, tablet.AUDIENCE, now)
    return {
        "projector": projector.shared(look, projector.AUDIENCE, now)["face"].owners[0].challenge,
        "phone": phone.shared(look, Audience("phone", 1, "thinker"), now)["face"].challenge,
        "tablet": on_tablet["face"].tables[0].challenge,
        "report": report(room.facilitator, room.code, now).rounds[0].about,
    }


def test_a_challenge_with_an_address_waits_and_its_owner_hears_why(room):
    owner, visitor = brings(room, ADDRESS)
    assert challenges_seen(room) == {"projector": "", "phone": "", "tablet": ADDRESS, "report": ""}
    me = phone.personal(room.look(), owner, visitor.key, room.now)["me"]
    assert (me.challenge, me.challenge_held) == (ADDRESS, "address")
    (card,) = [
        each
        for each in tablet.shared(room.look(), tablet.AUDIENCE, room.now)["roster"]
        if each.number == owner.number
    ]
    assert (card.challenge, card.held) == (ADDRESS, "address")
    known = own_data.own_data(visitor).challenge
    assert known is not None
    assert known.held == "address"


def test_a_challenge_that_was_let_through_is_read_by_all_and_stays_so(room):
    owner, visitor = brings(room, ADDRESS)
    challenges.let_challenge_through(room.facilitator, room.live_session_id, owner.number, room.now)
    challenges.offer(visitor, ADDRESS, room.now)
    assert set(challenges_seen(room).values()) == {ADDRESS}


def test_a_challenge_can_be_let_through_after_closing_for_the_report(room):
    owner, _ = brings(room, ADDRESS)
    room.go_to("voting")
    room.steer("close")
    assert report(room.facilitator, room.code, room.now).rounds[0].about == ""
    challenges.let_challenge_through(room.facilitator, room.live_session_id, owner.number, room.now)
    assert report(room.facilitator, room.code, room.now).rounds[0].about == ADDRESS


def test_other_words_for_a_challenge_are_looked_through_anew(room):
    owner, visitor = brings(room, ADDRESS)
    challenges.offer(visitor, "Wat doen we met het lege pand?", room.now)
    assert set(challenges_seen(room).values()) == {"Wat doen we met het lege pand?"}
    challenges.let_challenge_through(room.facilitator, room.live_session_id, owner.number, room.now)
    challenges.offer(visitor, "Bel 06-12345678", room.now)
    assert challenges_seen(room)["projector"] == ""


def test_anyone_who_takes_over_a_challenge_that_waits_does_not_bring_it_on_the_wall(room):
    brings(room, ADDRESS)
    look = room.look()
    here = running(look, room.now)
    assert here is not None
    bring_something = {challenge.owner for challenge in look.challenges}
    other = next(
        each
        for each in look.people
        if here[0].seat(here[1], each) == (1, "thinker") and each not in bring_something
    )
    challenges.replace_owner(room.facilitator, room.live_session_id, 1, 1, other.number, room.now)
    assert challenges_seen(room)["projector"] == ""
    challenges.let_challenge_through(room.facilitator, room.live_session_id, other.number, room.now)
    assert challenges_seen(room)["projector"] == ADDRESS


def test_only_a_challenge_that_is_there_can_be_let_through(room):
    number = owner_of(room).number
    challenges.drop_owner(room.facilitator, room.live_session_id, number)
    with pytest.raises(NotFound) as refusal:
        challenges.let_challenge_through(room.facilitator, room.live_session_id, number, room.now)
    assert refusal.value.code == "challenge_gone"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"what": "Bel 06-12345678"}, "holds_phone"),
        ({"who": "Sam 0612345678"}, "holds_phone"),
        ({"who": "sam@linde.nl"}, "holds_email"),
        ({"when": "dinsdag bij Dorpsstraat 12"}, "holds_address"),
        ({"what": "Mijn nummer is 111222333"}, "holds_bsn"),
    ],
)
def test_a_next_step_with_a_number_of_somebody_is_refused_and_nothing_is_stored(
    room, answer, reason
):
    room.go_to("carousel", "next_step")
    owner = room.visitors[owner_of(room).number - 1]
    with pytest.raises(BadInput) as refusal:
        room.act(owner, "record_next_step", **({"what": "Een bankje"} | answer))
    assert refusal.value.code == reason
    assert report(room.facilitator, room.code, room.now).rounds[0].next_step is None


def test_a_next_step_says_who_and_when(room):
    room.go_to("carousel", "next_step")
    owner = room.visitors[owner_of(room).number - 1]
    room.act(owner, "record_next_step", what="Tafel 4 op Plein 1940", who="Sam", when="om 06:30")
    found = report(room.facilitator, room.code, room.now).rounds[0].next_step
    assert found is not None
    assert found.who == "Sam"


@pytest.mark.parametrize("name", ["Sam 0612345678", "sam@linde.nl", "Sam Dorpsstraat 12"])
def test_no_name_with_a_number_comes_in_from_a_phone_or_the_tablet(room, name):
    before = room.look().people
    with pytest.raises(BadInput, match="holds_"):
        admission.check_in(room.code, name, "", "", room.now)
    with pytest.raises(BadInput, match="holds_"):
        admission.add_by_hand(room.facilitator, room.live_session_id, name, "", "", room.now)
    with pytest.raises(BadInput, match="holds_"):
        admission.rename(room.facilitator, room.live_session_id, 1, name)
    assert room.look().people == before


def test_a_message_goes_out_and_the_facilitator_is_told_what_it_seems_to_hold(room):
    def send(words: str) -> str:
        return projector_display.send_message(room.facilitator, room.live_session_id, words)

    assert (send("Te laat? Bel 030 123 45 67"), send("Om 06:30 begint het"), send("")) == (
        "phone",
        "",
        "",
    )
    send("Te laat? Bel 030 123 45 67")
    assert room.live_session.message == "Te laat? Bel 030 123 45 67"
