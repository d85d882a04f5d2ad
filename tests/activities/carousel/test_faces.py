"""What every screen sees of a carousel; and what no screen sees."""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.carousel.views import (
    OwnerView,
    PersonalView,
    PhoneView,
    Reviewer,
    StepView,
)
from plekberaad_app.activities.contract.activity import Audience, Face, Note, Say, Script
from plekberaad_app.activities.contract.report import NextStep
from plekberaad_app.platform.i18n import catalogue
from tests.activities.carousel.scenes import (
    CHALLENGES,
    PEOPLE,
    A,
    a,
    b,
    c,
    carousel,
    d,
    e,
    idea,
    refusal,
)
from tests.activities.scenes import FACILITATOR, Room, on_behalf_of, person

PROJECTOR, TABLET = Audience("projector"), Audience("tablet")
THINKER, OWNER = Audience("phone", 1, "thinker"), Audience("phone", 1, "owner")
PHONES = [
    Audience("phone", table, role)
    for table in (None, 1, 2)
    for role in ("owner", "thinker", "waiting", "")
]
EVERYONE = [PROJECTOR, TABLET, *PHONES]
PHASES = ("explain", "questions", "ideas", "review", "next_step")


def face(room: Room, audience: Audience) -> Face:
    return Carousel().face(room.scene, audience)


def wall(room: Room, audience: Audience) -> list[str]:
    return [note.text for note in notes(room, audience)]


def notes(room: Room, audience: Audience) -> tuple[Note, ...]:
    return Carousel().notes(room.scene, audience)


def as_sent(room: Room, audience: Audience) -> str:
    shown = face(room, audience)
    wall = [asdict(note) for note in notes(room, audience)]
    return json.dumps([asdict(shown.line), asdict(shown.view), wall])


def nameless() -> Room:
    room = carousel()
    room.people = tuple(replace(who, name="") for who in PEOPLE)
    room.challenges = tuple(
        replace(challenge, owner=replace(challenge.owner, name="")) for challenge in CHALLENGES
    )
    return room


def groups(phase: str, number: int) -> Room:
    room = Room(Carousel(), PEOPLE, CHALLENGES[:2], options={"mode": "groups"}, tables=2)
    return room.begin().go_to(phase, number)


def test_a_phone_sees_the_notes_of_its_own_table():
    room = carousel()
    idea(room, c)
    idea(room, e, "Een boom", "idea-0002")
    assert wall(room, THINKER) == wall(room, OWNER) == ["Een bank"]
    assert wall(room, Audience("phone", 2, "thinker")) == ["Een boom"]
    assert wall(room, Audience("phone")) == []
    assert wall(room, PROJECTOR) == wall(room, TABLET) == ["Een bank", "Een boom"]


def test_where_the_wall_is_shared_a_phone_sees_all_tables():
    room = carousel(is_wall_shared=True)
    idea(room, c)
    idea(room, e, "Een boom", "idea-0002")
    assert wall(room, THINKER) == ["Een bank", "Een boom"]


@pytest.mark.parametrize("audience", EVERYONE)
def test_only_the_notes_of_this_round_are_on_the_wall(audience: Audience):
    room = carousel()
    idea(room, c)
    assert wall(room.go_to("explain", 2), audience) == []


def test_a_hidden_note_is_on_the_tablet_alone():
    room = carousel(is_wall_shared=True)
    room.hide(idea(room, c, "ONMISKENBAAR"))
    for audience in EVERYONE:
        assert ("ONMISKENBAAR" in as_sent(room, audience)) == (audience is TABLET)
    assert notes(room, TABLET)[0].hidden


@pytest.mark.parametrize("audience", EVERYONE)
@pytest.mark.parametrize("phase", ["ideas", "review", "next_step"])
def test_a_private_text_is_nowhere_until_the_facilitator_reveals_it(audience, phase: str):
    room = carousel(is_private=True, is_wall_shared=True)
    idea(room, c, "ONMISKENBAAR")
    room.go_to(phase)
    assert "ONMISKENBAAR" not in as_sent(room, audience)
    room.act(FACILITATOR, "reveal", round=1)
    assert "ONMISKENBAAR" in as_sent(room, audience)


def test_a_private_text_reaches_its_author_and_no_report():
    room = carousel(is_private=True)
    idea(room, c, "ONMISKENBAAR")
    assert Carousel().own_notes(room.scene, c.author)[0].text == "ONMISKENBAAR"
    assert Carousel().own_notes(room.scene, b.author) == ()
    assert Carousel().personal(room.scene, b.author) == PersonalView(questions=())
    assert "ONMISKENBAAR" not in repr(Carousel().report(room.scene))


