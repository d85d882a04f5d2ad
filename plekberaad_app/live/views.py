"""The shapes that screens draw: frozen, JSON-ready, one set per screen.

Texts that a phone shows come in both languages (`..._en`); tablet and projector are Dutch.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ClockView:
    """The clock at the moment of sending; the browser ticks on from there by itself.

    Times in milliseconds. `sent` changes with every sending, so that the browser anchors anew.
    """

    remaining: int = 0
    length: int = 0
    is_running: bool = False
    is_paused: bool = False
    sent: int = 0


@dataclass(frozen=True)
class RoomView:
    """What never changes during the evening. `status` of the whole: see StageView."""

    code: str = ""
    title: str = ""
    place: str = ""
    question: str = ""
    join_address: str = ""


@dataclass(frozen=True)
class StageView:
    """Where the room stands and the one line that says what to do now.

    `status`: '' (not loaded yet), 'lobby', 'running', 'closed', 'unknown' (no such code).
    `kind` is the activity of the running step ('' in the lobby and when closed). `is_unlocked`:
    this phone's table is off the room's clock.
    """

    status: str = ""
    kind: str = ""
    step_id: str = ""
    title: str = ""
    phase: str = ""
    phase_title: str = ""
    phase_title_en: str = ""
    line: str = ""
    line_en: str = ""
    round: int = 0
    rounds: int = 0
    message: str = ""
    sound: bool = True
    is_unlocked: bool = False


@dataclass(frozen=True)
class MeView:
    """The person behind a phone. `has_joined` is False until check-in.

    `table` is the home table (0: none yet), `sits_at` the table of this round, `role` that there.
    """

    is_loaded: bool = False
    has_joined: bool = False
    number: int = 0
    name: str = ""
    table: int = 0
    sits_at: int = 0
    role: str = ""
    challenge: str = ""
    challenge_id: str = ""


@dataclass(frozen=True)
class NoteView:
    """A note on a wall; see `activities.interface.Note`."""

    id: str = ""
    text: str = ""
    table: int = 0
    marked: bool = False
    asked: bool = False
    answer: str = ""
    hidden: bool = False
    held: str = ""
    paper: bool = False


@dataclass(frozen=True)
class OwnNoteView:
    """A note as its own author sees it: it stands here only after it was stored.

    `step_id` says of which step it is, when that is not the running one.
    """

    id: str = ""
    text: str = ""
    round: int = 1
    step_id: str = ""
    hidden: bool = False
    marked: bool = False
    asked: bool = False
    answer: str = ""
    held: str = ""


@dataclass(frozen=True)
class PersonCard:
    """A person on the tablet's list."""

    number: int = 0
    name: str = ""
    kind: str = ""
    table: int = 0
    has_phone: bool = True
    together: str = ""
    challenge: str = ""


@dataclass(frozen=True)
class TableCard:
    """A table: on the projector's map and on the tablet.

    `names` are first names in seat order ('…' for people who gave none). `silent` is the number of
    people who have not contributed in this round yet; only the tablet gets it (else 0).
    `next_step`: '' (nothing yet), 'done' or 'not_yet'.
    """

    number: int = 0
    names: list[str] = field(default_factory=list)
    size: int = 0
    owner: str = ""
    owner_number: int = 0
    challenge: str = ""
    next_owner: str = ""
    ideas: int = 0
    silent: int = 0
    next_step: str = ""


@dataclass(frozen=True)
class NextStepCard:
    """A recorded next step; with `not_yet` the three answers are empty."""

    table: int = 0
    round: int = 1
    owner: str = ""
    challenge: str = ""
    what: str = ""
    who: str = ""
    when: str = ""
    not_yet: bool = False


@dataclass(frozen=True)
class PresenceView:
    """Totals of who is in, for the facilitator only; `percentage` is the share of newcomers."""

    total: int = 0
    percentage: int = 0
    goal_reached: bool = False


