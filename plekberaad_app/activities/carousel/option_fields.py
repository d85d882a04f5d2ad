"""How a carousel rotates: the fields of its form."""

from plekberaad_app.activities.carousel.options import MAX_ROUNDS, PHASES
from plekberaad_app.activities.kit.form_fields import Minutes, Number, OneOf, Switch, form_of

FORM = form_of(
    OneOf("mode", "carousel.desk.mode", ("inside", "groups")),
    Number("rounds", "carousel.desk.rounds", 1, MAX_ROUNDS),
    Minutes("carousel.desk.minutes", {phase: f"carousel.desk.{phase}" for phase in PHASES}),
    Switch("is_private", "carousel.desk.is_private"),
    Switch("is_wall_shared", "carousel.desk.is_wall_shared"),
)
