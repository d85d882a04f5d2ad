"""A form of options reads what was filled in, field by field."""

import re
from typing import Any

import pytest
import reflex as rx

from plekberaad_app.activities.kit.form_fields import (
    Depending,
    Either,
    Field,
    Line,
    Listed,
    Minutes,
    Number,
    OneOf,
    Only,
    Paragraph,
    Source,
    Switch,
    form_of,
)
from plekberaad_app.core.errors import BadInput
from plekberaad_app.room.views.tablet import StepCard

LENGTHS = Minutes("wall.desk.minutes", {"write": "wall.phase.write", "look": "wall.phase.look"})
FIELDS: list[Field] = [
    Line("question", "wall.desk.question", 200),
    Paragraph("text", "welcome.desk.text"),
    Listed("choices", "voting.desk.choices", {"most": 30}),
    Number("budget", "voting.desk.budget", 1, 10),
    Number("max_per_choice", "voting.desk.most", 1, 10, may_be_empty=True),
    LENGTHS,
    Switch("is_private", "wall.desk.is_private"),
    OneOf("source", "voting.desk.source", ("typed", "marked")),
    Source("from_step", "voting.desk.from_step"),
    Either("is_per_table", "wall.desk.whose", no="for_all", yes="per_table"),
]
FILLED_IN = {
    "question": "Wat mis je hier?",
    "text": "Fijn dat\nje er bent",
    "choices": "Een bank\n\n  \nEen boom",
    "budget": "3",
    "max_per_choice": "",
    "write": "2,5",
    "look": "",
    "is_private": "on",
    "source": "marked",
    "from_step": "step-1",
    "is_per_table": "per_table",
}


def test_every_field_of_a_form_is_read():
    assert form_of(*FIELDS).read(FILLED_IN) == {
        "question": "Wat mis je hier?",
        "text": "Fijn dat\nje er bent",
        "choices": ["Een bank", "Een boom"],
        "budget": 3,
        "max_per_choice": None,
        "write": 150,
        "is_private": True,
        "source": "marked",
        "from_step": "step-1",
        "is_per_table": True,
    }


def test_what_is_not_ticked_or_chosen_is_no():
    form = form_of(FIELDS[6], FIELDS[9])
    assert form.read({}) == {"is_private": False, "is_per_table": False}
    assert form.read({"is_per_table": "for_all"}) == {"is_private": False, "is_per_table": False}


@pytest.mark.parametrize(
    ("typed", "seconds"), [("5", 300), ("0.5", 30), ("0,5", 30), ("0", 0), ("1e1", 600)]
)
def test_minutes_are_kept_in_seconds(typed: str, seconds: int):
    assert LENGTHS.read({"write": typed}) == {"write": seconds}


@pytest.mark.parametrize("typed", ["nan", "inf", "-inf", "1e999", "kort", " ", "1,2,3"])
def test_minutes_that_are_no_number_are_refused(typed: str):
    with pytest.raises(BadInput, match="minutes_unreadable"):
        LENGTHS.read({"write": typed})


def test_a_number_is_left_empty_only_where_it_may_be():
    with pytest.raises(BadInput, match="bad_input"):
        Number("budget", "voting.desk.budget", 1, 10).read({"budget": ""})
    right = Number("right", "poll.desk.right", 0, 10, may_be_empty=True, if_empty=0)
    assert [right.read({"right": typed}) for typed in (" ", "2")] == [{"right": 0}, {"right": 2}]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("sent", [None, [], "tekst"])
def test_what_is_no_form_is_refused(field: Field, sent: Any):
    with pytest.raises(BadInput, match="bad_input"):
        field.read(sent)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_drawn_under_the_name_it_is_read_by(field: Field):
    drawn = str(field.draw(rx.Var("step").to(StepCard)))
    names = LENGTHS.labels if field is LENGTHS else [getattr(field, "name", "")]
    assert all(f'name:"{name}"' in drawn for name in names)


def test_a_step_is_chosen_among_those_that_bring_something():
    field = Source("from_step", "voting.desk.from_step")
    assert 'step?.["sources"]' in str(field.draw(rx.Var("step").to(StepCard)))
    assert field.read({}) == {"from_step": ""}


DEPENDING = Depending(
    OneOf("source", "voting.desk.source", ("typed", "marked", "outcomes")),
    (
        Only(("typed",), FIELDS[2]),
        Only(("marked", "outcomes"), Source("from_step", "voting.desk.from_step")),
        Only(("outcomes",), Number("budget", "voting.desk.budget", 1, 10)),
    ),
)


def test_a_field_that_depends_is_drawn_for_its_values():
    drawn = str(DEPENDING.draw(rx.Var("step").to(StepCard)))
    assert re.findall(r'"data-place":(\d)', drawn) == ["1", "2", "3"]
    assert re.findall(r'"data-for":"([^"]*)"', drawn) == ["1", "2 3", "3"]


def test_what_the_chosen_value_hides_is_not_read_whatever_stands_in_it():
    assert DEPENDING.read(FILLED_IN) == {"source": "marked", "from_step": "step-1"}
    assert DEPENDING.read({**FILLED_IN, "source": "typed", "budget": "veel"}) == {
        "source": "typed",
        "choices": ["Een bank", "Een boom"],
    }
    with pytest.raises(BadInput, match="bad_input"):
        DEPENDING.read({**FILLED_IN, "source": "outcomes", "budget": "veel"})


def test_of_a_value_that_is_not_there_only_the_value_is_read():
    assert DEPENDING.read({**FILLED_IN, "source": "elsewhere"}) == {"source": "elsewhere"}


def test_a_number_that_was_left_empty_is_drawn_empty():
    right = Number("right", "poll.desk.right", 0, 10, may_be_empty=True, if_empty=0)
    assert re.search(r'=== 0\S* \? "" : ', str(right.draw(rx.Var("step").to(StepCard))))
