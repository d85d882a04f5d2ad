"""A wall on its own: only the question."""

from plekberaad_app.activities.contract.manifest import QuickForm
from plekberaad_app.activities.kit.form_fields import Line, form_of
from plekberaad_app.activities.kit.question import MAX_QUESTION
from plekberaad_app.activities.wall.options import WRITE
from plekberaad_app.core.form_values import read_text

# Seconds: people still have to come in.
LENGTH = 900

_ASKED = form_of(Line("question", "wall.desk.question", MAX_QUESTION))
FORM = QuickForm(
    fields=_ASKED.fields,
    read=lambda form: {**_ASKED.read(form), WRITE: LENGTH},
    about=lambda form: read_text(form, "question"),
)
