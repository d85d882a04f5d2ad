"""The id a tablet's form was sent with, and the sentence for what was done."""

from typing import Any, TypeVar

from plekberaad_app.core.errors import NotFound
from plekberaad_app.core.form_values import form_number, read_text
from plekberaad_app.core.seating import SeatingSummary
from plekberaad_app.platform.i18n.catalogue import text

Found = TypeVar("Found")


def to_undo(found: Found | None) -> Found:
    """What was remembered of the last tap; raises NotFound if there is nothing to undo."""
    if found is None:
        raise NotFound("nothing_to_undo")
    return found


def read_table(form: Any) -> int:
    """The table that a form is about; 0 where it says none."""
    return form_number(form, "table") if read_text(form, "table") else 0


def sent_as(form: Any) -> Any:
    """The id with which a browser sent this, for the reply to it; '' if it gave none."""
    return form.get("id", "") if isinstance(form, dict) else ""


def seating_sentence(summary: SeatingSummary) -> str:
    """What *Maak tafels* did, in one sentence."""
    if not summary.largest:
        return text("live.seated.nobody", n=summary.tables)
    return text(
        f"live.seated.{_seated(summary)}",
        tables=text("amount.tables", n=summary.tables),
        smallest=summary.smallest,
        people=text("amount.people", n=_people_told(summary)),
    )


def _seated(summary: SeatingSummary) -> str:
    if summary.tables == 1:
        return "single"
    if not summary.smallest:
        return "too_many"
    if summary.largest == 1:
        return "alone"
    size = "even" if summary.smallest == summary.largest else "uneven"
    mix = "balanced" if summary.balanced else "unbalanced"
    return f"{size}_{mix}"


def _people_told(summary: SeatingSummary) -> int:
    return summary.largest if summary.smallest else summary.people
