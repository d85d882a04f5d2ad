"""Pictures for the projector."""

from sqlmodel import Session

from plekberaad_app.store.database import Transaction
from plekberaad_app.store.tables import ImageRow


def find(db: Session, image_id: str) -> ImageRow | None:
    """The picture with this id, or None."""
    return db.get(ImageRow, image_id)


def add(db: Transaction, image: ImageRow) -> None:
    """Store a new picture."""
    db.add(image)
    db.flush()
