"""The settings that a facilitator filled in for a step, read by the step's own activity."""

from collections.abc import Mapping
from typing import Any

from plekberaad_app.activities.contract.discovery import option_form
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import form_number, read_text
from plekberaad_app.core.pending_review import first_found
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import programme_edits

# The fields that every step has; all others belong to its activity.
_OF_ANY_STEP = {"step_id", "title", "minutes"}


def stored_key(form: Any) -> str:
    """Which sentence confirms that it is stored: with a warning if it may identify a person."""
    values = form.values() if isinstance(form, Mapping) else ()
    found = first_found(*(value for value in values if isinstance(value, str)))
    return f"preparing.done.warn.{found}" if found else "preparing.done.stored"


def change_options(
    facilitator: Facilitator, live_session_id: str, step_id: str, options: Any
) -> None:
    """Change these options of a step that has not begun. Raises BadInput, NotFound, NotAllowed."""
    if not isinstance(options, Mapping):
        raise BadInput("bad_input")
    programme_edits.set_options(facilitator, live_session_id, step_id, options)


def fill_in(facilitator: Facilitator, live_session_id: str, form: Any) -> None:
    """Change the step that the form names. Raises BadInput, NotFound, NotAllowed.

    Fields that the form does not have stay as they were; of a step that has begun, only the title
    can change.
    """
    step_id = read_text(form, "step_id")
    programme_edits.edit_step(
        facilitator,
        live_session_id,
        step_id,
        title=read_text(form, "title") if "title" in form else None,
        minutes=form_number(form, "minutes") if "minutes" in form else None,
        read=(lambda kind: option_form(kind).read(form)) if set(form) - _OF_ANY_STEP else None,
    )
