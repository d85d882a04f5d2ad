"""What more than one kind of screen draws."""

from dataclasses import dataclass, field

from plekberaad_app.core.say import Say


@dataclass(frozen=True)
class RoomView:
    """What never changes during the evening. `status` of the whole: see StageView.

    `begins` is a time as people say it, such as '19.30'; '' when nobody said when. `kinds`: the
    activities of the programme, whose code a screen fetches before it needs it. In a rehearsal
    all people are simulated.
    """

    code: str = ""
    title: str = ""
    place: str = ""
    question: str = ""
    join_address: str = ""
    begins: str = ""
    is_rehearsal: bool = False
    kinds: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class StageView:
    """Where the room stands and the one line that says what to do now.

    `status`: '' (not loaded yet), 'lobby', 'running', 'closed', 'unknown' (no such code).
    `kind` is the activity of the running step ('' in the lobby and when closed). `sign` and `hue`:
    the phase's icon and colour. It `hurries` when people have something to finish in it.
    `is_unlocked`: this phone's table is off the room's clock. `asks`: there is something to do on
    this phone now. `upcoming`: in the lobby, with what it begins. A title is in the words of the
    facilitator, or it is one of ours: then `titled` or `upcoming_titled` says which.
    """

    status: str = ""
    kind: str = ""
    step_id: str = ""
    title: str = ""
    titled: Say = field(default_factory=Say)
    phase: str = ""
    phase_title: Say = field(default_factory=Say)
    sign: str = ""
    hue: str = ""
    line: Say = field(default_factory=Say)
    round: int = 0
    rounds: int = 0
    hurries: bool = True
    message: str = ""
    sound: bool = True
    is_unlocked: bool = False
    asks: bool = False
    upcoming: str = ""
    upcoming_titled: Say = field(default_factory=Say)


@dataclass(frozen=True)
class NoteView:
    """A note on a wall; see `activities.contract.activity.Note`."""

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
class TableCard:
    """A table: on the projector's map and on the tablet.

    `names` are first names in seat order ('Nummer 40' for people who gave none).
    """

    number: int = 0
    names: list[str] = field(default_factory=list)
    size: int = 0


@dataclass(frozen=True)
class GroupCard:
    """A pair or trio, and the table where it meets (0: none); `people` are their numbers, in the
    order of `names`."""

    number: int = 0
    table: int = 0
    names: list[str] = field(default_factory=list)
    people: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class TableView:
    """What a table says of itself, as its own screens show it.

    `call`: '' (no help is needed), 'asked' or 'coming'. `stop` names the stop in which it can be
    ready, and is '' while there is nothing to be ready for.
    """

    call: str = ""
    is_ready: bool = False
    stop: str = ""


@dataclass(frozen=True)
class NextStepCard:
    """A next step; with `not_yet` the three answers are empty."""

    table: int = 0
    round: int = 1
    owner: str = ""
    challenge: str = ""
    what: str = ""
    who: str = ""
    when: str = ""
    not_yet: bool = False
