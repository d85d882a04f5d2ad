"""What tables choose from, and how much: the fields of its form."""

from plekberaad_app.activities.harvest.options import MOST_A_TABLE, PHASES
from plekberaad_app.activities.kit.form_fields import Line, Minutes, Number, Source, form_of
from plekberaad_app.activities.kit.question import MAX_QUESTION

FORM = form_of(
    Line("question", "harvest.desk.question", MAX_QUESTION),
    Source("from_step", "harvest.desk.from_step"),
    Number("most", "harvest.desk.most", 1, MOST_A_TABLE),
    Minutes("harvest.desk.minutes", {phase: f"harvest.phase.{phase}" for phase in PHASES}),
)
