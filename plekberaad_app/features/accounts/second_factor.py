"""The second factor: a code of six digits from an app (TOTP, RFC 6238), or a recovery code.

The app's secret is not stored: our key derives it from a random number in the row, so that somebody
with only the database has no codes.
"""

import base64
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime

from pyotp.totp import TOTP

from plekberaad_app.core import join_codes
from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.name_rules import login_name
from plekberaad_app.features.accounts import passwords
from plekberaad_app.features.accounts.reauthentication import require_password
from plekberaad_app.platform import logins
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database import second_factors
from plekberaad_app.platform.database.engine import Transaction, reading, transaction
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.tokens import new_token, signature

ISSUER = "Plekberaad"
STEP_SECONDS = 30
SECRET_BYTES = 20
RECOVERY_CODES = 8
RECOVERY_SIGNS = 10

# A guess has three chances in a million; this allows seven hundred a day.
_per_facilitator = Pace(burst=10, per_second=1 / 120)


@dataclass(frozen=True, slots=True)
class SetUp:
    """What an app needs: the key to type, and the address in the QR code."""

    key: str
    address: str


@dataclass(frozen=True, slots=True)
class SecondFactorStatus:
    """Whose login this is, whether a code is asked for, and whether it has to be set up first."""

    name: str
    is_on: bool
    must_set_up: bool


def standing(token: str, now: datetime) -> SecondFactorStatus:
    """The state of the second factor of whoever has this login; raises NotAllowed."""
    facilitator, awaits = _own(token, now)
    with reading() as db:
        return SecondFactorStatus(
            facilitator.name, second_factors.is_on(db, facilitator.id), bool(awaits)
        )


def begin(token: str, password: str, now: datetime) -> SetUp:
    """Begin to set it up: no code is asked for yet. Raises NotAllowed, and what `require_password`
    does."""
    facilitator, _ = _own(token, now)
    require_password(facilitator, password)
    with transaction() as db:
        if second_factors.is_on(db, facilitator.id):
            raise NotAllowed("second_factor_on")
        nonce = new_token()
        second_factors.begin(db, facilitator.id, nonce)
    app = _app(facilitator.id, nonce)
    return SetUp(app.secret, app.provisioning_uri(name=facilitator.name, issuer_name=ISSUER))


def confirm(token: str, code: str, now: datetime) -> list[str]:
    """Switch it on with a first code: returns the recovery codes, which are never shown again.

    Every other device is logged out. Raises NotAllowed, BadInput: code_wrong, too_many_tries.
    """
    facilitator, awaits = _own(token, now)
    _keep_pace(facilitator.id)
    made = [_recovery_code() for _ in range(RECOVERY_CODES)]
    hashes = [passwords.hashed(each) for each in made]
    with transaction() as db:
        row = second_factors.find(db, facilitator.id)
        if row is None or row.is_on or not _is_from_app(db, facilitator.id, code, now):
            raise BadInput("code_wrong")
        second_factors.switch_on(db, facilitator.id, hashes)
        stored.drop_other_logins(db, facilitator.id, key_hash(token))
        if awaits:
            stored.let_through(db, key_hash(token), now + logins.LOGIN)
            logins.write_down(db, facilitator.id, now)
    return [f"{each[:5]} {each[5:]}" for each in made]


def finish_login(token: str, code: str, now: datetime) -> str:
    """The token of a full login, for somebody who already gave the right password.

    Raises NotAllowed('not_logged_in'), BadInput: code_wrong, too_many_tries.
    """
    facilitator, awaits = logins.halfway(token, now)
    if awaits != "code":
        raise NotAllowed("not_logged_in")
    _require_code(facilitator.id, code, now)
    with transaction() as db:
        stored.drop_login(db, key_hash(token))
        return logins.let_in(db, facilitator.id, now)


def end(token: str, password: str, code: str, now: datetime) -> None:
    """Stop asking for a code; raises NotAllowed, BadInput: password_wrong, code_wrong."""
    facilitator = logins.require_login(token, now)
    _must_be_own(facilitator)
    require_password(facilitator, password)
    _require_code(facilitator.id, code, now)
    with transaction() as db:
        second_factors.drop(db, facilitator.id)


def take_away(name: str) -> None:
    """For somebody who lost app and recovery codes: the password is enough, all devices log in
    again.

    Raises NotFound('facilitator_unknown') with `name`.
    """
    with transaction() as db:
        facilitator = stored.facilitator_named(db, login_name(name))
        if facilitator is None:
            raise NotFound("facilitator_unknown", name=name)
        second_factors.drop(db, facilitator.id)
        stored.drop_logins_for(db, facilitator.id)


def _own(token: str, now: datetime) -> tuple[Facilitator, str]:
    """Who may change how they log in: also somebody who has to set this up before anything else."""
    facilitator, awaits = logins.halfway(token, now)
    _must_be_own(facilitator)
    if awaits == "code":
        raise NotAllowed("not_logged_in")
    return facilitator, awaits


def _must_be_own(facilitator: Facilitator) -> None:
    if facilitator.live_session_id:
        raise NotAllowed("not_your_library")


def _require_code(facilitator_id: str, code: str, now: datetime) -> None:
    """Accept a code from the app or a recovery code, once. Raises BadInput."""
    _keep_pace(facilitator_id)
    with transaction() as db:
        if _is_from_app(db, facilitator_id, code, now):
            return
    if not _is_recovery(facilitator_id, code):
        raise BadInput("code_wrong")


def _keep_pace(facilitator_id: str) -> None:
    if not _per_facilitator.allows(facilitator_id):
        raise BadInput("too_many_tries")


def _is_from_app(db: Transaction, facilitator_id: str, code: str, now: datetime) -> bool:
    """Whether the app shows this code, half a minute early or late; from then on it is used."""
    row = second_factors.find(db, facilitator_id)
    if row is None:
        return False
    app, typed = _app(facilitator_id, row.nonce), "".join(code[:40].split()).encode()
    present = int(now.timestamp()) // STEP_SECONDS
    return any(
        hmac.compare_digest(app.generate_otp(step).encode(), typed)
        and second_factors.use_step(db, facilitator_id, step)
        for step in (present - 1, present, present + 1)
    )


def _is_recovery(facilitator_id: str, code: str) -> bool:
    typed = "".join(filter(str.isalnum, code[:40])).upper()
    if len(typed) != RECOVERY_SIGNS:
        return False
    with reading() as db:
        hashes = second_factors.recovery_hashes(db, facilitator_id)
    found = next((each for each in hashes if passwords.is_right(each, typed)), None)
    if found is None:
        return False
    with transaction() as db:
        return second_factors.use_recovery(db, found)


def _app(facilitator_id: str, nonce: str) -> TOTP:
    secret = signature("second factor", facilitator_id, nonce)[:SECRET_BYTES]
    return TOTP(base64.b32encode(secret).decode(), interval=STEP_SECONDS)


def _recovery_code() -> str:
    return "".join(secrets.choice(join_codes.ALPHABET) for _ in range(RECOVERY_SIGNS))
