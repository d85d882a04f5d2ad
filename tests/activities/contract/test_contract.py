"""Every activity in every phase, for every audience: it needs what its folder declares, no more."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, is_dataclass, replace
from itertools import product
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import TypeAdapter
from reflex.vars import ObjectVar

from plekberaad_app.activities.contract.activity import (
    Act,
    Activity,
    Actor,
    Audience,
    Say,
    Scene,
    ScreenName,
)
from plekberaad_app.activities.contract.acts import (
    ForGroup,
    ForPerson,
    ForTable,
    FromPaper,
    InRound,
    OnOwn,
    Words,
)
from plekberaad_app.activities.contract.capabilities import (
    HasTurns,
    HasWall,
    KeepsPrivate,
    PaperTablet,
    PlansGroups,
    WallTablet,
    Writes,
)
from plekberaad_app.activities.contract.demo import Doing, Guest, Minds
from plekberaad_app.activities.contract.discovery import (
    activities,
    demo_of,
    manifest_of,
    option_forms,
    panels,
    plan_panels,
)
from plekberaad_app.activities.contract.groups import group_of, groups_now
from plekberaad_app.activities.contract.judging import own_words
from plekberaad_app.activities.contract.parsing import IS_PICTURE, parse
from plekberaad_app.activities.contract.report import sections
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.core.people import Challenge
from plekberaad_app.live.last_sent import LastSent
from plekberaad_app.platform.i18n.catalogue import files_of, in_words, read_topics, text
from plekberaad_app.platform.i18n.languages import LANGUAGES
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.tablet.screen import SCREEN
from tests.activities.scenes import FACILITATOR, NOW, Room, actor_of, on_behalf_of, person

KINDS = list(activities())
WRITERS = [kind for kind in KINDS if isinstance(manifest_of(kind).rules, Writes)]
ACTS = [(kind, name) for kind in KINDS for name in manifest_of(kind).rules.acts]
PEOPLE = (
    *(person(number, 1 + number % 2, number) for number in range(1, 7)),
    person(7, 1, 7, has_phone=False),
    person(8),
)
CHALLENGES = tuple(
    Challenge(f"challenge-{who.number}", who, f"De wens van {who.name}") for who in PEOPLE[:4]
)
ACTORS = (FACILITATOR, actor_of(PEOPLE[0]), actor_of(PEOPLE[7]), on_behalf_of(PEOPLE[6]))
AUDIENCES = [
    *(Audience(screen) for screen in get_args(ScreenName)),
    *(Audience("phone", *seat) for seat in product((None, 1, 2, 9), ("", "owner", "thinker"))),
]
STATES: dict[str, Any] = {"phone": PhoneState, "projector": ProjectorState, "tablet": SCREEN}
SECRET = "geheimschrift"
ON_THE_TABLET = {HasWall: WallTablet, Writes: PaperTablet}
# No activity has use for any of these.
WRONG: list[Any] = [
    None,
    True,
    -1,
    3.5,
    [],
    {"$gt": ""},
    "\ud800",
    "x" * 100_001,
    "00000000-nobody-has-this",
    "",
]


def room_of(kind: str) -> Room:
    declared = manifest_of(kind)
    room = Room(declared.rules, PEOPLE, CHALLENGES, options=dict(declared.example), tables=2)
    return room.begin()


def moments(kind: str) -> Iterator[Room]:
    """A step that has not begun, at each of its stops, and over; played as simulated people do."""
    room = room_of(kind)
    last = len(room.scene.stops)
    for stop_index in (-1, *range(last), last):
        room.stand_at(stop_index)
        played(kind, room)
        yield room


Did = tuple[Doing, tuple[Contribution, ...]]


def played(kind: str, room: Room) -> list[Did]:
    """Let simulated people do what they do in this phase: every act, and what it changed of their
    own."""
    minds, done = Minds(random.Random(7)), list[Did]()
    turns = demo_of(kind)
    for who in PEOPLE[:6] if turns else ():
        actor = actor_of(who)
        found = turns(room.scene, Guest(who, actor.author), minds) if turns else ()
        for turn in sorted(found, key=lambda turn: turn.at):
            if doing := turn.choose(room.scene):
                changed = room.act(actor, doing.act, **doing.payload)
                own = tuple(item for item in changed if item.author == actor.author)
                done.append((doing, own))
    return done


@pytest.mark.parametrize("kind", KINDS)
def test_what_everybody_sees_is_ready_to_be_sent_at_every_moment(kind: str):
    rules = manifest_of(kind).rules
    for room in moments(kind):
        scene = room.scene
        for audience in [*AUDIENCES, *pairs(scene)]:
            face = rules.face(scene, audience)
            assert sent(face.view, getattr(rules.views, audience.screen)) == face.view
            assert told(face.line)
            assert bool(face.script) <= (audience.screen == "tablet")
            assert all(map(told, (face.script.say, face.script.do) if face.script else ()))
            json.dumps(hung(rules, scene, audience))
        for who in PEOPLE:
            author = actor_of(who).author
            own = rules.personal(scene, author)
            assert sent(own, rules.views.personal) == own
            json.dumps(listed(rules, scene, author))
            table, role = rules.seat(scene, who)
            assert table is None or table > 0
            assert isinstance(role, str)
        json.dumps([dict(rules.plan(scene)), previewed(rules, scene)])
        if isinstance(rules, HasTurns):
            json.dumps([list(rules.turns_left(scene, who.number)) for who in PEOPLE])


@pytest.mark.parametrize("kind", KINDS)
def test_what_it_leaves_is_there_at_every_moment(kind: str):
    rules = manifest_of(kind).rules
    for room in moments(kind):
        assert all(outcome.id and outcome.text for outcome in rules.outcomes(room.scene))
        assert isinstance(list(rules.report(room.scene)), list)
        found = rules.obstacle(room.scene)
        assert found is None or in_words(Say(f"error.{found.code}", found.values))


@pytest.mark.parametrize("kind", KINDS)
def test_at_every_moment_each_person_is_in_one_group(kind: str):
    for room in moments(kind):
        found = groups_now(room.scene)
        together = [one for each in found.values() for one in each.people]
        assert sorted(together) == sorted(who.id for who in PEOPLE if found)
        assert all(len(each.people) > 1 for each in found.values())
        for who in PEOPLE:
            assert found.get(group_of(room.scene, who)) is None or who.id in together


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_private_is_in_nothing_that_it_leaves_nor_on_a_shared_screen(kind: str):
    rules = manifest_of(kind).rules
    kinds = rules.private if isinstance(rules, KeepsPrivate) else ()
    for room in moments(kind) if kinds else ():
        kept = [item for each in kinds for item in room.board.of_step(room.step.id, each)]
        assert kept or room.stop_index < len(room.scene.stops), f"nobody wrote any {kinds}"
        secret = [replace(item, payload=_with_words(item.payload)) for item in kept]
        room.board = room.board.with_changes(secret)
        left = [rules.report(room.scene), rules.decided(room.scene), rules.outcomes(room.scene)]
        seen = [rules.face(room.scene, Audience(screen)) for screen in ("projector", "tablet")]
        assert SECRET not in repr((left, seen))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if manifest_of(kind).demo])
def test_simulated_people_play_it_and_nothing_they_do_is_refused(kind: str):
    room = room_of(kind)
    count = 0
    for stop_index in range(len(room.scene.stops)):
        room.stand_at(stop_index)
        count += len(played(kind, room))
    assert count


@pytest.mark.parametrize("kind", [kind for kind in KINDS if manifest_of(kind).demo])
def test_somebody_reads_what_they_typed_or_chose_and_nothing_else_of_a_payload(kind: str):
    rules, room = manifest_of(kind).rules, room_of(kind)
    known = set(texts_in(manifest_of(kind).example))
    for stop_index in range(len(room.scene.stops)):
        for doing, own in played(kind, room.stand_at(stop_index)):
            typed = set(texts_in([doing.payload[name] for name in typed_in(rules, doing)]))
            known |= typed
            kept = [replace(item, payload={**item.payload, "more": SECRET}) for item in own]
            read = {part for item in kept for part in read_in(rules, item)}
            assert read <= known
            assert typed <= read


@pytest.mark.parametrize(("kind", "name"), ACTS)
def test_an_act_out_of_the_blue_is_done_or_refused_and_never_breaks(kind: str, name: str):
    for room in moments(kind):
        before = room.board
        for payload, actor in product(payloads(kind, name), ACTORS):
            attempt(room, actor, name, payload)
            room.board = before


@pytest.mark.parametrize(("kind", "name"), ACTS)
def test_an_act_takes_no_field_that_it_does_not_know(kind: str, name: str):
    rules = manifest_of(kind).rules
    for wrong in ({"author": "tag-2"}, {"on_behalf": "person"}, *map(wrapped, WRONG)):
        with pytest.raises(BadInput):
            parse(rules, name, {**sound(kind, name), **wrong})


@pytest.mark.parametrize(("kind", "name"), ACTS)
def test_an_act_says_whom_it_is_for_by_its_bases(kind: str, name: str):
    shape = manifest_of(kind).rules.acts[name].act
    known = {"person": ForPerson, "round": InRound, "group": ForGroup}
    if issubclass(shape, ForPerson):
        known["table"] = ForTable
    for field, base in known.items():
        assert field not in shape.model_fields or issubclass(shape, base), f"{field}: {base}"


@pytest.mark.parametrize("kind", WRITERS)
def test_what_the_outbox_and_the_tablets_paper_send_is_what_its_boxes_take(kind: str):
    rules: Any = manifest_of(kind).rules
    for name in rules.boxes:
        shape = rules.acts[name].act
        assert issubclass(shape, FromPaper)
        assert issubclass(shape, InRound)
        assert {"text", *required(shape)} == {"id", "round", "text"}
    assert set(rules.on_paper.values()) <= set(rules.boxes)
    assert set(rules.on_paper) <= set(rules.signs)


@pytest.mark.parametrize("kind", WRITERS)
def test_every_box_is_open_at_some_moment_and_none_before_its_step_or_after_it(kind: str):
    rules: Any = manifest_of(kind).rules
    seen = set[str]()
    for room in moments(kind):
        opened = {box for who in PEOPLE for box in rules.open_boxes(room.scene, who)}
        assert room.scene.stop or not opened
        seen |= opened
    assert seen == set(rules.boxes)


@pytest.mark.parametrize("kind", WRITERS)
def test_what_people_do_with_their_own_notes_are_acts_that_take_what_is_sent(kind: str):
    rules: Any = manifest_of(kind).rules
    does = {name: act for name, act in asdict(rules.writing_acts).items() if act}
    for name, act in does.items():
        shape = rules.acts[act].act
        assert issubclass(shape, OnOwn), name
        assert required(shape) == ({"id"} if name == "take_back" else {"id", "text"}), name
    assert len(set(does.values())) == len(does)


@pytest.mark.parametrize("kind", WRITERS)
def test_where_people_write_more_than_one_thing_each_has_a_name_on_the_tablet(kind: str):
    rules: Any = manifest_of(kind).rules
    assert len(rules.boxes) == 1 or all(text(f"{kind}.paper.{act}") for act in rules.boxes)


@pytest.mark.parametrize("kind", KINDS)
def test_where_people_take_turns_the_wish_of_who_leaves_is_kept_or_rests_by_acts_that_it_has(
    kind: str,
):
    rules = manifest_of(kind).rules
    for name in asdict(rules.leaving_acts).values() if isinstance(rules, HasTurns) else ():
        shape = rules.acts[name].act
        assert issubclass(shape, InRound)
        assert required(shape) == {"round", "table"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_step_tells_what_it_lacks_and_what_lacks_holds_it_up_before_it_begins(kind: str):
    rules = manifest_of(kind).rules
    empty = Room(rules, PEOPLE, CHALLENGES, tables=2)
    found, lacks = rules.obstacle(empty.scene), rules.lacks(empty.step)
    assert isinstance(rules.summary(empty.step), str)
    assert not lacks or (found and found.code == lacks and found.is_blocking)
    assert all(text(f"error.{lacks}", language) for language in LANGUAGES if lacks)


@pytest.mark.parametrize("kind", KINDS)
def test_what_my_data_counts_has_a_name_and_a_step_shows_one_picture_at_most(kind: str):
    rules = manifest_of(kind).rules
    assert all(text(key, language) for key in rules.counted.values() for language in LANGUAGES)
    pictures = [each for each in rules.Options.model_fields.values() if IS_PICTURE in each.metadata]
    assert len(pictures) <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_it_draws_the_plan_of_who_sits_where_if_it_says_so(kind: str):
    draw = plan_panels().get(kind)
    assert draw is None or draw(SCREEN).render()


@pytest.mark.parametrize("kind", WRITERS)
def test_a_phone_lists_what_its_author_wrote_in_the_first_box(kind: str):
    rules: Any = manifest_of(kind).rules
    for room in moments(kind):
        for author in [actor_of(who).author for who in PEOPLE]:
            wrote = room.board.of_author(author, next(iter(rules.boxes.values())))
            told = rules.own_notes(room.scene, author)
            assert [(note.id, note.text) for note in told] == [
                (item.id, item.payload["text"]) for item in wrote
            ]


@pytest.mark.parametrize("kind", KINDS)
def test_its_tablet_draws_what_every_view_of_it_needs(kind: str):
    rules = manifest_of(kind).rules
    needed = [view for able, view in ON_THE_TABLET.items() if isinstance(rules, able)]
    assert all(issubclass(rules.views.tablet, view) for view in needed)


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_of_a_view_is_hidden_by_what_every_var_has(kind: str):
    views = vars(manifest_of(kind).rules.views).values()
    assert not {name for view in views for name in names_in(view) if hasattr(ObjectVar, name)}


@pytest.mark.parametrize("kind", KINDS)
def test_its_texts_stand_under_its_own_name_in_every_language(kind: str):
    own = {lang: read_topics(own_files(kind, lang)) for lang in LANGUAGES}
    assert all(own["nl"].keys() == texts.keys() for texts in own.values())
    assert f"{kind}.title" in own["nl"]
    assert not [key for key in own["nl"] if not key.startswith((f"{kind}.", f"error.{kind}."))]


@pytest.mark.parametrize(("kind", "screen"), [*product(KINDS, get_args(ScreenName))])
def test_it_draws_on_every_screen(kind: str, screen: ScreenName):
    assert panels(screen)[kind](STATES[screen]).render()


@pytest.mark.parametrize("kind", option_forms())
def test_its_form_can_be_drawn(kind: str):
    form = option_forms()[kind]
    assert form.fields(SCREEN.programme[0]).render()


def sent(view: object, declared: type) -> object:
    """The view as a screen gets it, read by its declared type."""
    travels = LastSent().news({"face": view}, NOW)["face"]
    return TypeAdapter(declared).validate_json(json.dumps(travels), strict=True)


def names_in(view: Any) -> set[str]:
    """The names of its fields, and of those of all views within."""
    if not is_dataclass(view):
        return {name for inner in get_args(view) for name in names_in(inner)}
    hints = get_type_hints(view)
    return set(hints) | {name for inner in hints.values() for name in names_in(inner)}


def listed(rules: Activity, scene: Scene, author: str) -> list[dict[str, Any]]:
    own = rules.own_notes(scene, author) if isinstance(rules, Writes) else ()
    return [asdict(note) for note in own]


def hung(rules: Activity, scene: Scene, audience: Audience) -> list[dict[str, Any]]:
    return (
        [asdict(note) for note in rules.notes(scene, audience)]
        if isinstance(rules, HasWall)
        else []
    )


def previewed(rules: Activity, scene: Scene) -> dict[str, Any] | None:
    found = rules.preview(scene) if isinstance(rules, PlansGroups) else None
    assert all(map(told, found.says if found else ()))
    return asdict(found) if found else None


def pairs(scene: Scene) -> list[Audience]:
    """The phones of each pair or trio, where there are any."""
    found = groups_now(scene).items()
    return [Audience("phone", each.table or None, "", group) for group, each in found]


def _with_words(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The same, with a word in every text that occurs nowhere else."""
    return {
        key: f"{SECRET} {value}" if isinstance(value, str) else value
        for key, value in payload.items()
    }


