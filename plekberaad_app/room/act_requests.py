"""Parsing what a browser sends, strictly, before anything is done with it."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from plekberaad_app.core.errors import BadInput
from plekberaad_app.room.acts import ActRequest

# Ids of steps and of contributions, ours and those made on devices.
Id = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9._-]*$")]
_IDS = TypeAdapter(Id, config=ConfigDict(strict=True))


class ActRequestForm(BaseModel):
    """An act as it comes in: for which step and round, its name and its payload."""

    model_config = ConfigDict(strict=True, extra="forbid")

    step_id: Id
    round: int = Field(ge=0, le=99)
    name: str = Field(max_length=40)
    payload: dict[str, Any]


def read_act_request(step_id: Any, round_number: Any, name: Any, payload: Any) -> ActRequest:
    """The act that was asked for; raises BadInput if it has another shape."""
    try:
        form = ActRequestForm(step_id=step_id, round=round_number, name=name, payload=payload)
    except ValidationError:
        raise BadInput("bad_input") from None
    return ActRequest(form.step_id, form.round, form.name, form.payload)


def read_id(value: Any) -> str:
    """The id of a step or a contribution, or ''; raises BadInput."""
    try:
        return _IDS.validate_python(value)
    except ValidationError:
        raise BadInput("bad_input") from None
