"""How somebody begins to steer an evening by a link, beside whoever handed it out."""

from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.rights import Role
from plekberaad_app.platform import helper_links, logins
from plekberaad_app.platform.database import helpers, live_sessions
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.platform.permissions import is_in_reach


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked to help, and on which evening."""

    name: str
    title: str


def asked_by(token: str) -> Asked:
    """What a link asks; raises NotFound('link_gone'), NotAllowed('not_your_link')."""
    helper = helper_links.who_helps(token)
    _require_steering(helper.role)
    with reading() as db:
        return Asked(helper.name, live_sessions.get(db, helper.live_session_id).title)


def join(token: str, login_token: str, now: datetime) -> tuple[str, str]:
    """Begin to steer: the code of the evening, and the token of a login for it alone.

    The token is '' for somebody whose own login reaches this evening already. Raises
    NotFound('link_gone'), NotAllowed('not_your_link').
    """
    present = logins.who_steers(login_token, now)
    with transaction() as db:
        row = helpers.by_token(db, key_hash(token))
        if row is None:
            raise NotFound("link_gone")
        _require_steering(Role(row.role))
        live_session = live_sessions.get(db, row.live_session_id)
        if present and is_in_reach(present, live_session):
            return live_session.code, ""
        made = logins.let_in(db, row.made_by, now, live_session.id, helper_id=row.id)
        return live_session.code, made


def _require_steering(role: Role) -> None:
    if role is not Role.STAND_IN:
        raise NotAllowed("not_your_link")
