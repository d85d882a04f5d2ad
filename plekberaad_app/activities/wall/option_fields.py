"""What a wall asks and of whom: the fields of its form."""

from plekberaad_app.activities.kit.form_fields import Either, Line, Minutes, Switch, form_of
from plekberaad_app.activities.kit.question import MAX_QUESTION
from plekberaad_app.activities.wall.options import PHASES

FORM = form_of(
    Line("question", "wall.desk.question", MAX_QUESTION),
    Either("is_per_table", "wall.desk.whose", no="for_all", yes="per_table"),
    Minutes("wall.desk.minutes", {phase: f"wall.phase.{phase}" for phase in PHASES}),
    Switch("is_private", "wall.desk.is_private"),
    Switch("offers_contact", "wall.desk.offers_contact"),
)
