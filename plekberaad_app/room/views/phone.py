"""What only a phone draws: the person behind it, and what that person wrote."""

from dataclasses import dataclass, field

from plekberaad_app.activities.contract.capabilities import OwnNote
from plekberaad_app.core.say import Say


@dataclass(frozen=True)
class MeView:
    """The person behind a phone. `has_joined` is False until check-in.

    `table` is the home table (0: none yet), `sits_at` the table of this round, `role` that there.
    `partners` are the names of the others in one's pair or trio, which meets at that table;
    `is_alone` when nobody else is in it.
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
    challenge_held: str = ""
    partners: list[str] = field(default_factory=list)
    is_alone: bool = False


@dataclass(frozen=True)
class FirstStepCard:
    """A first step to go home with, and the first name of whose it is, as long as that is known."""

    table: int = 0
    owner: str = ""
    challenge: str = ""
    what: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True)
class WishCard:
    """A person's own wish, once the room goes home: the ideas it got, and the first step.

    `not_yet`: they said that there is no first step yet.
    """

    wish: str = ""
    ideas: list[str] = field(default_factory=list)
    step: FirstStepCard = field(default_factory=FirstStepCard)
    not_yet: bool = False


@dataclass(frozen=True)
class TakenHomeView:
    """What a phone keeps of an evening; empty until the room is thanked, and for people who were
    not there.

    `steps` are everybody's first steps.
    """

    was_there: bool = False
    wishes: list[WishCard] = field(default_factory=list)
    ideas: list[OwnNote] = field(default_factory=list)
    steps: list[FirstStepCard] = field(default_factory=list)


@dataclass(frozen=True)
class RefusalView:
    """Why something was refused; `id` is that of what was sent, so that its text comes back.

    With `stays` it does not come back: it waits on the phone and is sent again. With `as_of` it
    holds for as long as `personal` says the same about the person's own state, in whatever tab that
    changes.
    """

    id: str = ""
    sentence: Say = field(default_factory=Say)
    stays: bool = False
    as_of: str = ""
