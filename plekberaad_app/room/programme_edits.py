"""Editing a programme: its steps, for as long as the room has not reached them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.parsing import picture_option
from plekberaad_app.activities.contract.stage import plan_of
from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.plain_text import clean_line
from plekberaad_app.core.programme import Step, with_step
from plekberaad_app.core.programme_changes import merged
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import (
    contributions,
    evenings,
    images,
    programmes,
)
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.tokens import new_id
from plekberaad_app.room.programme_writing import (
    Edit,
    Steps,
    apply_edit,
    editing,
    must_be_ahead,
)
from plekberaad_app.room.step_words import MAX_TITLE, NOTHING_TOLD, Told
from plekberaad_app.room.stretching import minutes_of, stretched

MAX_STEPS = 30

ReadForm = Callable[[str], Mapping[str, Any]]


@audited("kind")
def add_step(
    facilitator: Facilitator,
    live_session_id: str,
    kind: str,
    title: str,
    *,
    step_id: str = "",
) -> str:
    """Add a new step at the end of the programme; returns its id.

    If there is a step with the given id already, none is added. Raises NotFound, BadInput,
    NotAllowed.
    """
    step = new_step(kind, clean_line(title, MAX_TITLE), {}, step_id)

    def add(_live_session: LiveSession, steps: Steps) -> Steps:
        if any(known.id == step.id for known in steps):
            return steps
        _require_room_for_more(steps)
        return (*steps, step)

    _edit(facilitator, live_session_id, add)
    return step.id


@audited("step_id")
def remove_step(facilitator: Facilitator, live_session_id: str, step_id: str) -> None:
    """Remove a step; raises NotAllowed('step_begun') if the room has been there already."""

    def remove(live_session: LiveSession, steps: Steps) -> Steps:
        must_be_ahead(live_session, steps, _index(steps, step_id))
        return tuple(step for step in steps if step.id != step_id)

    with editing(facilitator, live_session_id) as (db, live_session):
        if contributions.has_any(db, live_session_id, step_id):
            raise NotAllowed("step_begun")
        apply_edit(db, facilitator, live_session, remove)


@audited("step_id", "place")
def move_step(facilitator: Facilitator, live_session_id: str, step_id: str, place: int) -> None:
    """Move a step to this place in the list (0 for the first), or as near to it as possible.

    The place is absolute, so that a tap that arrives twice moves it once. None of the steps that it
    passes may have begun: NotAllowed('step_begun').
    """

    def move(live_session: LiveSession, steps: Steps) -> Steps:
        here, there = _index(steps, step_id), min(max(place, 0), len(steps) - 1)
        if here == there:
            return steps
        must_be_ahead(live_session, steps, min(here, there))
        order = list(steps)
        order.insert(there, order.pop(here))
        return tuple(order)

    _edit(facilitator, live_session_id, move)


@audited("step_id")
def duplicate_step(
    facilitator: Facilitator, live_session_id: str, step_id: str, *, new_step_id: str = ""
) -> str:
    """Put a second step like this one after it, or after where the room is; returns its id.

    If there is a step with the new id already, none is added. Raises NotFound, BadInput.
    """
    new_id_of_it = new_step_id or new_id()

    def duplicate(live_session: LiveSession, steps: Steps) -> Steps:
        index = _index(steps, step_id)
        if any(known.id == new_id_of_it for known in steps):
            return steps
        _require_room_for_more(steps)
        position = live_session.position
        place = max(index, position.step if position else 0) + 1
        return (
            *steps[:place],
            replace(steps[index], id=new_id_of_it, plan={}),
            *steps[place:],
        )

    _edit(facilitator, live_session_id, duplicate)
    return new_id_of_it


@audited("step_id")
def set_options(
    facilitator: Facilitator, live_session_id: str, step_id: str, options: Mapping[str, Any]
) -> None:
    """Change some options of a step, as its activity reads them.

    Raises BadInput, NotFound('image_unknown'), NotAllowed('step_begun').
    """
    _change_options(facilitator, live_session_id, step_id, lambda _kind: options)


@audited("step_id")
def show_picture(
    facilitator: Facilitator, live_session_id: str, step_id: str, picture_id: str
) -> None:
    """Put a picture of the library in a step.

    Raises NotFound, NotAllowed('step_begun'), and BadInput where such a step shows none.
    """

    def in_its_option(kind: str) -> Mapping[str, Any]:
        option = picture_option(activity_of(kind).Options)
        if not option:
            raise BadInput("bad_input")
        return {option: picture_id}

    _change_options(facilitator, live_session_id, step_id, in_its_option)


@audited("step_id")
def put_right(
    facilitator: Facilitator,
    live_session_id: str,
    step_id: str,
    options: Mapping[str, Any],
    now: datetime,
) -> None:
    """Change the options of a step that stops the room, even when it is running.

    What was decided when it began is decided again. Raises BadInput, NotFound.
    """
    with editing(facilitator, live_session_id) as (db, live_session):
        evening = evenings.around(db, live_session)
        step = evening.steps[_index(evening.steps, step_id)]
        changed = replace(with_options(step, options), plan={})
        if step.plan:
            around = replace(evening, steps=with_step(evening.steps, changed))
            changed = replace(changed, plan=plan_of(around, changed, now))
        programmes.replace_steps(db, live_session_id, with_step(evening.steps, changed))


@audited("step_id")
def edit_step(
    facilitator: Facilitator,
    live_session_id: str,
    step_id: str,
    *,
    told: Told = NOTHING_TOLD,
    minutes: int | None = None,
    read: ReadForm | None = None,
    seen: Step | None = None,
) -> None:
    """Change a step as one form says: what it is called, who does it and in which words, its
    options, and how long it takes in all.

    `read` parses the options once it is told the kind. If the minutes have not changed, the lengths
    are what the options say; otherwise the phases keep their proportions. `seen` is the step as the
    form showed it: what others changed since, stays. Either everything is stored or nothing:
    raises what `read` raises, BadInput('minutes_out_of_range') (least, most), NotFound, NotAllowed
    ('step_begun') unless only words change, and NotAllowed('step_changed_since') where somebody
    changed the same.
    """
    words = told.cleaned()

    def change(step: Step) -> Step:
        before = seen or step
        wanted = words.on(before)
        if read is not None:
            wanted = with_options(wanted, read(step.kind))
        if minutes is not None and minutes != minutes_of(before):
            wanted = replace(wanted, options=stretched(wanted, minutes))
        return merged(step, before, wanted)

    is_ahead = minutes is not None or read is not None
    _edit(facilitator, live_session_id, _on_step(step_id, change, ahead=is_ahead))


def _change_options(
    facilitator: Facilitator, live_session_id: str, step_id: str, read: ReadForm
) -> None:
    with editing(facilitator, live_session_id) as (db, live_session):

        def change(step: Step) -> Step:
            options = read(step.kind)
            if picture := options.get(picture_option(activity_of(step.kind).Options)):
                _must_be_own_image(db, live_session.library_id, str(picture))
            return with_options(step, options)

        apply_edit(db, facilitator, live_session, _on_step(step_id, change, ahead=True))


def with_options(step: Step, options: Mapping[str, Any]) -> Step:
    """The step with these options changed; raises BadInput."""
    return replace(step, options=_read(step.kind, {**step.options, **options}))


def _edit(facilitator: Facilitator, live_session_id: str, edit: Edit) -> None:
    with editing(facilitator, live_session_id) as (db, live_session):
        apply_edit(db, facilitator, live_session, edit)


def _on_step(step_id: str, change: Callable[[Step], Step], *, ahead: bool) -> Edit:
    def edit(live_session: LiveSession, steps: Steps) -> Steps:
        index = _index(steps, step_id)
        if ahead:
            must_be_ahead(live_session, steps, index)
        step = steps[index]
        return with_step(steps, change(step))

    return edit


def _require_room_for_more(steps: Steps) -> None:
    if len(steps) >= MAX_STEPS:
        raise BadInput("too_many_steps", most=MAX_STEPS)


def _index(steps: Steps, step_id: str) -> int:
    for index, step in enumerate(steps):
        if step.id == step_id:
            return index
    raise NotFound("step_gone")


def new_step(kind: str, title: str, options: Mapping[str, Any], step_id: str = "") -> Step:
    """A step of this kind; `options` are those that differ from its activity's defaults.

    Raises BadInput.
    """
    return Step(id=step_id or new_id(), kind=kind, title=title, options=_read(kind, options))


def _read(kind: str, options: Mapping[str, Any]) -> dict[str, Any]:
    return activity_of(kind).options(options).model_dump(mode="json")


def _must_be_own_image(db: Transaction, library_id: str, image_id: str) -> None:
    image = images.find(db, image_id) if image_id.isalnum() else None
    if image is None or image.library_id != library_id:
        raise NotFound("image_unknown")
