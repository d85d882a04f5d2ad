"""What a form of the tablet was sent as, and the sentence for what was done."""

from typing import Any

from plekberaad_app.domain.seating import SeatingSummary
from plekberaad_app.i18n.catalogue import text


def sent_as(form: Any) -> Any:
    """The id under which a browser sent this, for the answer to it; '' when it gave none."""
    return form.get("id", "") if isinstance(form, dict) else ""


def seating_sentence(summary: SeatingSummary) -> str:
    """What *Maak tafels* did, in one sentence."""
    size = "even" if summary.smallest == summary.largest else "uneven"
    mix = "balanced" if summary.balanced else "unbalanced"
    return text(
        "live.seated.one" if summary.tables == 1 else f"live.seated.{size}_{mix}",
        tables=summary.tables,
        smallest=summary.smallest,
        largest=summary.largest,
    )
