"""The page of sheets and texts: full for anyone who may steer the evening, empty for others."""

from datetime import UTC, datetime
from typing import Any

import pytest

from plekberaad_app.core.evening import LiveSession
from plekberaad_app.features.accounts import devices
from plekberaad_app.features.handouts import desk_state as module
from plekberaad_app.features.handouts.desk_state import HandoutsState
from tests.casting import CODE, PASSWORD, new_facilitator


@pytest.fixture
def page(room: LiveSession, monkeypatch: pytest.MonkeyPatch) -> HandoutsState:
    """The page of Anna's evening, in Anna's browser."""
    comes("Anna", monkeypatch)
    return HandoutsState(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]


def comes(name: str, monkeypatch: pytest.MonkeyPatch, code: str = CODE) -> None:
    token = devices.log_in(name, PASSWORD, datetime.now(UTC)) if name else ""
    monkeypatch.setattr(module, "facilitator_token", lambda _: token)
    monkeypatch.setattr(module, "route_code", lambda _: code)


async def enter(page: HandoutsState) -> Any:
    return await HandoutsState.enter.fn(page)  # pyright: ignore[reportFunctionMemberAccess]


async def add(page: HandoutsState, form: Any) -> None:
    await HandoutsState.add.fn(page, form)  # pyright: ignore[reportFunctionMemberAccess]


async def test_who_may_steer_sees_the_sheets_and_four_texts(page: HandoutsState):
    assert await enter(page) is None
    assert (page.view.code, page.view.title, page.view.tables) == (CODE, "Het plein", 8)
    assert (page.view.query, page.view.missing) == ("", "")
    assert len(page.letters) == 4


@pytest.mark.parametrize(("name", "code"), [("", CODE), ("Bea", CODE), ("Anna", "XXXXXX")])
async def test_everybody_else_goes_to_the_login(
    page: HandoutsState, monkeypatch: pytest.MonkeyPatch, name: str, code: str
):
    new_facilitator("Bea", "De Eik")
    comes(name, monkeypatch, code)
    assert await enter(page) is not None
    assert page.view.code == ""
    assert page.letters == []


async def test_what_is_added_comes_in_every_text_and_in_the_address_of_every_sheet(
    page: HandoutsState,
):
    await enter(page)
    await add(page, {"where": " Merelstraat 12 & 14 ", "how": ""})
    assert page.view.query == "waar=Merelstraat+12+%26+14"
    assert all("Merelstraat 12 & 14" in letter.text for letter in page.letters)
    assert (page.answers, page.notice.kind) == ("add", "ok")


@pytest.mark.parametrize("form", [{"where": "x" * 500}, {"where": ["x"]}, None, "x"])
async def test_what_makes_no_sense_changes_nothing(page: HandoutsState, form: Any):
    await enter(page)
    await add(page, form)
    assert page.notice.kind == "error"
    assert page.view.query == ""


async def test_signs_that_cannot_be_printed_are_told(page: HandoutsState):
    await enter(page)
    await add(page, {"where": "公园", "how": ""})
    assert page.view.missing == "公 园"
