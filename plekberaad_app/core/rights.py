"""Who may do what to what: the one table that the gate, the use cases and the activities read.

It says what a role may do at all. Whose room or library it is, the use case checks as well
(`platform/permissions.py`); whether this is the moment for it, the rules of the evening decide.
"""

from collections.abc import Mapping
from enum import Enum


class Role(Enum):
    """In which capacity somebody asks."""

    NOBODY = "nobody"
    """Any browser, without one of our cookies."""
    PROJECTOR = "projector"
    """The link for the big screen: it only looks."""
    PARTICIPANT = "participant"
    """A phone with one of our keys for this room."""
    OWNER = "owner"
    """The participant whose challenge a table works on in this round."""
    STAND_IN = "stand_in"
    """A facilitator for this evening only, who took over with a PIN or has a link for it."""
    FACILITATOR = "facilitator"
    """A facilitator of the library, logged in with a password."""
    TABLE_HOST = "table_host"
    """Whoever helps one table, or the device that a table shares, by a link of their own."""
    ARTIST = "artist"
    """Whoever contributes art to this evening, by a link of their own."""
    OBSERVER = "observer"
    """Whoever looks along on this evening and does nothing, by a link of their own."""

    # For roles to come; nobody has these yet.
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Action(Enum):
    """What is being done."""

    READ = "look"
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


class Resource(Enum):
    """What it is done to."""

    ENTRANCE = "entrance"
    """The page of a room, a desk or a link: it shows what the visitor may see, or the way in."""
    OWN_SEAT = "own_seat"
    """Somebody's own place in the room: name, kind and habit, and everything else known about them.
    """
    OWN_CHALLENGE = "own_challenge"
    CONTRIBUTION = "contribution"
    """What somebody does in a step: an idea, a question, a vote."""
    NEXT_STEP = "next_step"
    """What comes of a challenge: what, who, when, or 'not yet'."""
    ANSWERED = "answered"
    """The tick at a question that was answered aloud."""
    SECRECY = "secrecy"
    """Whether what was written in private, or a count of votes, is still hidden."""
    CONTRIBUTION_OF_OTHERS = "contribution_of_others"
    CONTRIBUTION_OF_TABLE = "contribution_of_table"
    """What is typed for the people at one table, at that table."""
    CLOCK = "clock"
    TABLE = "table"
    """What one table does, as a phone there shows it."""
    TABLE_TIME = "table_time"
    """Whether one table takes extra time."""
    SPEAKER = "speaker"
    """Whose turn it is to speak at a table."""
    READINESS = "readiness"
    """Whether a table is ready for what comes next."""
    HELP = "help"
    """A table's call for help; to change it is to answer it."""
    SCREEN = "screen"
    """What the projector shows, and the message on all screens."""
    NOTE = "note"
    """Whether a note is shown at all."""
    PEOPLE = "people"
    SEATS = "seats"
    TURNS = "turns"
    """Who owns which challenge, and whose turn it is."""
    PROGRAMME = "programme"
    PICTURE = "picture"
    REPORT = "report"
    STAND_IN = "stand_in"
    """The PIN with which another device takes over."""
    CONTACT = "contact"
    """How the library may reach somebody who wants to hear more: apart from all else, for the
    library alone."""
    HELPER = "helper"
    """The links of people who help on one evening."""
    EVENING = "evening"
    TEMPLATE = "template"
    """A programme of the library to begin evenings with."""
    LIBRARY = "library"
    """Who are its facilitators."""
    LOGIN = "login"
    """How a facilitator logs in, and the devices on which they are logged in."""
    SECOND_FACTOR = "second_factor"
    """The code besides the password. For anyone: somebody with only the password may first have to
    set it up."""


Roles = frozenset[Role]

FACILITATOR: Roles = frozenset({Role.FACILITATOR})
ANY_FACILITATOR: Roles = FACILITATOR | {Role.STAND_IN}
IN_THE_ROOM: Roles = frozenset({Role.PARTICIPANT, Role.OWNER})
HELPERS: Roles = frozenset({Role.TABLE_HOST, Role.ARTIST, Role.OBSERVER})
ANYONE: Roles = IN_THE_ROOM | ANY_FACILITATOR | HELPERS | {Role.NOBODY, Role.PROJECTOR}

