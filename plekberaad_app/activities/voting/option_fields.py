"""What a vote is about: the fields of its form."""

from typing import get_args

from plekberaad_app.activities.kit import form_fields as kit
from plekberaad_app.activities.kit.question import MAX_QUESTION
from plekberaad_app.activities.voting.options import MAX_CHOICES, MAX_DOTS, TAKEN_UP, Source

FORM = kit.form_of(
    kit.Line("question", "voting.desk.question", MAX_QUESTION),
    kit.Depending(
        kit.OneOf("source", "voting.desk.source", get_args(Source)),
        (
            kit.Only(
                ("typed",), kit.Listed("choices", "voting.desk.choices", {"most": MAX_CHOICES})
            ),
            kit.Only(TAKEN_UP, kit.Source("from_step", "voting.desk.from_step")),
        ),
    ),
    kit.Number("budget", "voting.desk.budget", 1, MAX_DOTS),
    # Left empty: all dots may go to one choice.
    kit.Number("max_per_choice", "voting.desk.most", 1, MAX_DOTS, may_be_empty=True),
    kit.Switch("in_turn", "voting.desk.in_turn"),
)
