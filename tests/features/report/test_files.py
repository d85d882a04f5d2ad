"""The files of a report: a spreadsheet opens them clean, and they tell nothing about people."""

import csv
import json
from dataclasses import replace
from io import StringIO
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plekberaad_app.activities.contract.report import Table
from plekberaad_app.features.report import tables as report_tables
from plekberaad_app.features.report.as_csv import ideas_csv
from plekberaad_app.features.report.as_json import report_json
from plekberaad_app.features.report.as_xlsx import report_xlsx
from plekberaad_app.features.report.model import StepReport
from plekberaad_app.features.report.report import report_of
from plekberaad_app.platform.cells import FORMULA_STARTS, defused, legible
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
        "Geschreven op": "2026-11-23 19:45",
        "Idee": "Een bankje; of twee",
        "Gekozen": "ja",
        "Uitleg": "",
    }


def test_the_csv_opens_as_a_dutch_spreadsheet_expects():
    content = ideas_csv(a_report(an_evening([an_idea("Cafés & ideeën 🌳")])))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 2
    assert "Cafés & ideeën 🌳" in content.decode("utf-8-sig")


@pytest.mark.parametrize("start", ["=", "+", "@", " =", "\u00a0=", "\u3000=", "＝"])
def test_no_text_becomes_a_formula(start: str):
    evening = an_evening([an_idea(f'{start}HYPERLINK("http://x";"y")')])
    (row,) = rows(ideas_csv(a_report(evening)))
    assert row["Idee"] == f'“{start}HYPERLINK("http://x";"y")”'


@pytest.mark.parametrize(
    ("words", "in_file"),
    [
        ("- meer groen", "– meer groen"),
        ("-meer groen\n- bankjes\nen - rust -", "–meer groen\n– bankjes\nen - rust -"),
        ("-1+1", "–1+1"),
        ("+1 voor bankjes", "“+1 voor bankjes”"),
        ("@buurt", "“@buurt”"),
        ("meer groen - en rust", "meer groen - en rust"),
    ],
)
def test_lists_stay_lists_without_a_stray_sign_before_them(words: str, in_file: str):
    (row,) = rows(ideas_csv(a_report(an_evening([an_idea(words)]))))
    assert row["Idee"] == in_file


LIKE_A_FORMULA = st.builds(str.__add__, st.sampled_from(FORMULA_STARTS), st.text())


@given(st.text() | LIKE_A_FORMULA)
def test_no_cell_begins_like_a_formula_and_no_word_is_lost(words: str):
    cell = str(defused(words))
    assert not cell.startswith(FORMULA_STARTS)
    assert not cell.lstrip().startswith(FORMULA_STARTS)
    assert (
        cell == words or cell.strip("“”") == words.strip("“”") or _hyphens(cell) == _hyphens(words)
    )


def _hyphens(text: str) -> str:
    return text.strip().replace("–", "-").replace("－", "-")


def test_no_title_of_the_evening_or_of_a_column_becomes_a_formula(monkeypatch: pytest.MonkeyPatch):
    report = a_report(an_evening([an_idea("een bankje")]))
    room = replace(report.live_session, title="=1+1")
    monkeypatch.setattr(report_tables, "text", lambda key, **_values: f"={key}")
    content = ideas_csv(replace(report, live_session=room))
    head, line = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert all(title.startswith("“=report.column.") for title in head)
    assert line[0] == "“=1+1”"


CONTROLS = "a\u000bb\u0000c\u0016d\ufffee\ud800f\u2028g\U0001fffeh"


