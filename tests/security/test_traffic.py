"""All that leaves the server through a whole evening, beside a list of what may."""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from functools import partial
from typing import Any

import pytest
import pytest_asyncio

from tests.clients.browser import visiting
from tests.clients.deltas import merge
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import begin, begin_token
from tests.clients.phone import wall
from tests.clients.screen import NAMESPACE, VAR_SUFFIX, Screen
from tests.security.attacks import Matrix
from tests.setup.program import running

pytestmark = pytest.mark.served

PRIVATE = "vossenbeswandelpad"
HIDDEN = "zwavelstokjesmuseum"
PEOPLE, TABLES = 8, 2
OF_A_ROOM = {"room", "stage", "clock", "face", "notes"}
# What a screen draws. A var that is new here was thought about: who may see it, and why.
MAY_BE_SENT = {
    "phone": OF_A_ROOM
    | {"me", "mine", "earlier", "stored", "personal", "refusal", "home", "writers"}
    | {"at_table"},
    "projector": OF_A_ROOM
    | {"tables", "groups", "next_steps", "screen", "arrived"}
    | {"writing_tables"},
    "tablet": OF_A_ROOM
    | {"tables", "groups", "next_steps", "roster", "presence", "programme", "plan", "controls"}
    | {"script", "notice", "pin", "projectors", "held_on", "writing_tables", "at_tables"},
}
OF_REFLEX = {"is_hydrated"}
# Fields of a note on a wall: nobody's name and nobody's tag is among them.
OF_A_NOTE = {"id", "text", "table", "marked", "asked", "answer", "hidden"}
FACE_OF_A_CAROUSEL = {
    "phone": {"owner", "owner_number", "challenge", "next_owner", "is_open", "is_private"}
    | {"go_to", "next_step", "questions"},
    "projector": {"owners", "ideas", "is_private"},
}
# Of somebody on the projector, and of a first step on everybody's phone, where its owner is named
# as on the projector: whoever has no step of their own may join them.
OF_AN_ARRIVAL = {"number", "sign", "name"}
OF_A_FIRST_STEP = {"table", "owner", "challenge", "what", "who", "when"}
# What is said of a person alone in the database, and what only ever is counted.
NEVER_ON_PHONES = (b"habit", b"newcomer", b"percentage", b"author", b"key_hash", b"sometimes")


class Recorder:
    """What one kind of screen was sent, raw and by state and var."""

    def __init__(self, screens: list[Screen]) -> None:
        self.frames: dict[Screen, list[bytes]] = {screen: [] for screen in screens}
        self.seen: dict[str, set[str]] = defaultdict(set)
        self.values: list[tuple[str, Any]] = []
        self._held: dict[tuple[Screen, str], dict[str, Any]] = defaultdict(dict)
        for screen in screens:
            screen.has_defaults, screen.on_frame = True, partial(self._hear, screen)

    @property
    def raw(self) -> bytes:
        """Everything, as it came."""
        return self.but_for(None)

    def but_for(self, author: Screen | None) -> bytes:
        """Everything that came to other screens."""
        kept = (frames for screen, frames in self.frames.items() if screen is not author)
        return b"\n".join(frame for frames in kept for frame in frames)

    def _hear(self, screen: Screen, frame: bytes, _at: int) -> None:
        self.frames[screen].append(frame)
        text = frame.decode()
        if text.startswith(f"42{NAMESPACE},"):
            kind, *rest = json.loads(text.partition(",")[2])
            if kind == "event":
                self._take(screen, rest[0].get("delta") or {})

    def _take(self, screen: Screen, delta: dict[str, dict[str, Any]]) -> None:
        for state, values in delta.items():
            named = {name.removesuffix(VAR_SUFFIX): value for name, value in values.items()}
            for var, value in merge(self._held[screen, state], named).items():
                self.seen[state.rsplit("____", 1)[-1]].add(var)
                self.values.append((var, value))

    def of(self, *names: str) -> Iterator[Any]:
        """Every value these vars ever had."""
        return (value for var, value in self.values if var in names)


