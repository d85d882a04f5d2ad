"""The PIN with which another device takes over one evening."""

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Self

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput, NotAllowed
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform import logins
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.permissions import Facilitator, require_facilitator
from plekberaad_app.platform.tokens import signature

PIN_LIFE = timedelta(minutes=30)
PIN_DIGITS = 6
PIN_TRIES = 5


@audited()
def make_takeover_pin(facilitator: Facilitator, live_session_id: str, now: datetime) -> str:
    """Six digits with which another device may take over this live session in the next half hour.

    Any earlier PIN is void from now on. Raises NotFound, NotAllowed('not_your_library').
    """
    pin = "".join(secrets.choice("0123456789") for _ in range(PIN_DIGITS))
    with transaction() as db:
        live_session = live_sessions.get(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.ADD, Resource.STAND_IN)
        offer = _Offer(PIN_TRIES, now + PIN_LIFE, facilitator.id, _pin_hash(live_session_id, pin))
        stored.keep_takeover(db, live_session_id, offer.packed())
    return pin


def take_over(code: str, pin: str, now: datetime) -> str:
    """A login token limited to this live session.

    Raises BadInput: code_unreadable, pin_wrong (left); NotFound('code_unknown');
    NotAllowed('pin_void') when there is no PIN, or after 5 wrong tries.
    """
    code = join_codes.normalise(code)
    digits = "".join(pin[:40].split())
    with transaction() as db:
        live_session_id = live_sessions.by_code(db, code).id
        offer = _Offer.unpacked(stored.takeover(db, live_session_id))
        if offer is None or not offer.is_open(now):
            raise NotAllowed("pin_void")
        if hmac.compare_digest(offer.pin_hash, _pin_hash(live_session_id, digits)):
            return logins.let_in(db, offer.facilitator_id, now, live_session_id)
        # No error inside the transaction: the attempt has to stay counted.
        offer = replace(offer, tries_left=offer.tries_left - 1)
        stored.keep_takeover(db, live_session_id, offer.packed())
    raise BadInput("pin_wrong", left=offer.tries_left)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A PIN that was given out, as it is stored in the database."""

    tries_left: int
    expires_at: datetime
    facilitator_id: str
    pin_hash: str

    def is_open(self, now: datetime) -> bool:
        return self.tries_left > 0 and now < self.expires_at

    def packed(self) -> str:
        expires = int(self.expires_at.timestamp())
        return f"{self.tries_left}:{expires}:{self.facilitator_id}:{self.pin_hash}"

    @classmethod
    def unpacked(cls, text: str) -> Self | None:
        if not text:
            return None
        tries_left, expires, facilitator_id, pin_hash = text.split(":")
        expires_at = datetime.fromtimestamp(int(expires), UTC)
        return cls(int(tries_left), expires_at, facilitator_id, pin_hash)


def _pin_hash(live_session_id: str, pin: str) -> str:
    # Six digits could be guessed from a plain hash; without our key this one cannot be.
    return signature("pin", live_session_id, pin).hex()