def test_signs_that_no_file_can_hold_stop_none():
    """They are cleaned when they come in; these came in before that, or by another door."""
    report = a_report(an_evening([an_idea(CONTROLS)]))
    report = replace(report, live_session=replace(report.live_session, title=CONTROLS))
    kept = "a\nb c d\ufffde\ufffdf\ng\ufffdh"
    (row,) = rows(ideas_csv(report))
    assert (row["Avond"], row["Idee"]) == (kept, kept)
    assert sheets(report_xlsx(report))["Ideeën"][1][7] == kept
    content = json.loads(report_json(report))
    assert content["live_session"]["title"] == kept
    assert content["steps"][0]["rounds"][0]["ideas"][0]["text"] == kept


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=())))
def test_whatever_was_written_every_file_is_made(words: str):
    report = a_report(an_evening([an_idea(words)]))
    for write in (ideas_csv, report_xlsx, report_json):
        assert write(report)
    sheets(report_xlsx(report))


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1))
def test_what_people_can_read_is_not_touched(words: str):
    assert legible(words) == words


def test_numbers_stay_numbers():
    assert defused(-3) == -3


def test_quotes_lines_and_separators_come_back_as_they_were():
    words = 'Zeg "ja";\nniet "nee"'
    (row,) = rows(ideas_csv(a_report(an_evening([an_idea(words)]))))
    assert row["Idee"] == words


def test_hidden_ideas_are_in_the_files_only_for_whoever_asks():
    evening = an_evening([an_idea("een bankje"), an_idea("niet", 1, hidden=True)])
    shown, asked = a_report(evening), report_of(evening, {}, BEGIN, with_hidden=True)
    assert b"niet" not in ideas_csv(shown) + report_json(shown)
    assert "Verborgen" not in ideas_csv(shown).decode()
    assert "'niet'" not in str(sheets(report_xlsx(shown)))
    assert [row[-1] for row in sheets(report_xlsx(asked))["Ideeën"]] == ["Verborgen", "nee", "ja"]
    assert [(row["Idee"], row["Verborgen"]) for row in rows(ideas_csv(asked))] == [
        ("een bankje", "nee"),
        ("niet", "ja"),
    ]
    (step, _) = json.loads(report_json(asked))["steps"]
    assert [idea["hidden"] for idea in step["rounds"][0]["ideas"]] == [False, True]


def test_the_order_of_ideas_within_a_minute_and_their_times_tell_nobody_who_wrote():
    written = [an_idea(text, number) for number, text in enumerate(("c", "a", "d", "b"))]
    for order in permutations(range(len(written))):
        moments = [written[place].created_at for place in order]
        shuffled = [
            replace(idea, created_at=moment) for idea, moment in zip(written, moments, strict=True)
        ]
        report = a_report(an_evening(sorted(shuffled, key=lambda idea: idea.created_at)))
        assert [row["Idee"] for row in rows(ideas_csv(report))] == ["a", "b", "c", "d"]
        (step, *_) = json.loads(report_json(report))["steps"]
        times = {idea["written_at"] for idea in step["rounds"][0]["ideas"]}
        assert times == {"2026-11-23T18:45+00:00"}


def test_one_idea_that_cannot_be_read_stops_no_file():
    broken = replace(an_idea("x"), payload={})
    report = a_report(an_evening([broken, an_idea("een bankje", 1)]))
    texts = [row["Idee"] for row in rows(ideas_csv(report))]
    assert texts == ["(niet te lezen)", "een bankje"]


@pytest.mark.parametrize("write", [ideas_csv, report_json, report_xlsx])
@pytest.mark.parametrize("people", [0, 1])
def test_an_evening_in_which_nothing_was_written_has_every_file(write, people: int):
    evening = an_evening([])
    assert write(a_report(replace(evening, people=evening.people[:people])))


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
    assert book["Stemmen"][1][3:] == ["Een bankje bij de school", 31]
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


TITLES = st.sampled_from(["Ideeën", "ideeën", "history", "'", "a/b", "🌳" * 40, "x" * 40])


@settings(max_examples=40)
@given(st.lists(TITLES | st.text(), max_size=6))
def test_whatever_its_tables_are_called_every_one_has_a_sheet(titles: list[str]):
    tables = tuple(
        Table(title, (f"Kolom {number}",), (("cel",),)) for number, title in enumerate(titles)
    )
    report = replace(a_report(an_evening([])), steps=(StepReport("Stap", "welcome", 5, tables),))
    assert len(sheets(report_xlsx(report))) == len(titles) + 2


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
