import re
from pathlib import Path

import pytest

from plekberaad_app.activities.carousel.tablet_panel import tablet_panel
from plekberaad_app.activities.contract.discovery import activities, manifest_of, panels
from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.features.accounts.begin_page import begin_page
from plekberaad_app.features.accounts.login_page import login_page, take_over_page
from plekberaad_app.features.evenings.evenings_page import preparing_page
from plekberaad_app.features.programme.page import programme_page
from plekberaad_app.platform.i18n.catalogue import files_of, read_topics, text
from plekberaad_app.platform.i18n.languages import Language
from plekberaad_app.room.tablet import tablet_page
from plekberaad_app.room.tablet.bar import bar
from plekberaad_app.room.tablet.frame import VIEWS, rail
from plekberaad_app.room.tablet.notice import notice
from plekberaad_app.room.tablet.obstacle import obstacle
from plekberaad_app.room.tablet.paper import paper
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.room.tablet.side import side
from tests.activities.folders import with_folder
from tests.ui.reading import as_read
from tests.ui.stylesheets import sheet

PAGES = [tablet_page, preparing_page, programme_page, login_page, begin_page, take_over_page]
ROOT = Path(__file__).parents[3]
BAR, NOTICE, OBSTACLE, SIDE, VIEW = (
    sheet(f"screens/tablet/{name}") for name in ("bar", "notice", "obstacle", "side", "view")
)
CAROUSEL = (ROOT / "plekberaad_app" / "activities" / "carousel" / "tablet.css").read_text("utf-8")

TABLET = Screen(SCREEN, manifest_of("carousel").rules.views, "tablet")
UNDOABLE_OR_NOT = ["notice is-brief", "notice", "notice is-passing"]
REFUSED = "notice notice-error is-passing"

# Reflex calls the variable of a loop `<name>_rx_state_`; a state's own has a dot before it.
LOOP_VARIABLE = re.compile(r"(?<![\w.\"])\w+_rx_state_\b")


@pytest.mark.parametrize("page", PAGES)
def test_no_submit_handler_reaches_for_the_row_of_a_loop_it_was_lifted_out_of(page):
    hooks = "\n".join(page()._get_all_hooks())
    assert not LOOP_VARIABLE.search(hooks)


@pytest.mark.parametrize("page", PAGES)
def test_a_control_in_a_form_has_no_id_that_could_clash_with_another_form(page):
    rendered = as_read(page())
    ids = re.findall(r'id:"([^"]+)"', rendered)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", VIEWS)
def test_the_stylesheet_shows_each_view_when_its_radio_button_is_chosen(name):
    assert f".tablet-frame:has(#view-{name}:checked) .view-{name}" in VIEW


TOPICS = ["tablet", "desk", *(f"{kind}.{at}" for kind in activities() for at in ("tablet", "desk"))]


def test_the_big_button_has_a_fixed_place_and_size():
    rule = re.search(r"\.bar-next \{(.*?)\}", BAR, re.DOTALL)
    assert rule
    assert "block-size: 5.25rem" in rule[1]


def test_an_answer_to_a_tap_goes_by_itself_but_a_warning_and_the_way_back_stay():
    shown = re.findall(r'"(notice(?: notice-\w+)?(?: is-\w+)*)"', as_read(notice()))
    assert shown == [REFUSED, "notice notice-warning", *UNDOABLE_OR_NOT]
    passing = re.search(r"\.notice\.is-passing\S* \{(.*?)\}", NOTICE, re.DOTALL)
    assert passing
    assert "notice-passes 0s 60s forwards" in passing[1]
    brief = re.search(r"\.notice\.is-brief\S* \{(.*?)\}", NOTICE, re.DOTALL)
    assert brief
    assert "notice-passes 0s 10s forwards" in brief[1]


