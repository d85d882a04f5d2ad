"""Reading the tablet's forms, and the sentence for what was done."""

from typing import Any

from plekberaad_app.domain.errors import BadInput
from plekberaad_app.domain.seating import SeatingSummary
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.states.wishing import read_number, read_text

LENGTHS = ("explain", "questions", "ideas", "review", "next_step")
SECONDS_A_MINUTE = 60


def form_number(form: Any, field: str) -> int:
    """A whole number from a form; raises BadInput."""
    return read_number(read_text(form, field))


def sent_as(form: Any) -> Any:
    """The id under which a browser sent this, for the answer to it; '' when it gave none."""
    return form.get("id", "") if isinstance(form, dict) else ""


def carousel_options(form: Any) -> dict[str, Any]:
    """A carousel's options as its rules want them; minutes may have a comma; raises BadInput."""
    lengths = {name: _seconds(read_text(form, name)) for name in LENGTHS if read_text(form, name)}
    return {
        "mode": read_text(form, "mode"),
        "rounds": form_number(form, "rounds"),
        "is_private": bool(read_text(form, "is_private")),
        "is_wall_shared": bool(read_text(form, "is_wall_shared")),
        **lengths,
    }


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


def _seconds(minutes: str) -> int:
    try:
        return round(float(minutes.replace(",", ".")) * SECONDS_A_MINUTE)
    except (ValueError, OverflowError):
        raise BadInput("minutes_unreadable") from None