def _notes(shown: dict[str, Any]) -> list[dict[str, Any]]:
    return shown.get("notes") or []


class Recorded:
    """A whole evening with private writing, and what each kind of screen was sent."""

    def __init__(self, evening: Evening) -> None:
        self.evening = evening
        self.phones = Recorder(list(evening.phones))
        self.projector = Recorder([evening.projector])
        self.tablet = Recorder([evening.facilitator])
        self.before_reveal = b""

    async def reopened(self) -> None:
        """Every screen opens its page once more, as a browser does: from now on all is kept."""
        for screen in self.evening.screens:
            screen.be_another_tab()
            await screen.open()

    async def play(self) -> None:
        """Seats, private ideas, a hidden one, the reveal, next steps, the vote and the end."""
        evening = self.evening
        await evening.seat(TABLES)
        await evening.bring_challenges(per_table=1)
        await evening.go_to("carousel", "ideas")
        writer = evening.at_table(1)[0]
        idea = await writer.write(f"{PRIVATE} aan zee")
        other = await writer.write("Een fietspad naar zee")
        hidden = await evening.at_table(2)[0].write(HIDDEN)
        await evening.facilitator.do("hide", contribution_id=hidden, hidden=True)
        self.before_reveal = b"".join(
            heard.but_for(writer) for heard in (self.phones, self.projector, self.tablet)
        )
        await evening.facilitator.act("reveal")
        await evening.go_to("carousel", "review")
        await evening.projector.until(lambda shown: f"{PRIVATE} aan zee" in wall(shown))
        owner = evening.at_table(1, "owner")[0]
        for chosen in (idea, other):
            owner.act("mark_idea", id=chosen, on=True)
        await owner.until(
            lambda shown: sum(bool(each.get("marked")) for each in _notes(shown)) == 2
        )
        await evening.facilitator.do("make_pin")
        await evening.go_to("carousel", "next_step")
        await evening.facilitator.act("record_next_step", table=1, what="Ik bel", who="", when="")
        await evening.facilitator.act("not_yet", table=2)
        await evening.facilitator.steer("next")
        await evening.go_to("voting")
        for _ in range(4):
            if evening.facilitator.shown["stage"]["status"] == "closed":
                break
            await evening.facilitator.steer("next")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def recorded(
    built: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Recorded]:
    """The evening, played once."""
    async with AsyncExitStack() as stack:
        program = stack.enter_context(running(tmp_path_factory.mktemp("evening")))
        site = await stack.enter_async_context(visiting(program.url))
        anna = await begin(site, await begin_token(program.log))
        evening = await new_evening(anna, {"rounds": "1", "is_private": "on"})
        stack.push_async_callback(evening.close)
        await evening.fill(PEOPLE)
        kept = Recorded(evening)
        await kept.reopened()
        await kept.play()
        yield kept


@pytest.mark.asyncio(loop_scope="module")
async def test_every_screen_is_sent_only_what_it_draws(recorded: Recorded, matrix: Matrix):
    kinds = {"phone": recorded.phones, "projector": recorded.projector, "tablet": recorded.tablet}
    for kind, heard in kinds.items():
        assert {state for state, seen in heard.seen.items() if seen - OF_REFLEX} <= {
            f"{kind}_state",
            "state",
        }, kind
        own = heard.seen[f"{kind}_state"]
        assert own <= MAY_BE_SENT[kind], kind
        # Most of the list was really sent: an evening in which nothing happens proves nothing.
        assert len(own) > len(MAY_BE_SENT[kind]) / 2
        matrix.note(f"vars sent to a {kind}, all on the list", "recorded", tried=len(heard.values))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_note_and_a_face_have_no_fields_but_those_of_the_list(recorded: Recorded):
    for heard in (recorded.phones, recorded.projector):
        notes = [note for wall in heard.of("notes") for note in wall]
        assert notes
        assert {field for note in notes for field in note} <= OF_A_NOTE
    for kind, heard in (("phone", recorded.phones), ("projector", recorded.projector)):
        faces = [face for face in heard.of("face") if "is_private" in face]
        assert faces
        assert {field for face in faces for field in face} <= FACE_OF_A_CAROUSEL[kind]


