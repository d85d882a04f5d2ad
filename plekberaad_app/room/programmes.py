"""Looking at the programme of an evening, before anything of it is changed."""

from plekberaad_app.core import join_codes
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.database import evenings, live_sessions
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator, require_facilitator


def programme(facilitator: Facilitator, code: str) -> Evening:
    """The evening with this code and its programme.

    Raises BadInput('code_unreadable'), NotFound('code_unknown'), NotAllowed.
    """
    readable = join_codes.normalise(code)
    with reading() as db:
        live_session = live_sessions.by_code(db, readable)
        require_facilitator(facilitator, live_session, Action.READ, Resource.PROGRAMME)
        return evenings.around(db, live_session)