def test_what_can_wait_comes_late_and_so_does_the_colour_of_attention_of_who_is_silent():
    calm = ".tablet-frame:not(:has(.clock[data-late])) .obstacle.can-wait {\n  display: none;\n}"
    silent = re.search(r"\n\.table-silent \{(.*?)\}", CAROUSEL, re.DOTALL)
    assert calm in OBSTACLE
    assert silent
    assert "clay" not in silent[1]
    late = ".tablet-frame:has(.clock[data-late])"
    assert f"{late} .bar-next.may-wait" in BAR
    assert f"{late} .table-silent" in CAROUSEL
    assert f"{late} .now-table:has(.table-silent)" in CAROUSEL
    assert "data-late" in (ROOT / "assets" / "browser" / "countdown.jsx").read_text("utf-8")


def test_what_was_written_in_private_is_opened_in_one_place_at_a_time():
    waits = ".tablet-frame:has(.obstacle.can-wait):not(:has(.clock[data-late])) .until-due"
    assert waits in OBSTACLE
    assert re.search(r"\n\.until-due \{\n  display: none;", OBSTACLE)
    for kind in ("wall", "carousel"):
        panel = as_read(panels("tablet")[kind](SCREEN))
        assert panel.count("button until-due") == 1


def test_anyone_who_cannot_go_on_yet_reads_that_on_the_button_and_is_answered_when_they_press_it():
    assert text("tablet.bar.held") in as_read(bar())
    drawn = as_read(obstacle())
    assert text("tablet.obstacle.first") in drawn
    assert "obstacle is-pressed" in drawn
    assert ".bar-next:active" in BAR


def test_typing_the_first_step_comes_before_extra_time_on_a_card():
    drawn = as_read(tablet_panel(TABLET))
    assert drawn.index(text("tablet.table.record")) < drawn.index(text("tablet.table.unlock"))


def test_the_phase_in_which_people_choose_says_which_tables_have_not():
    drawn = as_read(tablet_panel(TABLET))
    assert text("carousel.tablet.unchosen.how") in drawn
    assert text("tablet.table.unchosen") in drawn


def test_a_paper_note_of_a_person_is_a_note_of_their_table():
    drawn = as_read(paper())
    assert "data-table" in drawn
    assert "box.checked = true" in drawn
    assert 'person.value = \\"\\"' in drawn or 'person.value = ""' in drawn


def test_paper_is_typed_over_in_every_activity_in_which_people_write(tmp_path: Path):
    rules = """
from plekberaad_app.activities.contract.activity import Activity
from plekberaad_app.activities.contract.capabilities import Writes, WritingActs


class Rules(Writes, Activity):
    boxes = {"say": "word"}
    writing_acts = WritingActs(change="reword", take_back="unsay")
"""
    with with_folder(tmp_path, "talk", rules=rules):
        shown = paper()
    drawn, hooks = str(shown.render()), "\n".join(shown._get_all_hooks())
    assert '"talk"' in drawn
    assert '"say"' in hooks
    assert '"voting"' not in drawn


def test_the_tablet_speaks_of_notes_in_the_words_of_the_activity_where_it_has_its_own():
    beside = as_read(side())
    for key in ("wall.wall.empty", "wall.wall.private", "tablet.wall.empty", "wall.paper.private"):
        assert text(key) in beside


def test_a_paper_note_that_waits_says_so():
    drawn = as_read(side())
    assert text("tablet.paper.is_held") in drawn
    assert text("tablet.paper.is_hidden") in drawn


def test_what_is_typed_over_is_listed_once_beside_the_view_and_in_place_of_the_wall():
    assert text("tablet.paper.stored") not in as_read(paper())
    assert as_read(side()).count(text("tablet.paper.stored")) == 1
    paper_is_open = ".tablet-frame:has(#view-paper:checked)"
    assert f"{paper_is_open}:has(.side-typed) .side-wall:not(.side-typed) {{" in SIDE


def test_the_count_of_first_steps_leaves_out_who_said_not_yet():
    assert "filter((step) => !step.not_yet).length" in as_read(rail())


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_have_the_same_keys(topic):
    nl, en = (_keys(language, topic) for language in ("nl", "en"))
    assert nl == en


@pytest.mark.parametrize("topic", TOPICS)
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


def _keys(language: Language, topic: str) -> set[str]:
    texts = read_topics(files_of(language))
    assert all(texts.values())
    return {key for key in texts if key.startswith(f"{topic}.")}
