"""The stop for which a table says that it is ready."""

from plekberaad_app.core.evening import Evening


def stop_name(evening: Evening) -> str:
    """Names the stop that runs, so that a tap that comes too late does not count for the next;
    '' while none does."""
    position = evening.live_session.position
    return f"{position.step}.{position.stop}" if position else ""
