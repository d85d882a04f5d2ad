"""What a facilitator filled in for a step, read as the step's own activity reads it."""

from typing import Any

from plekberaad_app.activities.forms import read_text
from plekberaad_app.activities.option_forms import options_in
from plekberaad_app.services import editing_programme
from plekberaad_app.services.permission import Driver


def fill_in(driver: Driver, live_session_id: str, form: Any) -> None:
    """Set the options of the step that the form names. Raises BadInput, NotFound, NotAllowed."""
    step_id = read_text(form, "step_id")
    editing_programme.fill_in(driver, live_session_id, step_id, lambda kind: options_in(kind, form))
