"""The page of templates, and keeping one below a programme, by taps."""

import pytest

from plekberaad_app.features.evenings.state import PreparingState
from plekberaad_app.features.templates import programme_state
from plekberaad_app.features.templates.programme_state import KeepingState
from plekberaad_app.features.templates.state import TemplatesState
from plekberaad_app.platform.i18n.catalogue import text
from tests.casting import new_facilitator
from tests.features.desk import anna, do, evening, leads_to, page

__all__ = ["anna", "evening", "page"]


@pytest.fixture
def at_the_programme(page, evening, monkeypatch):
    def stand(name: str = "Anna"):
        state = page(KeepingState, name, evening.code)
        monkeypatch.setattr(programme_state, "route_code", lambda _state: evening.code)
        return state

    return stand


async def test_a_programme_is_kept_and_offered_with_a_new_evening(page, at_the_programme):
    state = at_the_programme()
    await do(state, "keep", {"name": "Onze avond", "id": "made-at-the-desk"})
    assert (state.notice.sentence, state.answers) == (text("templates.done.kept"), "keep")
    desk = page(PreparingState, "Anna")
    await do(desk, "enter")
    assert desk.templates[0].title == "Onze avond"
    await do(desk, "create", {"title": "Nog een", "template": desk.templates[0].name})
    assert desk.notice.kind == ""


async def test_a_template_is_renamed_and_deleted_by_taps(page, at_the_programme):
    await do(at_the_programme(), "keep", {"name": "Onze avond", "id": "made-at-the-desk"})
    state = page(TemplatesState, "Anna")
    await do(state, "enter")
    (card,) = state.templates
    assert (card.minutes, card.says) == (50, "Welkom, Carrousel, Stemmen, Afsluiten")
    await do(state, "rename", {"id": card.id, "name": "Kort"})
    assert (state.templates[0].title, state.answers) == ("Kort", card.id)
    await do(state, "remove", card.id)
    assert (state.templates, state.notice.kind) == ([], "ok")


@pytest.mark.parametrize("form", [{"name": ""}, {"name": 5}, {}, None, {"name": "x" * 1000}])
async def test_a_name_that_is_none_keeps_nothing_and_is_answered(page, at_the_programme, form):
    state = at_the_programme()
    await do(state, "keep", form)
    assert state.notice.kind == "error"
    templates = page(TemplatesState, "Anna")
    await do(templates, "enter")
    assert templates.templates == []


@pytest.mark.parametrize(
    ("handler", "given"),
    [("rename", {"id": "x", "name": "y"}), ("rename", None), ("remove", "x"), ("remove", {})],
)
async def test_what_is_not_there_is_answered(page, anna, handler, given):
    state = page(TemplatesState, "Anna")
    await do(state, handler, given)
    assert state.notice.kind == "error"


async def test_who_is_not_logged_in_sees_no_templates(page, anna):
    state = page(TemplatesState)
    assert "/inloggen" in leads_to(await do(state, "enter"))
    assert not state.is_there


async def test_another_library_keeps_nothing_of_ours(page, at_the_programme):
    new_facilitator("Bea", "De Eik")
    state = at_the_programme("Bea")
    await do(state, "keep", {"name": "Ingebroken", "id": "made-at-the-desk"})
    assert state.notice.kind == "error"
