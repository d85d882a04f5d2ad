"""What the tablet answers to a form, in a sentence that fits the numbers."""

import pytest

from plekberaad_app.core.seating import SeatingSummary
from plekberaad_app.room.tablet.forms import seating_sentence


@pytest.mark.parametrize(
    ("tables", "smallest", "largest", "begins"),
    [
        (1, 7, 7, "Klaar. Er is één tafel, voor 7 mensen."),
        (2, 6, 6, "Klaar. Er zijn 2 tafels met elk 6 mensen."),
        (3, 6, 7, "Klaar. Er zijn 3 tafels met 6 of 7 mensen."),
        (1, 1, 1, "Klaar. Er is één tafel, voor 1 persoon."),
        (1, 0, 0, "Klaar. Er is één tafel. Er zit nog niemand"),
        (7, 0, 0, "Klaar. Er zijn 7 tafels. Er zit nog niemand"),
        (7, 0, 1, "Klaar. Er zijn 7 tafels, en maar 5 mensen."),
        (5, 1, 1, "Klaar. Er zijn 5 tafels, met aan elke tafel 1 persoon."),
        (3, 1, 2, "Klaar. Er zijn 3 tafels met 1 of 2 mensen."),
    ],
)
def test_what_making_tables_did_is_said_in_good_dutch(
    tables: int, smallest: int, largest: int, begins: str
):
    summary = SeatingSummary(
        tables=tables, smallest=smallest, largest=largest, balanced=True, people=5
    )
    assert seating_sentence(summary).startswith(begins)
