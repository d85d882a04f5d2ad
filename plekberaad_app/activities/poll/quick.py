"""A poll on its own: the question, and what can be chosen."""

from plekberaad_app.activities.contract.manifest import QuickForm
from plekberaad_app.activities.kit.form_fields import Line, Listed, OneOf, form_of
from plekberaad_app.activities.kit.question import MAX_QUESTION
from plekberaad_app.activities.poll.options import MAX_CHOICES, Kind
from plekberaad_app.core.form_values import read_text

KINDS: tuple[Kind, ...] = ("choice", "scale", "cloud")
# Seconds: people still have to come in.
LENGTH = 600

_ASKED = form_of(
    Line("question", "poll.desk.question", MAX_QUESTION),
    OneOf("kind", "poll.desk.kind", KINDS),
    Listed("choices", "poll.quick.choices", {"most": MAX_CHOICES}),
)
FORM = QuickForm(
    fields=_ASKED.fields,
    read=lambda form: {**_ASKED.read(form), "length": LENGTH},
    about=lambda form: read_text(form, "question"),
)