RIGHTS: Mapping[tuple[Action, Resource], Roles] = {
    (Action.READ, Resource.ENTRANCE): ANYONE,
    (Action.ADD, Resource.OWN_SEAT): ANYONE,
    (Action.READ, Resource.OWN_SEAT): IN_THE_ROOM,
    (Action.REMOVE, Resource.OWN_SEAT): IN_THE_ROOM,
    (Action.ADD, Resource.OWN_CHALLENGE): IN_THE_ROOM,
    (Action.REMOVE, Resource.OWN_CHALLENGE): IN_THE_ROOM,
    (Action.ADD, Resource.CONTRIBUTION): IN_THE_ROOM,
    (Action.CHANGE, Resource.NEXT_STEP): ANY_FACILITATOR | {Role.OWNER},
    (Action.CHANGE, Resource.ANSWERED): ANY_FACILITATOR | {Role.OWNER},
    (Action.CHANGE, Resource.SECRECY): ANY_FACILITATOR,
    (Action.ADD, Resource.CONTRIBUTION_OF_OTHERS): ANY_FACILITATOR,
    (Action.ADD, Resource.CONTRIBUTION_OF_TABLE): frozenset({Role.TABLE_HOST}),
    (Action.CHANGE, Resource.CLOCK): ANY_FACILITATOR,
    (Action.READ, Resource.TABLE): frozenset({Role.TABLE_HOST}),
    (Action.CHANGE, Resource.TABLE_TIME): frozenset({Role.TABLE_HOST}),
    (Action.CHANGE, Resource.SPEAKER): frozenset({Role.TABLE_HOST}),
    (Action.CHANGE, Resource.READINESS): IN_THE_ROOM | {Role.TABLE_HOST},
    (Action.ADD, Resource.HELP): IN_THE_ROOM | {Role.TABLE_HOST},
    (Action.REMOVE, Resource.HELP): IN_THE_ROOM | {Role.TABLE_HOST},
    (Action.CHANGE, Resource.HELP): ANY_FACILITATOR,
    (Action.READ, Resource.SCREEN): frozenset({Role.OBSERVER}),
    (Action.CHANGE, Resource.SCREEN): ANY_FACILITATOR,
    (Action.CHANGE, Resource.NOTE): ANY_FACILITATOR,
    (Action.ADD, Resource.PEOPLE): ANY_FACILITATOR,
    (Action.CHANGE, Resource.PEOPLE): ANY_FACILITATOR,
    (Action.REMOVE, Resource.PEOPLE): ANY_FACILITATOR,
    (Action.CHANGE, Resource.SEATS): ANY_FACILITATOR,
    (Action.CHANGE, Resource.TURNS): ANY_FACILITATOR,
    (Action.READ, Resource.PROGRAMME): ANY_FACILITATOR | {Role.ARTIST},
    (Action.CHANGE, Resource.PROGRAMME): ANY_FACILITATOR,
    (Action.ADD, Resource.PICTURE): ANY_FACILITATOR,
    (Action.READ, Resource.REPORT): ANY_FACILITATOR,
    (Action.ADD, Resource.STAND_IN): ANY_FACILITATOR,
    (Action.ADD, Resource.CONTACT): IN_THE_ROOM,
    (Action.REMOVE, Resource.CONTACT): IN_THE_ROOM | FACILITATOR,
    (Action.READ, Resource.CONTACT): FACILITATOR,
    (Action.READ, Resource.HELPER): FACILITATOR,
    (Action.ADD, Resource.HELPER): FACILITATOR,
    (Action.REMOVE, Resource.HELPER): FACILITATOR,
    (Action.READ, Resource.EVENING): ANY_FACILITATOR,
    (Action.ADD, Resource.EVENING): FACILITATOR,
    (Action.REMOVE, Resource.EVENING): FACILITATOR,
    (Action.READ, Resource.TEMPLATE): FACILITATOR,
    (Action.ADD, Resource.TEMPLATE): FACILITATOR,
    (Action.CHANGE, Resource.TEMPLATE): FACILITATOR,
    (Action.REMOVE, Resource.TEMPLATE): FACILITATOR,
    (Action.CHANGE, Resource.LIBRARY): FACILITATOR,
    (Action.READ, Resource.LOGIN): FACILITATOR,
    (Action.CHANGE, Resource.LOGIN): FACILITATOR,
    (Action.REMOVE, Resource.LOGIN): FACILITATOR,
    (Action.ADD, Resource.SECOND_FACTOR): ANYONE,
    (Action.REMOVE, Resource.SECOND_FACTOR): FACILITATOR,
}


def who_may(action: Action, resource: Resource) -> Roles:
    """The roles that may do this; none if the table does not mention it."""
    return RIGHTS.get((action, resource), frozenset())


def may(role: Role, action: Action, resource: Resource) -> bool:
    """Whether this role may do this at all."""
    return role in who_may(action, resource)
