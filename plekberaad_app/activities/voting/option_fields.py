"""What a vote is about: the fields of its form."""

from typing import get_args

from plekberaad_app.activities.kit.form_fields import Line, Listed, Number, OneOf, Switch, form_of
from plekberaad_app.activities.kit.question import MAX_QUESTION
from plekberaad_app.activities.voting.options import MAX_CHOICES, MAX_DOTS, Source

FORM = form_of(
    Line("question", "voting.desk.question", MAX_QUESTION),
    OneOf("source", "voting.desk.source", get_args(Source)),
    Listed("choices", "voting.desk.choices", {"most": MAX_CHOICES}),
    Number("budget", "voting.desk.budget", 1, MAX_DOTS),
    # Left empty: all dots may go to one choice.
    Number("max_per_choice", "voting.desk.most", 1, MAX_DOTS, may_be_empty=True),
    Switch("in_turn", "voting.desk.in_turn"),
)
