"""The templates of a library: kept from a programme or taken in, renamed, deleted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from plekberaad_app.activities.contract.discovery import activities, activity_of
from plekberaad_app.activities.contract.parsing import kept_back
from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.plain_text import clean_line
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import live_sessions, programmes, templates
from plekberaad_app.platform.database.engine import Reader, Transaction, reading, transaction
from plekberaad_app.platform.database.templates import OwnTemplate
from plekberaad_app.platform.permissions import Facilitator, require_facilitator, require_right
from plekberaad_app.platform.tokens import new_id
from plekberaad_app.room.programme_edits import new_step

MAX_NAME = 60
MAX_TEMPLATES = 50


def own_templates(facilitator: Facilitator) -> list[OwnTemplate]:
    """Those of the library; raises NotAllowed."""
    require_right(facilitator, Action.READ, Resource.TEMPLATE)
    with reading() as db:
        return [_today(each) for each in templates.of_library(db, facilitator.library_id)]


def own_template(facilitator: Facilitator, template_id: str) -> OwnTemplate:
    """One of the library; raises NotFound('template_unknown'), NotAllowed."""
    require_right(facilitator, Action.READ, Resource.TEMPLATE)
    with reading() as db:
        return _today(_mine(db, facilitator, template_id))


@audited()
def keep(
    facilitator: Facilitator,
    live_session_id: str,
    name: str,
    now: datetime,
    *,
    template_id: str = "",
) -> None:
    """Keep the programme of an evening as a template: without people, and without pictures.

    It is kept once under a given id. Raises BadInput (text_empty, text_too_long), NotAllowed
    (programme_empty, too_many_templates), NotFound.
    """
    with transaction() as db:
        live_session = live_sessions.get(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.READ, Resource.PROGRAMME)
        steps = programmes.steps(db, live_session_id)
        _add(db, facilitator, name, steps, now, template_id)


@audited()
def take_in(facilitator: Facilitator, name: str, steps: Sequence[Step], now: datetime) -> None:
    """Keep a programme that came from elsewhere; raises as `keep`."""
    with transaction() as db:
        _add(db, facilitator, name, steps, now, "")


@audited("template_id")
def rename(facilitator: Facilitator, template_id: str, name: str) -> None:
    """Give it another name; raises BadInput, NotFound('template_unknown'), NotAllowed."""
    require_right(facilitator, Action.CHANGE, Resource.TEMPLATE)
    cleaned = clean_line(name, MAX_NAME)
    with transaction() as db:
        templates.rename(db, _mine(db, facilitator, template_id).id, cleaned)


@audited("template_id")
def remove(facilitator: Facilitator, template_id: str) -> None:
    """Delete it; raises NotFound('template_unknown'), NotAllowed."""
    require_right(facilitator, Action.REMOVE, Resource.TEMPLATE)
    with transaction() as db:
        templates.remove(db, _mine(db, facilitator, template_id).id)


def bare(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps as they may be handed on: nobody is named, and no picture is shown."""
    return tuple(map(_bare, steps))


def _add(
    db: Transaction,
    facilitator: Facilitator,
    name: str,
    steps: Sequence[Step],
    now: datetime,
    template_id: str,
) -> None:
    require_right(facilitator, Action.ADD, Resource.TEMPLATE)
    cleaned = clean_line(name, MAX_NAME)
    if template_id and templates.find(db, template_id):
        return
    if not steps:
        raise NotAllowed("programme_empty")
    if len(templates.of_library(db, facilitator.library_id)) >= MAX_TEMPLATES:
        raise BadInput("too_many_templates", most=MAX_TEMPLATES)
    kept = OwnTemplate(template_id or new_id(), facilitator.library_id, cleaned, bare(steps))
    templates.add(db, kept, now)


def _bare(step: Step) -> Step:
    stays = kept_back(activity_of(step.kind).Options)
    options = {name: value for name, value in step.options.items() if name not in stays}
    read = new_step(step.kind, step.title, options, step.id)
    return replace(read, script=step.script)


def _today(template: OwnTemplate) -> OwnTemplate:
    """Without steps of an activity that is no longer there."""
    steps = tuple(step for step in template.steps if step.kind in activities())
    return replace(template, steps=steps)


def _mine(db: Reader, facilitator: Facilitator, template_id: str) -> OwnTemplate:
    found = templates.find(db, template_id)
    if found is None or found.library_id != facilitator.library_id:
        raise NotFound("template_unknown")
    return found