def test_the_counts_of_private_ideas_are_no_secret():
    room = carousel(is_private=True)
    idea(room, c)
    assert face(room, PROJECTOR).view.ideas == 1
    assert face(room, PROJECTOR).view.is_private is True
    data = face(room, TABLET).view
    assert (data.is_private, data.is_revealed) == (True, False)
    assert data.tables[0].ideas == 1


def test_one_round_revealed_leaves_the_next_one_private():
    room = carousel(is_private=True)
    room.act(FACILITATOR, "reveal", round=1)
    assert room.act(FACILITATOR, "reveal", round=1) == ()
    room.go_to("ideas", 2)
    idea(room, c, "ONMISKENBAAR", round=2)
    assert wall(room, TABLET) == []


def test_only_the_facilitator_reveals_and_not_before_there_are_ideas():
    room = carousel(is_private=True)
    assert refusal(room, a, "reveal", round=1) == "carousel.facilitator_only"
    assert refusal(room, FACILITATOR, "reveal", round=2) == "too_early"


def test_the_owner_cannot_mark_what_was_not_revealed():
    room = carousel(is_private=True)
    idea(room, c)
    room.go_to("review")
    assert refusal(room, a, "mark_idea", id="idea-0001", on=True) == "idea_unknown"


def test_a_round_with_private_ideas_does_not_end_before_they_are_revealed():
    room = carousel(is_private=True)
    idea(room, c)
    room.go_to("next_step")
    room.act(FACILITATOR, "not_yet", table=1)
    room.act(FACILITATOR, "not_yet", table=2)
    obstacle = Carousel().obstacle(room.scene)
    assert obstacle is not None
    assert obstacle.code == "carousel.reveal_first"
    room.act(FACILITATOR, "reveal", round=1)
    assert Carousel().obstacle(room.scene) is None


@pytest.mark.parametrize("phase", ["ideas", "review"])
def test_nobody_looks_back_at_private_ideas_before_they_are_revealed(phase: str):
    room = carousel(is_private=True)
    assert Carousel().obstacle(room.scene) is None
    idea(room, c)
    room.go_to(phase)
    obstacle = Carousel().obstacle(room.scene)
    assert obstacle is not None
    assert obstacle.code == "carousel.reveal_first"
    room.act(FACILITATOR, "reveal", round=1)
    assert Carousel().obstacle(room.scene) is None


def test_a_round_that_begins_again_waits_for_its_private_ideas_only_where_they_can_be_revealed():
    room = carousel(is_private=True)
    idea(room, c)
    room.go_to("explain")
    assert Carousel().obstacle(room.scene) is None


def test_a_phone_knows_the_owner_the_challenge_and_who_is_next():
    assert face(carousel(), THINKER).view == PhoneView(
        owner="A", owner_number=1, challenge="De wens van A", next_owner="B",
        is_open=True, is_private=False, go_to=0, next_step=None,
        questions=(),
    )  # fmt: skip


def test_in_the_last_round_nobody_is_next():
    assert face(carousel().go_to("ideas", 2), THINKER).view.next_owner == ""


def test_the_box_is_open_for_thinkers_from_the_ideas_phase_on():
    room = carousel()
    assert [face(room.go_to(phase), THINKER).view.is_open for phase in PHASES] == [
        False, False, True, True, True
    ]  # fmt: skip
    assert not face(room.go_to("ideas"), OWNER).view.is_open
    assert not face(room.go_to("ideas"), Audience("phone", 1, "waiting")).view.is_open


def test_where_groups_rotate_a_phone_says_where_to_walk_and_whom_to_meet():
    assert face(groups("explain", 1), THINKER).view.go_to == 0
    assert face(groups("explain", 1), THINKER).view.next_owner == "D"
    moved = face(groups("explain", 2), THINKER)
    assert moved.view.go_to == 1
    assert moved.line == Say("carousel.line.thinker.explain.walk", {"owner": "A", "table": 1})
    assert face(groups("explain", 2), OWNER).view.go_to == 0
    assert face(groups("ideas", 2), THINKER).view.go_to == 0


def test_the_projector_shows_owners_next_owners_and_next_steps():
    room = carousel().go_to("next_step")
    room.act(a, "record_next_step", what="Ik bel")
    room.act(d, "not_yet")
    first, second = face(room, PROJECTOR).view.owners
    assert first == OwnerView(
        table=1, owner="A", challenge="De wens van A", next_owner="B",
        next_step=StepView(what="Ik bel", who="", when="", not_yet=False),
        questions=0, ideas=0,
    )  # fmt: skip
    assert second.next_step == StepView(what="", who="", when="", not_yet=True)
    assert [row.next_step for row in face(room, TABLET).view.tables] == ["done", "not_yet"]
    assert face(room, THINKER).view.next_step == first.next_step