def typed_in(rules: Activity, doing: Doing) -> list[str]:
    """The fields of an act in which somebody typed words."""
    fields = rules.acts[doing.act].act.model_fields.items()
    return [
        name
        for name, field in fields
        if name in doing.payload and any(isinstance(each, Words) for each in field.metadata)
    ]


def read_in(rules: Activity, item: Contribution) -> list[str]:
    return [part for words in own_words(rules, item) for part in words.split(" · ")]


def texts_in(value: Any) -> Iterator[str]:
    """Every text in something ready for JSON, but for names of fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in texts_in(inner))
    elif isinstance(value, (list, tuple)):
        yield from (text for inner in value for text in texts_in(inner))


def told(say: Say) -> bool:
    return all(in_words(say, language) for language in LANGUAGES)


def required(shape: type[Act]) -> set[str]:
    return {name for name, field in shape.model_fields.items() if field.is_required()}


def own_files(kind: str, lang: Any) -> list[Any]:
    return [file for file in files_of(lang) if file.parts[-3] == kind]


def wrapped(wrong: Any) -> dict[str, Any]:
    return {"no_such_field": wrong}


def sound(kind: str, name: str) -> dict[str, Any]:
    """A payload that fits, as far as types go."""
    fitting: dict[str, Callable[[], Any]] = {"boolean": lambda: True, "integer": lambda: 1}
    schema = manifest_of(kind).rules.acts[name].act.model_json_schema()
    return {
        field: fitting.get(about.get("type", ""), lambda: "some-id-0001")()
        for field, about in schema["properties"].items()
        if field in schema.get("required", ())
    }


def payloads(kind: str, name: str) -> Iterator[Any]:
    """One that fits, and that with each field wrong in every way."""
    fits = sound(kind, name)
    yield fits
    for field, wrong in product(manifest_of(kind).rules.acts[name].act.model_fields, WRONG):
        yield {**fits, field: wrong}


def attempt(room: Room, actor: Actor, name: str, payload: Any) -> None:
    """Refused with a sentence that stands in the catalogue, or stored as JSON."""
    try:
        changed = room.act(actor, name, **payload)
    except DomainError as refused:
        in_words(Say(f"error.{refused.code}", refused.values))
    else:
        assert {item.step_id for item in changed} <= {room.step.id}
        json.dumps([dict(item.payload) for item in changed])


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_decided_is_what_the_report_says_of_next_steps(kind: str):
    for room in moments(kind):
        told, asked = (
            [
                (each.round, each.table, each.about, each.owner_number, each.next_steps)
                for each in sections(found)
                if each.next_steps
            ]
            for found in (room.activity.report(room.scene), room.activity.decided(room.scene))
        )
        assert asked == told


@pytest.mark.parametrize(("kind", "name"), ACTS)
def test_a_text_of_an_act_is_words_that_are_screened_or_names_what_is_there(kind: str, name: str):
    fields = manifest_of(kind).rules.acts[name].act.model_fields
    texts = {key: field for key, field in fields.items() if field.annotation is str}
    free = {key for key, field in texts.items() if not _is_screened_or_bounded(field.metadata)}
    assert free == set()


def _is_screened_or_bounded(metadata: list[Any]) -> bool:
    limits = (
        getattr(each, "pattern", None) or getattr(each, "max_length", None) for each in metadata
    )
    return any(isinstance(each, Words) for each in metadata) or any(limits)
