"""What the tablet answers to a form, in a sentence that fits the numbers."""

import pytest

from plekberaad_app.domain.seating import SeatingSummary
from plekberaad_app.states.tablet_forms import seating_sentence


@pytest.mark.parametrize(
    ("tables", "smallest", "largest", "begins"),
    [
        (1, 7, 7, "Klaar. Er is één tafel, voor 7 mensen."),
        (2, 6, 6, "Klaar. Er zijn 2 tafels met elk 6 mensen."),
        (3, 6, 7, "Klaar. Er zijn 3 tafels met 6 of 7 mensen."),
    ],
)
def test_what_making_tables_did_is_said_in_good_dutch(
    tables: int, smallest: int, largest: int, begins: str
):
    summary = SeatingSummary(tables=tables, smallest=smallest, largest=largest, balanced=True)
    assert seating_sentence(summary).startswith(begins)
