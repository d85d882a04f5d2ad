"""The files of a report: a spreadsheet opens them clean, and they tell nothing about people."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.services.exporting import (
    FORMULA_STARTS,
    defused,
    ideas_csv,
    report_json,
    report_xlsx,
)
from plekberaad_app.services.reporting import report_of
from tests.reports import (
    BEGIN,
    CAROUSEL,
    OWNERS,
    a_report,
    an_evening,
    an_idea,
)
from tests.workbooks import files_in, sheets


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
        "Wens": OWNERS[9][1],
        "Deel": row["Deel"],
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
    assert "'niet'" not in str(sheets(report_xlsx(shown)))
    assert [row[-1] for row in sheets(report_xlsx(asked))["Ideeën"]] == ["Verborgen", "nee", "ja"]
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


def test_the_workbook_has_a_sheet_for_every_table_of_the_report():
    book = sheets(report_xlsx(a_report()))
    assert {title: len(rows) - 1 for title, rows in book.items()} == {
        "Ideeën": len(a_report().ideas),
        "Eerste stappen": 8,
        "Stemmen": 2,
        "Wie er waren": 3,
    }
    assert book["Stemmen"][1][2:] == ["Een bankje bij de school", 31]
    assert (
        book["Eerste stappen"][1][3:]
        == [
            1,
            OWNERS[0][1],
            "Een bankje vragen bij de gemeente",
            "Samira en Bram",
            "vóór kerst",
        ][-5:]
    )


def test_the_workbook_and_the_csv_have_the_same_ideas_in_the_same_cells():
    in_book = sheets(report_xlsx(a_report()))["Ideeën"]
    in_csv = rows(ideas_csv(a_report()))
    assert in_book[0] == list(in_csv[0])
    assert [[str(cell or "") for cell in row] for row in in_book[1:]] == [
        list(row.values()) for row in in_csv
    ]


# A spreadsheet takes '_x0041_' for an A, so the file has its first '_' as '_x005F_'.
ESCAPED = "_x0041_", "_x005F_x0041_"


@pytest.mark.parametrize(
    ("words", "in_file"),
    [*((each, each) for each in ("=1+1", "{=SUM(A1)}", "http://x.nl", "a@b.nl", "12")), ESCAPED],
)
def test_what_looks_like_a_formula_a_link_or_a_number_is_text_in_the_workbook(words, in_file):
    content = report_xlsx(a_report(an_evening([an_idea(words)])))
    assert sheets(content)["Ideeën"][1][7] == in_file
    assert not any("hyperlink" in part for part in files_in(content).values())


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="_")))
def test_no_word_is_lost_in_the_workbook(words: str):
    cell = sheets(report_xlsx(a_report(an_evening([an_idea(words)]))))["Ideeën"][1][7]
    assert (cell or "") == words


def test_a_report_of_nothing_is_still_a_workbook():
    book = sheets(report_xlsx(a_report(an_evening([], people=(), steps=()))))
    assert {title: len(rows) for title, rows in book.items()} == {"Ideeën": 1, "Wie er waren": 2}


@pytest.mark.parametrize("write", [ideas_csv, report_json, report_xlsx])
def test_files_hold_no_authors_no_owners_and_no_habits(write):
    written = write(a_report(an_evening([an_idea("een idee", 7, round=2, table=6)])))
    content = "".join(files_in(written).values()) if write is report_xlsx else written.decode()
    assert OWNERS[11][0] not in content
    for secret in ("author-tag", "challenge-2", "idea-7", "person-", "never", "habit", "library-1"):
        assert secret not in content
