"""The desk of an evening: links are handed out with a form, shown once, and withdrawn."""

from urllib.parse import urlsplit

import pytest

from plekberaad_app.core.seating import MAX_TABLES
from plekberaad_app.features.helpers import links
from plekberaad_app.features.helpers.state import HelpersState
from plekberaad_app.platform import helper_links
from tests.features.desk import anna, do, evening, page

__all__ = ["anna", "evening", "page"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


def who_has(link: str):
    """Whoever opens this link."""
    return helper_links.who_helps(urlsplit(link).path.rpartition("/")[2])


async def test_a_link_is_shown_when_it_was_made_and_not_when_the_page_opens_again(
    page, anna, evening
):
    state = page(HelpersState, "Anna", evening.code)
    await do(state, "enter")
    assert (state.may_hand_out, state.helpers, state.handed_out) == (True, [], [])
    await do(state, "hand_out", {"role": "table_host", "name": "Fatima", "table": "2"})
    (made,) = state.handed_out
    assert urlsplit(made.link).path.startswith("/tafel/")
    assert made.qr.startswith("data:image/svg+xml")
    assert (who_has(made.link).table, who_has(made.link).name) == (2, "Fatima")
    await do(state, "enter")
    assert state.handed_out == []
    assert [(each.role, each.name, each.table) for each in state.helpers] == [
        ("table_host", "Fatima", 2)
    ]


async def test_all_tables_get_a_link_at_once(page, anna, evening):
    state = page(HelpersState, "Anna", evening.code)
    await do(state, "hand_out", {"tables": "3"})
    assert [each.table for each in state.handed_out] == [1, 2, 3]
    assert len({each.link for each in state.handed_out}) == 3


@pytest.mark.parametrize(
    "form",
    [
        {"tables": "0"},
        {"tables": str(MAX_TABLES + 1)},
        {"tables": "veel"},
        {"role": "table_host"},
        {"role": "table_host", "table": "0"},
        {"role": "facilitator"},
        {"role": "artist", "step_id": "../../x y"},
        {"role": "observer", "name": 3},
        "tekst",
        None,
    ],
)
async def test_what_makes_no_link_is_said_beside_the_form(page, anna, evening, form):
    state = page(HelpersState, "Anna", evening.code)
    await do(state, "hand_out", form)
    assert (state.notice.kind, state.answers, state.handed_out) == ("error", "new", [])
    assert links.links_of(anna, evening.id).helpers == []


async def test_a_link_that_is_withdrawn_leaves_the_list_and_what_was_shown_of_it(
    page, anna, evening
):
    state = page(HelpersState, "Anna", evening.code)
    await do(state, "hand_out", {"role": "observer"})
    (made,) = state.handed_out
    await do(state, "withdraw", made.id)
    assert (state.helpers, state.handed_out, state.notice.kind) == ([], [], "ok")
    await do(state, "withdraw", made.id)
    assert state.notice.kind == "error"


async def test_another_link_for_the_same_person_is_shown_in_place_of_the_first(page, anna, evening):
    state = page(HelpersState, "Anna", evening.code)
    await do(state, "hand_out", {"role": "artist", "name": "Jan", "step_id": "stap-1"})
    (lost,) = state.handed_out
    await do(state, "renew", lost.id)
    (made,) = state.handed_out
    assert made.link != lost.link
    assert who_has(made.link).step_id == "stap-1"
    assert len(state.helpers) == 1


async def test_whoever_is_not_logged_in_sees_and_makes_nothing(page, anna, evening):
    state = page(HelpersState, "", evening.code)
    await do(state, "enter")
    await do(state, "hand_out", {"role": "stand_in"})
    assert (state.may_hand_out, state.helpers, state.handed_out) == (False, [], [])
