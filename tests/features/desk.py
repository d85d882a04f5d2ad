"""Pages of the desk, with an evening on them: what a browser sends, without a browser."""

from types import ModuleType
from typing import Any

import pytest
from reflex_base.event import EventSpec

from plekberaad_app.features.accounts import devices
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings import state as evenings_state
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.helpers import state as helpers_state
from plekberaad_app.features.programme import state as programme_state
from plekberaad_app.platform.use_cases import now
from tests.casting import NOW, PASSWORD, carry, new_facilitator

STATES: tuple[ModuleType, ...] = (evenings_state, programme_state, helpers_state)
FORM = {"title": "Het plein", "place": "Plein", "question": "", "starts_at": "2026-11-24T19:30"}


@pytest.fixture
def anna(sqlite_store, own_settings, quick_hashes):
    return new_facilitator("Anna", "De Linde")


@pytest.fixture
def evening(anna):
    """Of fifty minutes: welcome, two rounds of a carousel, a vote and a closing."""
    about = About("Het plein", starts_at=NOW, minutes_available=50)
    return library_evenings.create(anna, about, NOW, template="short")


@pytest.fixture
def page(monkeypatch):
    """Stand on a page, logged in as somebody: what the socket's cookie and address would say."""

    def stand(kind: type, name: str = "", code: str = "") -> Any:
        token = devices.log_in(name, PASSWORD, now()) if name else ""
        carry(monkeypatch, token)
        for module in STATES:
            monkeypatch.setattr(module, "route_code", lambda _state: code, raising=False)
        return kind()

    return stand


async def do(state, handler: str, *args):
    """Call a handler of a state."""
    return await type(state).event_handlers[handler].fn(state, *args)


def leads_to(answer) -> str:
    """Where an answer sends the browser."""
    assert isinstance(answer, EventSpec)
    return str({str(key): value for key, value in answer.args})
