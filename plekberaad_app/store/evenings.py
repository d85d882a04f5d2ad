"""A whole evening in one read: the live session with its programme, people, challenges and board."""

from sqlmodel import Session

from plekberaad_app.domain.evening import Evening, LiveSession
from plekberaad_app.store import live_sessions, people
from plekberaad_app.store.contributions import StoredBoard


def load(db: Session, live_session_id: str) -> Evening:
    """The evening as it stands; raises NotFound."""
    return around(db, live_sessions.get(db, live_session_id))


def around(db: Session, live_session: LiveSession) -> Evening:
    """The evening around a live session that is already at hand; its board reads on demand."""
    present = people.of_live_session(db, live_session.id)
    return Evening(
        live_session=live_session,
        steps=live_sessions.steps(db, live_session.id),
        people=present,
        challenges=people.challenges(db, live_session.id, present),
        board=StoredBoard(db, live_session.id),
    )
