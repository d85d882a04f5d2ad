"""What people can do in a vote."""

from typing import Annotated

from pydantic import Field

from plekberaad_app.activities.contract.activity import Act
from plekberaad_app.activities.contract.acts import ForPerson
from plekberaad_app.activities.contract.parsing import DeviceId

MAX_PLACES = 3
ChoiceId = Annotated[str, Field(min_length=1, max_length=40)]


class CastVote(ForPerson):
    """Put one dot on a choice; `person` is the number of somebody without a phone."""

    id: DeviceId
    choice: ChoiceId


class RetractVote(ForPerson):
    """Take one dot back from a choice; `id` identifies this retraction."""

    id: DeviceId
    choice: ChoiceId


class TellResult(Act):
    """Tell the result, except the first `left` places; 0 tells all of it."""

    left: Annotated[int, Field(ge=0, le=MAX_PLACES)]
