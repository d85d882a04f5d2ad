"""What people ask of a harvest."""

from typing import Annotated

from pydantic import Field

from plekberaad_app.activities.contract.activity import Act
from plekberaad_app.activities.contract.acts import ForPerson, ForTable
from plekberaad_app.activities.contract.parsing import Number
from plekberaad_app.activities.kit.writing import Rewrite, TakeBack, Write

ItemId = Annotated[str, Field(max_length=40)]


class Bring(Write):
    """Something new that a table puts forward, in its own words."""


class ChangeBrought(Rewrite):
    """Other words for what one brought oneself."""


class TakeBackBrought(TakeBack):
    """Take back what one brought oneself."""


class PutForward(ForTable):
    """Put forward what an earlier step brought, by its number among the choices."""

    choice: Number


class LeaveOut(ForTable):
    """Leave out after all what the table had put forward from an earlier step."""

    item: ItemId


class SitOut(Act):
    """A table puts nothing forward; without a `table` none of those that have not done so."""

    table: Number | None = None


class TellItem(Act):
    """Show this item to the room; '' shows the whole harvest."""

    item: ItemId


class GiveHeart(ForPerson):
    """Say that an item touches one, or no longer."""

    item: ItemId
    on: bool
