"""The report's state: full for anyone who may steer the evening, empty for everybody else."""

import pytest

from plekberaad_app.core.evening import Status
from plekberaad_app.features.report import state as module
from plekberaad_app.features.report.state import ReportState, ideas_figure, people_figure
from plekberaad_app.features.report.views import CountLine, ReportView
from plekberaad_app.features.report.words import view_of
from plekberaad_app.platform import guessing
from plekberaad_app.platform.addresses import short_address
from plekberaad_app.platform.guessing import Guesses
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import settings
from tests.casting import carry
from tests.reports import (
    CAROUSEL,
    a_report,
    an_evening,
    an_idea,
    evening_with_ideas,  # noqa: F401
)


async def opened(monkeypatch: pytest.MonkeyPatch, cookie: str, code: str = "K7M3XP") -> ReportState:
    state = ReportState(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    await opened_again(state, monkeypatch, cookie, code)
    return state


async def opened_again(
    state: ReportState, monkeypatch: pytest.MonkeyPatch, cookie: str, code: str
) -> None:
    carry(monkeypatch, cookie)
    monkeypatch.setattr(module, "route_code", lambda _: code)
    await ReportState.enter.fn(state)  # pyright: ignore[reportFunctionMemberAccess]


@pytest.mark.usefixtures("evening_with_ideas")
async def test_who_may_drive_sees_the_report_and_its_figures(monkeypatch: pytest.MonkeyPatch):
    state = await opened(monkeypatch, "cookie-library-1")
    assert state.view.status == "full"
    assert state.view.title == "Vogelbuurt"
    assert state.address == short_address(settings())
    (bar,) = state.ideas_figure.to_dict()["data"]
    assert bar["text"] == ["2"]


@pytest.mark.parametrize(
    ("cookie", "code", "sentence"),
    [
        ("", "K7M3XP", "Log eerst in."),
        ("made-up", "K7M3XP", "Log eerst in."),
        ("cookie-library-2", "K7M3XP", "Deze avond is van een andere bibliotheek."),
        ("cookie-library-1", "XXXXXX", text("error.code_unknown")),
    ],
)
@pytest.mark.usefixtures("evening_with_ideas")
async def test_nobody_else_sees_anything(
    monkeypatch: pytest.MonkeyPatch, cookie: str, code: str, sentence: str
):
    state = await opened(monkeypatch, cookie, code)
    assert state.view == ReportView(status="refused", message=sentence)
    assert state.ideas_figure.to_dict()["data"] == []


@pytest.mark.usefixtures("evening_with_ideas")
async def test_a_code_that_is_not_there_is_a_miss(monkeypatch: pytest.MonkeyPatch):
    missed: list[str] = []

    class Watched(Guesses):
        def missed(self, address: str, code: str) -> bool:
            missed.append(code)
            return super().missed(address, code)

    monkeypatch.setattr(guessing, "guesses", Watched())
    await opened(monkeypatch, "cookie-library-1")
    assert missed == []
    await opened(monkeypatch, "cookie-library-1", "XXXXXX")
    assert missed == ["XXXXXX"]


@pytest.mark.usefixtures("evening_with_ideas")
async def test_nothing_of_the_report_before_stays_when_the_next_is_refused(
    monkeypatch: pytest.MonkeyPatch,
):
    state = await opened(monkeypatch, "cookie-library-1")
    await opened_again(state, monkeypatch, "", "K7M3XP")
    assert state.view.title == ""
    assert state.ideas_figure.to_dict()["data"] == []


def test_the_figure_shows_how_many_ideas_each_table_gave_in_each_phase():
    ideas = [
        an_idea("een bankje", 1, table=1),
        an_idea("een boom", 2, table=1),
        an_idea("een vraag", 3, table=1, phase="questions"),
        an_idea("een buurtauto", 4, table=2),
        an_idea("niet", 5, table=2, hidden=True),
    ]
    evening = an_evening(ideas, steps=(CAROUSEL,), status=Status.CLOSED)
    view = view_of(a_report(evening))
    bars = ideas_figure(view).to_dict()["data"]
    shown = {bar["name"]: dict(zip(bar["y"], bar["x"], strict=True)) for bar in bars}
    assert shown == {
        "Ideeën": {"Tafel 1": 2, "Tafel 2": 1},
        "Vragen": {"Tafel 1": 1, "Tafel 2": 0},
    }


def test_groups_of_people_are_bars():
    (bar,) = people_figure([CountLine("Buurtbewoners", "30")]).to_dict()["data"]
    assert (bar["y"], bar["x"]) == (["Buurtbewoners"], [30])
