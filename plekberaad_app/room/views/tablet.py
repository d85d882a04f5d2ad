"""What the tablet draws: its people, its programme and its buttons."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class PersonCard:
    """A person on the tablet's list; `shown` is what the room calls them.

    `held` says why their challenge waits for the facilitator.
    """

    number: int = 0
    name: str = ""
    shown: str = ""
    kind: str = ""
    table: int = 0
    has_phone: bool = True
    has_left: bool = False
    together: str = ""
    challenge: str = ""
    held: str = ""


@dataclass(frozen=True)
class PresenceView:
    """Totals of the people present, for the facilitator only.

    `newcomers` of the `base` never come; about `unknown` people nobody knows. `goal` is a Goal.
    Everything is filled only where no small cell exposes anybody (`is_told`). `is_exact`: the base
    is everybody who answered; otherwise it is everybody, and the newcomers are a lower bound.
    """

    total: int = 0
    is_told: bool = False
    is_exact: bool = False
    newcomers: int = 0
    base: int = 0
    unknown: int = 0
    goal: str = "open"


@dataclass(frozen=True)
class SourceCard:
    """A step that brings something for a later one to take up."""

    id: str = ""
    title: str = ""


@dataclass(frozen=True)
class StepCard:
    """An item of the programme on the tablet. `starts_at` is a clock time such as '19:45'.

    `summary` is its question, or what else tells it from others of its kind; `lacks` is the
    sentence of what it needs before it can begin.
    `lasts` are its minutes to the second, such as '3:30'; `minutes` are whole, for its form.
    `options` are the activity's own, so that a form shows what is set now; `sources` are the
    earlier steps from which it may take something up.
    """

    id: str = ""
    kind: str = ""
    kind_title: str = ""
    title: str = ""
    summary: str = ""
    lacks: str = ""
    minutes: int = 0
    lasts: str = ""
    starts_at: str = ""
    is_now: bool = False
    is_done: bool = False
    options: dict[str, Any] = field(default_factory=dict)
    sources: list[SourceCard] = field(default_factory=list)


@dataclass(frozen=True)
class ObstacleView:
    """What stops the room, in one sentence, and the buttons that resolve it; '' when nothing does.

    A cure has `id`, `label`, `asks` (what is filled in first) and `is_end`, when it closes the
    evening. A part has `said` and `cures`: the same, for one of those it is about. What
    `is_blocking` holds up the room; what `can_wait` is hidden until it is due.
    `view` is the view of the tablet with more about it.
    """

    said: str = ""
    is_blocking: bool = False
    can_wait: bool = False
    view: str = ""
    cures: list[dict[str, Any]] = field(default_factory=list)
    parts: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class ScriptView:
    """What the facilitator says to the room and does meanwhile; '' when there is nothing to say.

    `who` does this step, if that was said.
    """

    say: str = ""
    do: str = ""
    who: str = ""


@dataclass(frozen=True)
class ControlsView:
    """What the tablet's buttons need to know.

    `steering` is the version that every steering command must name. `next_label` says what the big
    button will do; with `is_last` it closes the evening, and asks first, as skipping the step does
    with `is_last_step`. Without a clock (`has_clock`) there is nothing to stop or stretch, and the
    evening is neither early nor late. `obstacle` says why the room cannot go on yet.
    `minutes_behind` is negative when the evening is ahead of its plan. `proposed_tables` is 0 as
    long as nobody is in. `unlocked` has the tables that do not follow the room's clock, each with
    the phase it goes on with. `message_table`: for which table the message is, 0 for everybody.
    With `approves_first` words wait for the facilitator.
    """

    steering: int = 0
    next_title: str = ""
    next_label: str = ""
    is_last: bool = False
    is_last_step: bool = False
    obstacle: ObstacleView = ObstacleView()
    auto: bool = False
    sound: bool = True
    has_clock: bool = False
    is_paused: bool = False
    can_go_back: bool = False
    planned_end: str = ""
    expected_end: str = ""
    minutes_behind: int = 0
    message_table: int = 0
    approves_first: bool = False
    wall_table: int = 0
    spotlight: str = ""
    spotlight_text: str = ""
    screen: str = "stage"
    seating: str = ""
    proposed_tables: int = 0
    unlocked: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CallCard:
    """A table that needs help; `is_coming` once somebody said so."""

    table: int = 0
    is_coming: bool = False


@dataclass(frozen=True)
class AtTablesView:
    """What the tables say of themselves: who needs help, and who of the `seated` is ready.

    `can_be_ready`: in this stop people have something to finish.
    """

    calls: list[CallCard] = field(default_factory=list)
    ready: list[int] = field(default_factory=list)
    seated: int = 0
    can_be_ready: bool = False


@dataclass(frozen=True)
class NoticeView:
    """A reply to the facilitator: `kind` is 'ok', 'warning', 'error', 'held' or '' (nothing).

    'held' is not drawn again: the obstacle is on the tablet already.

    `stored` is the id of what was sent, once it is stored: the form with that id empties. `number`
    differs from that of the previous reply, even if the sentence is the same. `second_phone_of` is
    the number of somebody who came in with another phone, or 0. With `can_return` the room can go
    back to where it was; if it `is_brief`, that is offered for ten seconds.
    """

    stored: str = ""
    kind: str = ""
    sentence: str = ""
    can_undo: bool = False
    number: int = 0
    second_phone_of: int = 0
    can_return: bool = False
    is_brief: bool = False


@dataclass(frozen=True)
class FitView:
    """Whether it fits, in one sentence; '' when there is nothing to say."""

    sentence: str = ""
    is_good: bool = True


@dataclass(frozen=True)
class PlanView:
    """The plan of the running step, or of the next one that plans; without a `kind` there is none.

    `fits` says whether it fits the evening. `view` is what the activity of this `kind` draws of it.
    """

    kind: str = ""
    step_id: str = ""
    fits: FitView = field(default_factory=FitView)
    is_frozen: bool = False
    view: Any = field(default_factory=dict)