def test_the_tablet_knows_at_which_table_people_are_silent():
    room = carousel()
    idea(room, c)
    idea(room, c, "Nog een", "idea-0002")
    idea(room, on_behalf_of(PEOPLE[5]), "Van F", "idea-0003", person=6)
    rows = face(room, TABLET).view.tables
    assert [(row.table, row.ideas, row.silent) for row in rows] == [(1, 2, 1), (2, 1, 1)]


def test_a_note_for_the_table_makes_nobody_less_silent():
    room = carousel()
    room.act(replace(c, on_behalf="table"), "add_idea", id="idea-0001", text="x", round=1)
    assert face(room, TABLET).view.tables[0].silent == 2


def test_an_owner_without_a_name_is_called_by_their_table():
    room = nameless().go_to("explain")
    said = face(room, THINKER).line
    assert catalogue.text(said.key, "nl", **said.values) == "Luister naar de wens van tafel 1."
    assert face(room, THINKER).view.owner == "Nummer 1"


@pytest.mark.parametrize("room", [carousel(), carousel(is_private=True), nameless()])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_on_every_screen_is_in_the_catalogue(room: Room, language):
    stops = len(room.scene.stops)
    for room.stop_index in range(-1, stops + 1):
        for audience in EVERYONE:
            shown = face(room, audience)
            for said in (shown.line, *told(shown.script)):
                sentence = catalogue.text(said.key, language, **(dict(said.values) or {"_": 0}))
                assert "{" not in sentence
    for phase in PHASES:
        assert f"carousel.phase.{phase}" in catalogue.keys(language)


def told(script: Script | None) -> tuple[Say, ...]:
    return (script.say, script.do) if script else ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_walking_to_an_owner_without_a_name_reads_well(language):
    room = groups("explain", 2)
    room.challenges = tuple(
        replace(challenge, owner=replace(challenge.owner, name="")) for challenge in room.challenges
    )
    said = face(room, THINKER).line
    assert said.key.endswith("walk.nameless")
    assert "1" in catalogue.text(said.key, language, **said.values)


def test_every_role_gets_a_line_of_its_own_and_only_the_tablet_a_script():
    room = carousel()
    keys = {face(room, audience).line.key for audience in (OWNER, THINKER, Audience("phone"))}
    assert len(keys) == 3
    scripts = [audience for audience in EVERYONE if face(room, audience).script]
    assert scripts == [TABLET]


def test_the_report_has_every_idea_of_every_round_once():
    room = carousel()
    idea(room, c)
    idea(room, e, "Een boom", "idea-0002")
    room.hide(idea(room, b, "Weg ermee", "idea-0003"))
    room.go_to("review").act(a, "record_next_step", what="Ik bel")
    rounds = Carousel().report(room.scene)
    assert [(made.round, made.table, made.owner) for made in rounds] == [(1, 1, "A"), (1, 2, "D")]
    assert [[item.id for item in made.ideas] for made in rounds] == [["idea-0001"], ["idea-0002"]]
    assert rounds[0].next_step == NextStep("Ik bel")
    assert rounds[1].next_step is None
    assert len(Carousel().report(room.go_to("explain", 2).scene)) == 4
    assert Carousel().report(room.end().scene) == rounds


def test_a_carousel_that_was_skipped_reports_no_rounds():
    assert Carousel().report(carousel().end().scene) == ()


@pytest.mark.parametrize("name", ["add_idea", "not_yet"])
def test_a_round_that_left_anything_was_held(name):
    room = carousel()
    if name == "add_idea":
        room.hide(idea(room, c))
    else:
        room.go_to("review").act(a, name)
    assert len(Carousel().report(room.end().scene)) == 2


def test_the_report_names_no_owner_who_gave_no_name():
    room = carousel(people=(replace(A, name=""), *PEOPLE[1:]))
    room.challenges = (replace(CHALLENGES[0], owner=room.people[0]), *CHALLENGES[1:])
    first = Carousel().report(room.scene)[0]
    assert (first.owner, first.owner_number) == ("", 1)


def test_ideas_outlive_the_challenge_they_were_given_for():
    room = carousel()
    idea(room, c)
    room.challenges = CHALLENGES[1:]
    first = Carousel().report(room.scene)[0]
    assert (first.table, first.about, len(first.ideas)) == (1, "", 1)


