"""Reading what came from outside: acts and options, strictly, with a code when it is no good."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plekberaad_app.core.errors import BadInput, NotAllowed
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.programme import Step

if TYPE_CHECKING:
    from plekberaad_app.activities.contract.activity import Act, Activity

# Made on the device that sends (contributions.Contribution). A dot never occurs in it, so that it
# cannot clash with an id of our own making.
DeviceId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{8,40}$")]
LEAST_SECONDS, MAX_SECONDS = 5, 7200
Number = Annotated[int, Field(ge=1, le=9999)]
Seconds = Annotated[int, Field(ge=LEAST_SECONDS, le=MAX_SECONDS)]


@dataclass(frozen=True, slots=True)
class _IsPicture:
    """Marks the option that names a picture."""


IS_PICTURE = _IsPicture()
Picture = Annotated[str, IS_PICTURE]
"""The type of an option: the id of a picture of the library, or ''. A step has at most one; the
desk uploads it."""


@dataclass(frozen=True, slots=True)
class _IsPerson:
    """Marks an option that names somebody."""


IS_PERSON = _IsPerson()
"""Beside the type of an option: it names somebody, which is handed on to nobody else."""


class StepOptions(BaseModel):
    """Options of a step: strict in types; what is missing gets its default, the rest is ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    @classmethod
    def of(cls, step: Step) -> Self:
        """What was set for a step, read once; raises BadInput('bad_input')."""
        return cast(Self, _options_of(cls, step))


Options = TypeVar("Options", bound=StepOptions)
Model = TypeVar("Model", bound=BaseModel)


def parse(activity: "Activity", name: object, payload: object) -> "Act":
    """The act that was asked for. Raises NotAllowed('act_unknown') or BadInput('bad_input')."""
    rule = activity.acts.get(name) if isinstance(name, str) else None
    if rule is None:
        raise NotAllowed("act_unknown")
    return _read(rule.act, payload)


def read_options(shape: type[Options], raw: Mapping[str, Any]) -> Options:
    """A step's options; raises BadInput('bad_input')."""
    return _read(shape, dict(raw))


@memoized(1024)
def _options_of(shape: type[StepOptions], step: Step) -> StepOptions:
    return read_options(shape, step.options)


def picture_option(shape: type[StepOptions]) -> str:
    """The name of the option that is a picture; '' if there is none."""
    fields = shape.model_fields.items()
    return next((name for name, field in fields if IS_PICTURE in field.metadata), "")


def kept_back(shape: type[StepOptions]) -> frozenset[str]:
    """The options that stay behind when a step is handed on: a picture, and who is named."""
    fields = shape.model_fields.items()
    marks = (IS_PICTURE, IS_PERSON)
    return frozenset(
        name for name, field in fields if any(mark in field.metadata for mark in marks)
    )


def _read(shape: type[Model], raw: object) -> Model:
    try:
        return shape.model_validate(raw)
    except ValidationError:
        # Its cause would carry what somebody wrote into the logs.
        raise BadInput("bad_input") from None