@pytest.mark.asyncio(loop_scope="module")
async def test_an_arrival_and_a_step_to_go_home_with_have_no_fields_but_those_of_the_list(
    recorded: Recorded,
):
    arrived = [each for cards in recorded.projector.of("arrived") for each in cards]
    assert {field for each in arrived for field in each} == OF_AN_ARRIVAL
    homes = list(recorded.phones.of("home"))
    steps = [step for home in homes for step in home["steps"]]
    steps += [wish["step"] for home in homes for wish in home["wishes"]]
    assert {field for each in steps for field in each} == OF_A_FIRST_STEP


@pytest.mark.asyncio(loop_scope="module")
async def test_private_writing_is_nobodys_until_it_is_shown(recorded: Recorded, matrix: Matrix):
    assert PRIVATE.encode() not in recorded.before_reveal
    assert PRIVATE.encode() in recorded.projector.raw
    matrix.note("a private idea on another screen, before it is shown", "recorded", tried=1)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_hidden_idea_is_on_its_authors_phone_and_the_tablet_alone(recorded: Recorded):
    assert HIDDEN.encode() in recorded.tablet.raw
    assert HIDDEN.encode() not in recorded.projector.raw
    for phone in recorded.evening.phones:
        assert HIDDEN not in wall(phone.shown)


@pytest.mark.asyncio(loop_scope="module")
async def test_no_habit_no_author_and_no_secret_leaves_for_the_room(
    recorded: Recorded, matrix: Matrix
):
    evening = recorded.evening
    pin = evening.facilitator.shown["pin"]
    cookies = [cookie for each in evening.screens for cookie in each.browser.cookies.values()]
    secrets = [secret.encode() for secret in cookies if secret]
    assert len(secrets) > PEOPLE
    for heard in (recorded.phones, recorded.projector):
        assert [word for word in NEVER_ON_PHONES if word in heard.raw] == []
        assert f'"{pin}"'.encode() not in heard.raw
        assert [secret for secret in secrets if secret in heard.raw] == []
    assert [secret for secret in secrets if secret in recorded.tablet.raw] == []
    matrix.note(
        "habits, authors, keys and the PIN in what was sent", "recorded", tried=len(secrets)
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_no_screen_and_no_page_holds_a_word_that_must_not_leave(
    recorded: Recorded, traffic: dict[str, str]
):
    evening = recorded.evening
    cookies = {cookie for each in evening.screens for cookie in each.browser.cookies.values()}
    # A tab hears its own token; another's would let it in there.
    tokens = {screen: screen.token.encode() for screen in evening.screens}
    secrets = {word.encode() for word in cookies if word}
    in_the_room = {*NEVER_ON_PHONES, f'"{evening.facilitator.shown["pin"]}"'.encode()}
    forbidden = {
        "phone": secrets | in_the_room,
        "projector": secrets | in_the_room | {HIDDEN.encode()},
        "tablet": secrets,
    }
    kinds = {"phone": recorded.phones, "projector": recorded.projector, "tablet": recorded.tablet}
    for kind, heard in kinds.items():
        pages = [(await screen.browser.look(screen.path)).encode() for screen in heard.frames]
        assert all(pages)
        sent = b"\n".join([heard.raw, *pages])
        found = [word for word in forbidden[kind] if word in sent]
        for screen, frames in heard.frames.items():
            others = {token for other, token in tokens.items() if other is not screen}
            found += [token for token in others if any(token in frame for frame in frames)]
        seen, allowed = heard.seen[f"{kind}_state"], MAY_BE_SENT[kind]
        messages = sum(map(len, heard.frames.values()))
        traffic[f"| {kind} |"] = (
            f"| {kind} | {len(pages)} | {messages} | {len(pages)} | {len(seen)} "
            f"| {len(allowed)} | {len(forbidden[kind]) + len(tokens)} | {len(found)} |"
        )
        assert found == []
