"""The settings that a facilitator filled in for a step, read by the step's own activity."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from plekberaad_app.activities.contract.discovery import option_form
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import form_number, read_text
from plekberaad_app.core.pending_review import first_found
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import programme_edits
from plekberaad_app.room.step_words import PARTS, Scripts, Seen, Told

# The fields that every step has; all others belong to its activity.
_OF_ANY_STEP = {"step_id", "title", "minutes", "who"}
# The name of a field of the script: this, the part, and the phase.
_SCRIPT = "script"


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


def fill_in(
    facilitator: Facilitator,
    live_session_id: str,
    form: Any,
    seen: Mapping[str, Seen] = MappingProxyType({}),
) -> None:
    """Change the step that the form names. Raises BadInput, NotFound, NotAllowed.

    Fields that the form does not have stay as they were; of a step that has begun, only words can
    change. `seen` are the steps by id as the form showed them.
    """
    step_id = read_text(form, "step_id")
    shown = seen.get(step_id)
    options = {name for name in form if not _is_of_any_step(name)}
    programme_edits.edit_step(
        facilitator,
        live_session_id,
        step_id,
        told=_told(form, shown.ready if shown else {}),
        minutes=form_number(form, "minutes") if "minutes" in form else None,
        read=(lambda kind: option_form(kind).read(form)) if options else None,
        seen=shown.step if shown else None,
    )


def script_field(part: str, phase: str) -> str:
    """The name of the field with what is said or done in a phase."""
    return f"{_SCRIPT}.{part}.{phase}"


def _told(form: Any, ready: Scripts) -> Told:
    """What was filled in; what stands ready all the same is not kept as somebody's own."""
    script: dict[str, dict[str, str]] = {}
    for name in form:
        kind, _, rest = str(name).partition(".")
        part, _, phase = rest.partition(".")
        if kind == _SCRIPT and part in PARTS:
            words = read_text(form, name).strip()
            is_ready = words == ready.get(phase, {}).get(part)
            script.setdefault(phase, {})[part] = "" if is_ready else words
    return Told(
        title=read_text(form, "title") if "title" in form else None,
        who=read_text(form, "who") if "who" in form else None,
        script=script,
    )


def _is_of_any_step(name: object) -> bool:
    return name in _OF_ANY_STEP or str(name).startswith(f"{_SCRIPT}.")
