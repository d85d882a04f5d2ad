"""The files of a report: a spreadsheet opens them clean, and they tell nothing about people."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.services.exporting import FORMULA_STARTS, defused, ideas_csv, report_json
from plekberaad_app.services.reporting import report_of
from tests.reports import (
    BEGIN,
    CAROUSEL,
    OWNERS,
    a_report,
    an_evening,
    an_idea,
    simple_activities,  # noqa: F401
)

pytestmark = pytest.mark.usefixtures("simple_activities")


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_csv_has_a_line_for_every_idea():
    assert [row["Idee"] for row in rows(ideas_csv(a_report()))] == [
        idea.text for idea in a_report().ideas
    ]


def test_a_line_says_where_and_when_an_idea_was_given():
    evening = an_evening([an_idea("Een bankje; of twee", 3, round=2, table=4, marked=True)])
    (row,) = rows(ideas_csv(a_report(evening)))
    assert row == {
        "Avond": "De Vogelbuurt, mooier voor iedereen",
        "Onderdeel": CAROUSEL.title,
        "Ronde": "2",
        "Tafel": "4",
        "Kans of uitdaging": OWNERS[9][1],
        "Stap": row["Stap"],
        "Geschreven op": "2026-11-23 19:45:15",
        "Idee": "Een bankje; of twee",
        "Gekozen": "ja",
        "Uitleg": "",
    }


def test_the_csv_opens_as_a_dutch_spreadsheet_expects():
    content = ideas_csv(a_report(an_evening([an_idea("Cafés & ideeën 🌳")])))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 2
    assert "Cafés & ideeën 🌳" in content.decode("utf-8-sig")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_no_text_becomes_a_formula(start: str):
    evening = an_evening([an_idea(f'{start}HYPERLINK("http://x";"y")')])
    (row,) = rows(ideas_csv(a_report(evening)))
    assert row["Idee"] == f'\'{start}HYPERLINK("http://x";"y")'


@given(st.text())
def test_no_cell_begins_like_a_formula_and_no_word_is_lost(words: str):
    cell = str(defused(words))
    assert not cell.lstrip(" ").startswith(FORMULA_STARTS)
    assert cell in (words, f"'{words}")


def test_numbers_stay_numbers():
    assert defused(-3) == -3


def test_quotes_lines_and_separators_come_back_as_they_were():
    words = 'Zeg "ja";\nniet "nee"'
    (row,) = rows(ideas_csv(a_report(an_evening([an_idea(words)]))))
    assert row["Idee"] == words


def test_hidden_ideas_are_in_the_files_only_for_who_asks():
    evening = an_evening([an_idea("zichtbaar"), an_idea("niet", 1, hidden=True)])
    shown, asked = a_report(evening), report_of(evening, {}, BEGIN, with_hidden=True)
    assert b"niet" not in ideas_csv(shown) + report_json(shown)
    assert "Verborgen" not in ideas_csv(shown).decode()
    assert [(row["Idee"], row["Verborgen"]) for row in rows(ideas_csv(asked))] == [
        ("zichtbaar", "nee"),
        ("niet", "ja"),
    ]
    (step, _) = json.loads(report_json(asked))["steps"]
    assert [idea["hidden"] for idea in step["rounds"][0]["ideas"]] == [False, True]


def test_the_json_holds_all_ideas_and_next_steps():
    content = json.loads(report_json(a_report()))
    rounds = content["steps"][0]["rounds"]
    assert sum(len(found["ideas"]) for found in rounds) == len(a_report().ideas)
    assert rounds[0]["next_step"]["what"] == "Een bankje vragen bij de gemeente"
    assert content["steps"][1]["choices"][1] == {"label": "Een buurtauto", "dots": 4}


@pytest.mark.parametrize("write", [ideas_csv, report_json])
def test_files_hold_no_authors_no_owners_and_no_habits(write):
    content = write(a_report(an_evening([an_idea("een idee", 7, round=2, table=6)]))).decode()
    assert OWNERS[11][0] not in content
    for secret in ("author-tag", "challenge-2", "idea-7", "person-", "never", "habit", "library-1"):
        assert secret not in content
