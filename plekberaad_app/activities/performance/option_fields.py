"""Who performs what: the fields of its form. The picture has a form of its own."""

from typing import get_args

from plekberaad_app.activities.kit.form_fields import Line, OneOf, Switch, form_of
from plekberaad_app.activities.performance.options import MAX_ABOUT, MAX_NAME, MAX_PIECE, Genre

FORM = form_of(
    Line("by", "performance.desk.by", MAX_NAME),
    Line("piece", "performance.desk.piece", MAX_PIECE),
    OneOf("genre", "performance.desk.genre", get_args(Genre)),
    Line("about", "performance.desk.about", MAX_ABOUT),
    Line("image_by", "performance.desk.image_by", MAX_NAME),
    Switch("has_clock", "performance.desk.has_clock"),
)
