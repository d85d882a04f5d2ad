"""What the room sees: the projector's mode, the table of its wall, one enlarged note, a message."""

from dataclasses import replace
from datetime import datetime

from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.evening import LiveSession, Screen
from plekberaad_app.core.pending_review import first_found
from plekberaad_app.core.plain_text import optional
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.contributions import StoredBoard
from plekberaad_app.platform.database.engine import Transaction, transaction
from plekberaad_app.platform.permissions import Facilitator, require_facilitator

MODES = ("stage", "join", "tables", "next_steps", "black")
MAX_CHARACTERS = 160


@audited("mode")
def show(facilitator: Facilitator, live_session_id: str, mode: str) -> None:
    """Choose what the projector shows; raises BadInput for an unknown mode."""
    if mode not in MODES:
        raise BadInput("mode_unknown")
    with transaction() as db:
        live_session = _mine(db, facilitator, live_session_id)
        screen = replace(live_session.screen.back_to_the_wall(), mode=mode)
        _keep_screen(db, live_session, screen)


@audited("table")
def choose_wall(facilitator: Facilitator, live_session_id: str, table: int) -> None:
    """Show the notes of one table, or of all with 0."""
    with transaction() as db:
        live_session = _mine(db, facilitator, live_session_id)
        if not 0 <= table <= live_session.tables:
            raise NotFound("table_gone")
        _keep_screen(db, live_session, replace(live_session.screen, wall_table=table))


@audited("contribution_id")
def put_in_light(
    facilitator: Facilitator, live_session_id: str, contribution_id: str, now: datetime
) -> None:
    """Show one note large on the projector, for a minute; '' takes it away."""
    with transaction() as db:
        live_session = _mine(db, facilitator, live_session_id)
        if contribution_id and StoredBoard(db, live_session_id).get(contribution_id) is None:
            raise NotFound("note_gone")
        screen = replace(live_session.screen.back_to_the_wall(), mode="stage")
        if contribution_id:
            screen = replace(screen, spotlight=contribution_id, lit_at=now)
        _keep_screen(db, live_session, screen)


@audited()
def send_message(facilitator: Facilitator, live_session_id: str, text: str, table: int = 0) -> str:
    """Show a message on all phones and the projector, or on the phones of one table; an empty one
    removes it.

    Returns the kind of personal data it seems to contain, or '': the facilitator knows best, but is
    told. Raises NotFound('table_gone').
    """
    message = optional(text, MAX_CHARACTERS)
    with transaction() as db:
        live_session = _mine(db, facilitator, live_session_id)
        if not 0 <= table <= live_session.tables:
            raise NotFound("table_gone")
        live_sessions.save(db, replace(live_session, message=message, message_table=table))
    return first_found(message)


def _mine(db: Transaction, facilitator: Facilitator, live_session_id: str) -> LiveSession:
    live_session = live_sessions.change(db, live_session_id)
    require_facilitator(facilitator, live_session, Action.CHANGE, Resource.SCREEN)
    return live_session


def _keep_screen(db: Transaction, live_session: LiveSession, screen: Screen) -> None:
    live_sessions.save(db, replace(live_session, screen=screen))
