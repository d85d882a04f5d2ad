"""The tables: the only truth. Rows hold no rules; constraints back up the rules elsewhere."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Index, LargeBinary, UniqueConstraint, false, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC datetimes on every database; SQLite drops the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Read a stored time as UTC."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


def _utc(**options: Any) -> Any:
    return Field(sa_type=UtcDateTime, **options)  # pyright: ignore[reportCallIssue, reportArgumentType]


class LibraryRow(SQLModel, table=True):
    """A library: the tenant. Everything belongs to exactly one."""

    __tablename__ = "libraries"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    name: str
    created_at: datetime = _utc()


class FacilitatorRow(SQLModel, table=True):
    """Somebody of a library who may steer its live sessions."""

    __tablename__ = "facilitators"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    library_id: str = Field(foreign_key="libraries.id", index=True)
    name: str
    login_name: str = Field(unique=True)
    password_hash: str
    created_at: datetime = _utc()


class LoginRow(SQLModel, table=True):
    """A logged-in device, by its cookie's hash; `live_session_id` limits it to that one evening,
    and it ends with the link of a helper by which it came in.

    `used_at` is when it was last used, to within some minutes; `awaits` is what is missing before
    it counts: 'code', 'set_up', or ''.
    """

    __tablename__ = "logins"  # pyright: ignore[reportAssignmentType]

    token_hash: str = Field(primary_key=True)
    facilitator_id: str | None = Field(default=None, foreign_key="facilitators.id", index=True)
    live_session_id: str | None = Field(default=None, foreign_key="live_sessions.id", index=True)
    expires_at: datetime = _utc()
    used_at: datetime = _utc()
    awaits: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    helper_id: str | None = Field(
        default=None, foreign_key="helpers.id", index=True, ondelete="CASCADE"
    )


class SecondFactorRow(SQLModel, table=True):
    """A facilitator's second factor: what gives its secret together with our key, and the last code
    used.

    `last_step` is the latest half minute whose code was accepted; `is_on` is set by the first right
    code.
    """

    __tablename__ = "second_factors"  # pyright: ignore[reportAssignmentType]

    facilitator_id: str = Field(primary_key=True, foreign_key="facilitators.id")
    nonce: str
    last_step: int = 0
    is_on: bool = False


class RecoveryCodeRow(SQLModel, table=True):
    """A code that lets a facilitator in once, for when the app is lost."""

    __tablename__ = "recovery_codes"  # pyright: ignore[reportAssignmentType]

    code_hash: str = Field(primary_key=True)
    facilitator_id: str = Field(foreign_key="facilitators.id", index=True)


class InvitationRow(SQLModel, table=True):
    """A one-time link with which a facilitator sets name and password."""

    __tablename__ = "invitations"  # pyright: ignore[reportAssignmentType]

    token_hash: str = Field(primary_key=True)
    library_id: str | None = Field(default=None, foreign_key="libraries.id")
    expires_at: datetime = _utc()
    used_at: datetime | None = _utc(default=None, nullable=True)


class LiveSessionRow(SQLModel, table=True):
    """One evening: what it is about, where the room stands, and its clock."""

    __tablename__ = "live_sessions"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    library_id: str = Field(foreign_key="libraries.id", index=True)
    code: str = Field(unique=True)
    title: str
    place: str = ""
    question: str = ""
    starts_at: datetime | None = _utc(default=None, nullable=True)
    minutes_available: int | None = None
    created_at: datetime = _utc()

    status: str = "lobby"
    step_index: int | None = None
    stop_index: int = 0
    clock_started_at: datetime | None = _utc(default=None, nullable=True)
    clock_paused_at: datetime | None = _utc(default=None, nullable=True)
    clock_seconds: float = 0
    is_automatic: bool = True
    has_sound: bool = True
    started_at: datetime | None = _utc(default=None, nullable=True)
    closed_at: datetime | None = _utc(default=None, nullable=True)

    version: int = 0
    cast_version: int = 0
    steering: int = 0
    steered_by: str = ""
    steered_what: str = ""

    tables: int = 0
    unlocked: dict[str, int] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}")
    )
    at_tables: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}")
    )
    screen: str = "stage"
    wall_table: int = 0
    spotlight: str = ""
    lit_at: datetime | None = _utc(default=None, nullable=True)
    message: str = ""
    message_table: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    approves_first: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    spread_seconds: float = Field(default=0, sa_column_kwargs={"server_default": "0"})
    rehearses: str = Field(default="", index=True, sa_column_kwargs={"server_default": text("''")})
    deleted_at: datetime | None = _utc(default=None, nullable=True)
    takeover_hash: str = ""
    totals: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    links_withdrawn: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class HelperRow(SQLModel, table=True):
    """Somebody who helps on one evening, by a link of their own: its hash, and the role it gives.

    `role` is a Role. A table host has a table; `step_id` is what an artist does, if that was said.
    Without the row the link is void.
    """

    __tablename__ = "helpers"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    live_session_id: str = Field(foreign_key="live_sessions.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(unique=True)
    role: str
    name: str = ""
    table_number: int | None = None
    step_id: str = ""
    made_by: str = Field(foreign_key="facilitators.id", index=True)
    made_at: datetime = _utc()


class StepRow(SQLModel, table=True):
    """An item of a programme."""

    __tablename__ = "steps"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    live_session_id: str = Field(foreign_key="live_sessions.id", index=True, ondelete="CASCADE")
    position: int
    kind: str
    title: str
    options: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    plan: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    who: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    script: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}")
    )


class TemplateRow(SQLModel, table=True):
    """A programme that a library kept to begin evenings with; `steps` are in order."""

    __tablename__ = "templates"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    library_id: str = Field(foreign_key="libraries.id", index=True)
    name: str
    steps: list[dict[str, Any]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False)
    )
    created_at: datetime = _utc()


class ProgrammeChangeRow(SQLModel, table=True):
    """An edit of a programme that whoever made it can undo, or has undone and can do again.

    `change` has the steps that it touched, as they were and as they became.
    """

    __tablename__ = "programme_changes"  # pyright: ignore[reportAssignmentType]

    number: int | None = Field(default=None, primary_key=True)
    live_session_id: str = Field(foreign_key="live_sessions.id", index=True, ondelete="CASCADE")
    facilitator_id: str
    change: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    is_undone: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class ParticipantRow(SQLModel, table=True):
    """A person in the room: a random key's hash, an optional first name, a seat.

    Kind and habit are here only while the evening runs; at closing they become totals and are
    deleted. `told_version` is that of the privacy notice they were shown when they came in
    (core/privacy_notice.py).
    """

    __tablename__ = "participants"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("live_session_id", "number"),)

    id: str = Field(primary_key=True)
    live_session_id: str = Field(foreign_key="live_sessions.id", index=True, ondelete="CASCADE")
    number: int
    key_hash: str | None = Field(default=None, unique=True)
    name: str = ""
    kind: str | None = None
    habit: str | None = None
    table_number: int | None = None
    seat: int | None = None
    has_phone: bool = True
    together: str = ""
    told_version: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    has_left: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    joined_at: datetime = _utc()


class ParticipantKeyRow(SQLModel, table=True):
    """Another phone or browser of somebody who came in twice and was joined into one person.

    If it is `claimed`, we only have its holder's word for it, given at the check-in.
    """

    __tablename__ = "participant_keys"  # pyright: ignore[reportAssignmentType]

    key_hash: str = Field(primary_key=True)
    participant_id: str = Field(foreign_key="participants.id", index=True, ondelete="CASCADE")
    claimed: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class ChallengeRow(SQLModel, table=True):
    """What an owner brings, in one sentence."""

    __tablename__ = "challenges"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    live_session_id: str = Field(foreign_key="live_sessions.id", index=True, ondelete="CASCADE")
    owner_id: str = Field(foreign_key="participants.id", unique=True, ondelete="CASCADE")
    sentence: str
    held: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    created_at: datetime = _utc()


class ContributionRow(SQLModel, table=True):
    """A contribution of any activity, with everything known when it was written.

    `id` is made on the sending device; `version` is the live session's version of the last change,
    so that a reader can ask for what is new; `number` keeps the order of arrival.
    """

    __tablename__ = "contributions"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("ix_contributions_version", "live_session_id", "version"),
        Index("ix_contributions_author", "live_session_id", "author"),
    )

    number: int | None = Field(default=None, primary_key=True)
    live_session_id: str = Field(foreign_key="live_sessions.id", ondelete="CASCADE")
    id: str = Field(unique=True)
    step_id: str
    round: int
    phase: str
    table_number: int | None = None
    challenge_id: str = ""
    author: str
    kind: str
    payload: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    created_at: datetime = _utc()
    on_behalf: str = ""
    is_hidden: bool = False
    is_withdrawn: bool = False
    version: int = 0


class ContactRow(SQLModel, table=True):
    """How the library may reach somebody who asked for it, until `ends_at`.

    Nothing leads from here to a participant or to what they wrote: `author` is a tag that only the
    key in their phone's cookie can compute.
    """

    __tablename__ = "contacts"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("live_session_id", "author"),)

    id: str = Field(primary_key=True)
    live_session_id: str = Field(foreign_key="live_sessions.id", index=True, ondelete="CASCADE")
    author: str
    about: str
    name: str
    reach: str
    ends_at: datetime = _utc(index=True)


class ImageRow(SQLModel, table=True):
    """A picture for the projector, re-encoded by us and without metadata."""

    __tablename__ = "images"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    library_id: str = Field(foreign_key="libraries.id", index=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    media_type: str
    created_at: datetime = _utc()


class ErasureRow(SQLModel, table=True):
    """Something that was erased, so that a backup that still has it does not bring it back.

    `what` is 'person', 'contribution' or 'contact'. A row says neither whose a contribution was
    nor, more precisely than the hour, when: nothing here links what was erased together.
    """

    __tablename__ = "erasures"  # pyright: ignore[reportAssignmentType]

    erased_id: str = Field(primary_key=True)
    what: str
    erased_at: datetime = _utc(index=True)


class AuditEntryRow(SQLModel, table=True):
    """What a facilitator did: who, what, to which evening and when; never what anybody wrote.

    It outlives the evening, since deleting one is audited too.
    """

    __tablename__ = "deeds"  # pyright: ignore[reportAssignmentType]

    number: int | None = Field(default=None, primary_key=True)
    library_id: str = Field(foreign_key="libraries.id", index=True)
    facilitator_id: str
    live_session_id: str = ""
    what: str
    about: str = ""
    done_at: datetime = _utc(index=True)
