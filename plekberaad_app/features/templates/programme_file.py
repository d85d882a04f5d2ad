"""A programme as a file: written for another library, and read strictly when one comes in."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plekberaad_app.activities.contract.discovery import activities, activity_of
from plekberaad_app.activities.contract.parsing import DeviceId
from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.core.plain_text import clean_line
from plekberaad_app.core.programme import Step
from plekberaad_app.features.templates import MAX_FILE
from plekberaad_app.features.templates.own_templates import MAX_NAME, bare
from plekberaad_app.room.programme_edits import MAX_STEPS, new_step
from plekberaad_app.room.step_words import MAX_TITLE, Told

FORMAT = "plekberaad-programma"
VERSION = 1
"""Higher once a file can no longer be read by a program that knows this one."""


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _Said(_Strict):
    say: str = ""
    do: str = ""


class _Step(_Strict):
    id: DeviceId
    kind: str
    title: str
    options: dict[str, Any]
    script: dict[str, _Said] = Field(default_factory=dict)


class _File(_Strict):
    format: Literal["plekberaad-programma"]
    version: Annotated[int, Field(ge=1, le=VERSION)]
    name: str
    steps: Annotated[list[_Step], Field(min_length=1, max_length=MAX_STEPS)]


@dataclass(frozen=True, slots=True)
class Programme:
    """What is in a file: a name and steps."""

    name: str
    steps: tuple[Step, ...]


def written(name: str, steps: Iterable[Step]) -> bytes:
    """The file: without people, and without pictures."""
    content = _File(
        format=FORMAT,
        version=VERSION,
        name=name,
        steps=[
            _Step(
                id=step.id,
                kind=step.kind,
                title=step.title,
                options=dict(step.options),
                script={phase: _Said(**said) for phase, said in step.script.items()},
            )
            for step in bare(tuple(steps))
        ],
    )
    return json.dumps(content.model_dump(), ensure_ascii=False, indent=2).encode()


def read(content: bytes) -> Programme:
    """What a file has. Raises BadInput: file_too_large, file_unreadable, file_foreign, file_newer,
    and file_unknown_kind for an activity that we do not have."""
    if len(content) > MAX_FILE:
        raise BadInput("file_too_large")
    found = _parsed(content)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise BadInput("file_foreign")
    version = found.get("version")
    if type(version) is int and version > VERSION:
        raise BadInput("file_newer")
    try:
        file = _File.model_validate(found)
    except ValidationError:
        raise BadInput("file_unreadable") from None
    steps = tuple(map(_step, file.steps))
    if len({step.id for step in steps}) < len(steps):
        raise BadInput("file_unreadable")
    return Programme(_line(file.name), bare(steps))


def _parsed(content: bytes) -> Any:
    """What JSON says, if every database can keep it: half characters and NUL no database can."""
    try:
        found = json.loads(content.decode("utf-8-sig"), parse_constant=_refused)
        again = json.dumps(found, ensure_ascii=False)
        again.encode()
    except (ValueError, RecursionError):
        raise BadInput("file_unreadable") from None
    if "\\u0000" in again:
        raise BadInput("file_unreadable")
    return found


def _refused(_constant: str) -> NoReturn:
    """Infinity and the like are no JSON."""
    raise ValueError


def _step(step: _Step) -> Step:
    if step.kind not in activities():
        raise BadInput("file_unknown_kind")
    if not step.options.keys() <= activity_of(step.kind).Options.model_fields.keys():
        raise BadInput("file_newer")
    try:
        read_step = new_step(step.kind, clean_line(step.title, MAX_TITLE), step.options, step.id)
        script = {phase: said.model_dump() for phase, said in step.script.items()}
        return Told(script=script).cleaned().on(read_step)
    except DomainError:
        raise BadInput("file_unreadable") from None


def _line(name: str) -> str:
    try:
        return clean_line(name, MAX_NAME)
    except DomainError:
        raise BadInput("file_unreadable") from None