@dataclass(frozen=True)
class StepCard:
    """An item of the programme on the tablet. `starts_at` is a clock time such as '19:45'.

    `options` are the activity's own, so that a form shows what is set now.
    """

    id: str = ""
    kind: str = ""
    title: str = ""
    minutes: int = 0
    starts_at: str = ""
    is_now: bool = False
    is_done: bool = False
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ControlsView:
    """What the tablet's buttons need to know.

    `steering` is the version every steering command must name. `next_label` says what the big
    button will do; with `is_last` it closes the evening, and asks first. `obstacle` is a sentence
    when the room cannot go on yet. `minutes_behind` is negative when the evening is ahead of its
    plan. `proposed_tables` is 0 as long as nobody is in. `unlocked` has the tables that are off the
    room's clock, each with the phase it goes on with.
    """

    steering: int = 0
    next_title: str = ""
    next_label: str = ""
    is_last: bool = False
    obstacle: str = ""
    obstacle_code: str = ""
    script: str = ""
    auto: bool = False
    sound: bool = True
    is_paused: bool = False
    can_go_back: bool = False
    planned_end: str = ""
    expected_end: str = ""
    minutes_behind: int = 0
    wall_table: int = 0
    spotlight: str = ""
    screen: str = "stage"
    seating: str = ""
    proposed_tables: int = 0
    unlocked: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ScreenView:
    """What the projector shows: 'stage', 'join', 'tables', 'next_steps' or 'black'.

    `wall_table` 0 means the notes of all tables; `spotlight` is the id of one note or ''.
    `unlocked` has the tables that are off the room's clock.
    """

    mode: str = "stage"
    wall_table: int = 0
    unlocked: list[int] = field(default_factory=list)
    spotlight: NoteView = field(default_factory=NoteView)


@dataclass(frozen=True)
class RefusalView:
    """Why something was not done; `id` is that of what was sent, so that its text comes back.

    With `stays` it does not come back: it waits on the phone and is sent again.
    """

    id: str = ""
    sentence: str = ""
    sentence_en: str = ""
    stays: bool = False


@dataclass(frozen=True)
class NoticeView:
    """An answer to the facilitator: `kind` is 'ok', 'warning', 'error' or '' (nothing).

    `stored` is the id of what was sent, once it is stored: the form that has it empties. `number`
    differs from that of the answer before, also when the sentence is the same.
    """

    stored: str = ""
    kind: str = ""
    sentence: str = ""
    can_undo: bool = False
    number: int = 0


@dataclass(frozen=True)
class PlanRow:
    """One round at one table in the plan; `others` may take the turn: their number and name."""

    round: int = 0
    table: int = 0
    owner: str = ""
    challenge: str = ""
    groups: str = ""
    others: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class PlanView:
    """The carousel plan as it stands, with what fits in the evening in one sentence.

    `needed` is the number of rounds that gives everyone a turn, 0 when the one chosen does."""

    step_id: str = ""
    mode: str = "inside"
    rounds: int = 0
    rows: list[PlanRow] = field(default_factory=list)
    meetings: int = 0
    fits: str = ""
    is_frozen: bool = False
    needed: int = 0


@dataclass(frozen=True)
class AboutView:
    """What an evening is about, as the fields of the form that changes it hold it."""

    title: str = ""
    place: str = ""
    question: str = ""
    starts_at: str = ""
    minutes_available: str = ""


@dataclass(frozen=True)
class LoginCard:
    """A device on which a facilitator is logged in; `evening` is what it took over, or ''."""

    id: str = ""
    since: str = ""
    is_here: bool = False
    evening: str = ""


@dataclass(frozen=True)
class LiveSessionCard:
    """An evening on the library's list; `starts` is date and time, or ''. Status: StageView."""

    code: str = ""
    title: str = ""
    place: str = ""
    starts: str = ""
    status: str = ""
