"""What a facilitator is warned about as it happens: a notice on the tablets that are open."""

from dataclasses import asdict
from time import time_ns

from plekberaad_app.live.registry import tell_tablets
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.views.tablet import NoticeView


def warn_of_guessing() -> None:
    """Say on every open tablet that somebody is guessing codes."""
    tell_tablets(_warning(text("live.warning.guessing")))


def warn_of_second_phone(live_session_id: str, sentence: str, number: int) -> None:
    """Say on the tablets of a room that this person came in again; they can undo it."""
    tell_tablets(_warning(sentence, number), live_session_id)


def _warning(sentence: str, second_phone_of: int = 0) -> dict[str, object]:
    number = time_ns() // 1_000_000
    return {
        "notice": asdict(
            NoticeView("", "warning", sentence, number=number, second_phone_of=second_phone_of)
        )
    }
