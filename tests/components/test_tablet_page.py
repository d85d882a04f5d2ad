import re
from pathlib import Path

import pytest

from plekberaad_app.i18n.catalogue import read_topics
from plekberaad_app.pages.begin import begin_page
from plekberaad_app.pages.login import login_page, take_over_page
from plekberaad_app.pages.preparing import preparing_page, programme_page
from plekberaad_app.pages.tablet import tablet_page
from plekberaad_app.pages.tablet.frame import VIEWS
from plekberaad_app.pages.tablet.notice import notice

PAGES = [tablet_page, preparing_page, programme_page, login_page, begin_page, take_over_page]
ROOT = Path(__file__).parents[2]
SHEET = (ROOT / "assets" / "styles" / "tablet.css").read_text(encoding="utf-8")

UNDOABLE_OR_NOT = ("notice", "notice is-passing")
REFUSED = "notice notice-error is-passing"

# Reflex calls the variable of a loop `<name>_rx_state_`; a state's own has a dot before it.
LOOP_VARIABLE = re.compile(r"(?<![\w.\"])\w+_rx_state_\b")


@pytest.mark.parametrize("page", PAGES)
def test_no_submit_handler_reaches_for_the_row_of_a_loop_it_was_lifted_out_of(page):
    hooks = "\n".join(page()._get_all_hooks())
    assert not LOOP_VARIABLE.search(hooks)


@pytest.mark.parametrize("page", PAGES)
def test_a_control_in_a_form_has_no_id_that_could_clash_with_another_form(page):
    rendered = str(page().render())
    ids = re.findall(r'id:"([^"]+)"', rendered)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", VIEWS)
def test_the_stylesheet_shows_each_view_when_its_radio_button_is_chosen(name):
    assert f".tablet-frame:has(#view-{name}:checked) .view-{name}" in SHEET


def test_the_big_button_has_a_fixed_place_and_size():
    rule = re.search(r"\.bar-next \{(.*?)\}", SHEET, re.DOTALL)
    assert rule
    assert "block-size: 5.25rem" in rule[1]


def test_an_answer_to_a_tap_goes_by_itself_but_a_warning_and_the_way_back_stay():
    shown = re.findall(r'"(notice(?: notice-\w+)?(?: is-\w+)*)"', str(notice().render()))
    assert shown == [REFUSED, "notice notice-warning", *UNDOABLE_OR_NOT]
    passing = re.search(r"\.notice\.is-passing\S* \{(.*?)\}", SHEET, re.DOTALL)
    assert passing
    assert "notice-passes 0s 60s forwards" in passing[1]


@pytest.mark.parametrize("topic", ["tablet", "desk"])
def test_both_languages_have_the_same_keys(topic):
    nl, en = (_keys(language, topic) for language in ("nl", "en"))
    assert nl == en


@pytest.mark.parametrize("topic", ["tablet", "desk"])
def test_no_text_is_left_empty_or_unused(topic):
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "plekberaad_app").rglob("*.py")
    )
    patterns = [
        re.compile(re.sub(r"\\\{[^}]*\\\}", r"[a-z_.]+", re.escape(found)) + r"(\.\w+)?$")
        for found in re.findall(rf'f?"({topic}\.[^" ]+)"', code)
    ]
    unused = [key for key in _keys("nl", topic) if not any(p.match(key) for p in patterns)]
    assert unused == []


def _keys(language: str, topic: str) -> set[str]:
    folder = ROOT / "plekberaad_app" / "i18n" / "locale" / language
    texts = read_topics(folder)
    assert all(texts.values())
    return {key for key in texts if key.startswith(f"{topic}.")}
