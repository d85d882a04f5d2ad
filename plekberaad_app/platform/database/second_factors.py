"""What a facilitator shows as well as the password: a code from an app, or a recovery code."""

from collections.abc import Iterable

from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import RecoveryCodeRow, SecondFactorRow


def find(db: Session, facilitator_id: str) -> SecondFactorRow | None:
    """The second factor of a facilitator, on or being set up; None when there is none."""
    return db.get(SecondFactorRow, facilitator_id, populate_existing=True)


def is_on(db: Session, facilitator_id: str) -> bool:
    """Whether this facilitator has to show a code as well as the password."""
    found = find(db, facilitator_id)
    return found is not None and found.is_on


def begin(db: Transaction, facilitator_id: str, nonce: str) -> None:
    """Set it up from scratch; it is not on yet."""
    drop(db, facilitator_id)
    db.add(SecondFactorRow(facilitator_id=facilitator_id, nonce=nonce))
    db.flush()


def switch_on(db: Transaction, facilitator_id: str, code_hashes: Iterable[str]) -> None:
    """From now on it is required; each of these recovery codes replaces the app once."""
    db.execute(
        update(SecondFactorRow)
        .where(col(SecondFactorRow.facilitator_id) == facilitator_id)
        .values(is_on=True)
        .execution_options(synchronize_session=False)
    )
    for code_hash in code_hashes:
        db.add(RecoveryCodeRow(code_hash=code_hash, facilitator_id=facilitator_id))
    db.flush()


def use_step(db: Transaction, facilitator_id: str, step: int) -> bool:
    """Mark the code of this half minute as used; False if it, or a later one, already was."""
    done = db.execute(
        update(SecondFactorRow)
        .where(
            col(SecondFactorRow.facilitator_id) == facilitator_id,
            col(SecondFactorRow.last_step) < step,
        )
        .values(last_step=step)
        .execution_options(synchronize_session=False)
    )
    return bool(done.rowcount)  # pyright: ignore[reportAttributeAccessIssue]


def recovery_hashes(db: Session, facilitator_id: str) -> list[str]:
    """The hashes of the remaining recovery codes."""
    of_them = col(RecoveryCodeRow.facilitator_id) == facilitator_id
    return list(db.exec(select(RecoveryCodeRow.code_hash).where(of_them)))


def use_recovery(db: Transaction, code_hash: str) -> bool:
    """Use up a recovery code; False when somebody else just did."""
    done = db.execute(delete(RecoveryCodeRow).where(col(RecoveryCodeRow.code_hash) == code_hash))
    return bool(done.rowcount)  # pyright: ignore[reportAttributeAccessIssue]


def drop(db: Transaction, facilitator_id: str) -> None:
    """Stop asking this facilitator for a code."""
    db.exec(delete(RecoveryCodeRow).where(col(RecoveryCodeRow.facilitator_id) == facilitator_id))
    db.exec(delete(SecondFactorRow).where(col(SecondFactorRow.facilitator_id) == facilitator_id))
