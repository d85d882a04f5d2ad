"""The collector looks through everything when nobody has to wait for it."""

import asyncio
from types import SimpleNamespace

import pytest

from plekberaad_app import plekberaad_app as program


@pytest.mark.parametrize("screens", [0, 1])
async def test_all_rubbish_is_looked_for_when_no_screen_is_there(monkeypatch, screens):
    done: list[str] = []
    enough = asyncio.Event()

    def look() -> dict[str, int]:
        if done.count("look") == 2:
            enough.set()
        done.append("look")
        return {"screens": screens}

    monkeypatch.setattr(program, "TIDY_EVERY_SECONDS", 0)
    monkeypatch.setattr(program.discovery, "tidy", lambda _now: None)
    monkeypatch.setattr(program.gc, "collect", lambda: done.append("collect"))
    house = SimpleNamespace(counts=look)
    tidying = asyncio.create_task(program._tidy_in_time(house))  # pyright: ignore[reportArgumentType]
    await enough.wait()
    tidying.cancel()
    assert ("collect" in done) is (screens == 0)