WRITERS = st.sampled_from([b, c, e])


@settings(max_examples=60)
@given(
    st.lists(st.tuples(WRITERS, st.booleans()), min_size=1, max_size=8),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["ideas", "review", "next_step"]),
)
def test_a_text_that_may_not_be_seen_is_in_no_face(written, is_private, is_shared, phase):
    room = carousel(is_private=is_private, is_wall_shared=is_shared)
    for number, (writer, is_hidden) in enumerate(written):
        idea(room, writer, f"GEHEIM{number}X" if is_hidden else "open", f"idea-{number:04}")
        if is_hidden:
            room.hide(f"idea-{number:04}")
    room.go_to(phase)
    for audience in EVERYONE:
        shown = as_sent(room, audience)
        assert "tag-" not in shown
        assert (audience is TABLET and not is_private) or "GEHEIM" not in shown
        assert not is_private or not notes(room, audience)


def test_a_person_the_room_does_not_know_breaks_no_screen():
    room = carousel()
    room.people = (*PEOPLE, person(30))
    assert face(room, TABLET).view.tables[0].silent == 2


def test_the_tablet_knows_for_which_owners_it_marks_while_they_review():
    people = tuple(replace(who, has_phone=who.number != 4) for who in PEOPLE)
    room = carousel(people)
    room.challenges = tuple(
        replace(each, owner=people[each.owner.number - 1]) for each in CHALLENGES
    )
    told = {phase: face(room.go_to(phase), TABLET).view.reviewers for phase in PHASES}
    d_alone = {"2": Reviewer(number=4, name="D")}
    assert told == {
        "explain": {},
        "questions": {},
        "ideas": {},
        "review": d_alone,
        "next_step": d_alone,
    }


def test_the_tablet_knows_which_tables_with_ideas_have_yet_to_choose():
    room = carousel()
    idea(room, c)
    assert face(room, TABLET).view.unchosen == ()
    room.go_to("review")
    assert face(room, TABLET).view.unchosen == (1,)
    room.act(a, "mark_idea", id="idea-0001", on=True)
    assert face(room, TABLET).view.unchosen == ()


def test_the_tablet_knows_where_who_has_no_phone_sits_in_this_round():
    people = tuple(replace(who, has_phone=who.number != 3) for who in PEOPLE)
    room = Room(Carousel(), people, CHALLENGES[:2], options={"mode": "groups"}, tables=2).begin()
    told = [face(room.go_to("ideas", number), TABLET).view.phoneless for number in (1, 2)]
    assert [[each.name for each in row] for row in told] == [["C"], ["C"]]
    tables = [row[0].table for row in told]
    assert tables == [
        Carousel().seat(room.go_to("ideas", number).scene, people[2])[0] for number in (1, 2)
    ]
    assert tables[0] != tables[1]


def test_nobody_has_to_choose_from_ideas_that_may_not_be_read():
    room = carousel(is_private=True)
    idea(room, c)
    assert face(room.go_to("review"), TABLET).view.unchosen == ()
    room.act(FACILITATOR, "reveal", round=1)
    assert face(room, TABLET).view.unchosen == (1,)
    room.hide("idea-0001")
    assert face(room, TABLET).view.unchosen == ()


@pytest.mark.parametrize(
    ("phase", "asked"),
    [
        ("explain", {"owner"}),
        ("questions", {"thinker"}),
        ("ideas", {"thinker"}),
        ("review", {"owner"}),
        ("next_step", {"owner"}),
    ],
)
def test_a_phone_is_told_when_there_is_something_to_do_on_it(phase: str, asked: set[str]):
    room = carousel().go_to(phase, 2 if phase in ("explain", "questions") else 1)
    roles = {role for role in ("owner", "thinker") if face(room, Audience("phone", 1, role)).asks}
    assert roles == asked
    assert not face(room, Audience("phone", 1, "waiting")).asks
    assert not face(room, PROJECTOR).asks


def test_anyone_who_walks_to_another_table_is_told_so():
    assert face(groups("explain", 2), THINKER).asks


def test_an_author_hears_who_chose_their_idea_and_nobody_s_name_before_that():
    room = carousel()
    idea(room, c)
    room.go_to("review")
    (own,) = Carousel().own_notes(room.scene, c.author)
    assert own.by == ""
    room.act(a, "mark_idea", id="idea-0001", on=True)
    (own,) = Carousel().own_notes(room.scene, c.author)
    assert own.by == A.name
