"""What people ask of a wall."""

from plekberaad_app.activities.contract.activity import Act
from plekberaad_app.activities.kit.writing import Rewrite, TakeBack, Write


class AddNote(Write):
    """A new note."""


class ChangeNote(Rewrite):
    """Other words for one's own note."""


class TakeBackNote(TakeBack):
    """Take back one's own note."""


class Open(Act):
    """Everybody may read what was written in private."""
