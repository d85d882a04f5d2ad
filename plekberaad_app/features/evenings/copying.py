"""A new evening that is as one that there is, without anybody in it."""

from dataclasses import replace
from datetime import datetime

from plekberaad_app.core import join_codes
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import copied
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import live_sessions, programmes
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.permissions import Facilitator, require_facilitator
from plekberaad_app.platform.tokens import new_id
from plekberaad_app.room.join_code import free_code


@audited("code")
def copy(facilitator: Facilitator, code: str, now: datetime) -> LiveSession:
    """A new evening with the programme, title, place, question and length of this one.

    It has no date, no people and nothing that was written. Raises BadInput('code_unreadable'),
    NotFound('code_unknown'), NotAllowed.
    """
    with transaction() as db:
        evening = live_sessions.by_code(db, join_codes.normalise(code))
        require_facilitator(facilitator, evening, Action.ADD, Resource.EVENING)
        bare = LiveSession(new_id(), free_code(db), evening.library_id, evening.title)
        made = replace(
            bare,
            place=evening.place,
            question=evening.question,
            minutes_available=evening.minutes_available,
        )
        live_sessions.add(db, made, now)
        programmes.replace_steps(db, made.id, copied(programmes.steps(db, evening.id), new_id))
    return made
