"""What an evening hands out: who may ask for it, and the evening without anybody in it."""

from dataclasses import dataclass

from plekberaad_app.core import join_codes
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.database import accounts, live_sessions, programmes
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator, require_facilitator


@dataclass(frozen=True, slots=True)
class Occasion:
    """An evening as it can be announced and prepared; `library` is the name of its library.

    It knows nobody: people, wishes and ideas are never read for what lies about on tables.
    """

    live_session: LiveSession
    steps: tuple[Step, ...]
    library: str


def occasion(facilitator: Facilitator, code: str) -> Occasion:
    """The evening with this code, however it was typed, for whoever may steer it.

    Raises BadInput('code_unreadable'), NotFound('code_unknown'), NotAllowed.
    """
    found = announced(code)
    require_facilitator(facilitator, found.live_session, Action.READ, Resource.PROGRAMME)
    return found


def announced(code: str) -> Occasion:
    """The evening with this code, for anybody who has it, as it hangs on a wall.

    Raises BadInput('code_unreadable'), NotFound('code_unknown').
    """
    readable = join_codes.normalise(code)
    with reading() as db:
        live_session = live_sessions.by_code(db, readable)
        return Occasion(
            live_session,
            programmes.steps(db, live_session.id),
            accounts.library_name(db, live_session.library_id),
        )
