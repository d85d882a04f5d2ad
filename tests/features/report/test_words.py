"""The report in words: what stands on the page and what it keeps to itself."""

from dataclasses import asdict, replace

import pytest

from plekberaad_app.core.disclosure import Cell
from plekberaad_app.core.evening import Status
from plekberaad_app.core.people import Habit, Person
from plekberaad_app.features.report.views import CountLine, NoteLine, TableRow
from plekberaad_app.features.report.words import cell_lines, idea_table, view_of
from plekberaad_app.platform.i18n.catalogue import text
from tests.reports import (
    IDEAS,
    a_question,
    a_report,
    a_room,
    an_evening,
    an_idea,
)


def test_a_page_says_what_where_and_when():
    view = view_of(a_report())
    assert (view.status, view.code) == ("full", "K7M3XP")
    assert view.place == "Bibliotheek de Vogelbuurt"
    assert view.date == "maandag 23 november 2026"


def test_the_evening_in_numbers():
    assert [(line.count, line.label) for line in view_of(a_report()).facts] == [
        ("36", "mensen"),
        ("6", "tafels"),
        ("147", "ideeën"),
        (str(sum(n % 7 == 0 and n % 50 != 49 for n in range(len(IDEAS)))), "gekozen ideeën"),
        ("8", "eerste stappen"),
    ]


def test_of_what_there_was_none_the_numbers_say_nothing():
    facts = view_of(a_report(an_evening([]))).facts
    assert facts[0].label == "mensen"
    assert "0" not in [line.count for line in facts]


def test_one_of_something_is_told_as_one():
    evening = an_evening([an_idea("gekozen", 1, table=1, marked=True)])
    facts = view_of(a_report(evening)).facts
    assert [CountLine("gekozen idee", "1"), CountLine("idee", "1")] == sorted(
        (line for line in facts if "idee" in line.label), key=lambda line: line.label
    )


def test_notes_of_a_wall_are_no_ideas_in_numbers_nor_in_the_table():
    report = a_report(an_evening([an_idea("a", 1, table=1), an_idea("b", 2, table=2)]))
    wall = replace(report.steps[0], kind="wall", title="Muur")
    both = replace(report, steps=(report.steps[0], wall))
    facts = {line.label: line.count for line in view_of(both).facts}
    assert (facts["ideeën"], facts["briefjes"]) == ("2", "2")
    columns, rows = idea_table(both)
    assert sorted(columns) == ["Briefjes", "Ideeën", "Samen"]
    assert rows[-1] == TableRow("Samen", ["2", "2", "4"])


def test_where_all_ideas_were_chosen_there_are_no_others_to_head():
    evening = an_evening([an_idea("gekozen", 1, marked=True)])
    (card,) = view_of(a_report(evening)).steps[0].sections
    assert [block.title for block in card.blocks if block.type == "notes"] == ["Gekozen ideeën"]


def test_fewer_than_five_people_are_not_counted_aloud():
    facts = view_of(a_report(an_evening(people=a_room()[:4]))).facts
    assert facts[0] == CountLine("mensen", "minder dan 5")


def test_marked_ideas_stand_before_the_others():
    evening = an_evening(
        [an_idea("gewoon"), an_idea("gekozen", 1, marked=True, answer="op zondag")]
    )
    (card,) = view_of(a_report(evening)).steps[0].sections
    assert [(heap.title, heap.notes, heap.is_marked) for heap in card.blocks[:2]] == [
        ("Gekozen ideeën", [NoteLine("gekozen", "Uitleg: op zondag")], True),
        ("Andere ideeën (1)", [NoteLine("gewoon")], False),
    ]


def test_a_question_that_nobody_answered_says_so():
    answered = a_question("Voor wie?", 1)
    answered = replace(answered, payload={**answered.payload, "answered": True})
    evening = an_evening([an_idea("a", table=3), answered, a_question("Wanneer?", 2)])
    (card,) = view_of(a_report(evening)).steps[0].sections
    assert card.blocks[0].title == text("report.questions")
    assert card.blocks[0].notes == [
        NoteLine("Voor wie?"),
        NoteLine("Wanneer?", "Nog zonder antwoord."),
    ]


def test_only_what_was_taken_on_stands_among_the_next_steps():
    view = view_of(a_report())
    assert all(step.what for step in view.next_steps)
    remarks = [card.blocks[-1].steps[0].remark for card in view.steps[0].sections[:6]]
    assert remarks[0] == ""
    assert remarks[3] == text("report.next_step.not_yet")
    assert remarks[5] == text("report.next_step.open")


def test_an_owner_whose_name_was_wiped_is_not_named():
    owners = [card.owner for card in view_of(a_report()).steps[0].sections]
    assert owners[7] == text("report.owner", name="Ruud")
    assert owners[8] == ""


def test_ideas_add_up_per_phase_and_table():
    evening = an_evening(
        [
            an_idea("a", 1, table=1),
            an_idea("b", 2, table=2),
            an_idea("c", 3, table=2, phase="questions"),
        ]
    )
    columns, rows = idea_table(a_report(evening))
    assert columns[-1] == "Samen"
    assert rows == [
        TableRow("Tafel 1", ["1", "0", "1"]),
        TableRow("Tafel 2", ["1", "1", "2"]),
        TableRow("Samen", ["2", "1", "3"]),
    ]


def test_what_one_phase_adds_up_to_is_not_told_twice():
    evening = an_evening([an_idea("a", 1, table=1), an_idea("b", 2, table=2)])
    columns, rows = idea_table(a_report(evening))
    assert columns == ["Ideeën"]
    assert rows == [
        TableRow("Tafel 1", ["1"]),
        TableRow("Tafel 2", ["1"]),
        TableRow("Samen", ["2"]),
    ]


def test_groups_that_are_told_together_are_named_together():
    cells = (Cell(("never",), 20), Cell(("once", "often", "unknown"), 7))
    assert cell_lines(cells, "habit") == [
        CountLine("Bijna nooit", "20"),
        CountLine("Een keer, vaak of niet bekend", "7"),
    ]


def test_the_report_tells_what_the_room_saw_counted():
    assert view_of(a_report()).steps[1].sections[0].blocks[0].counts[1] == CountLine(
        "Een buurtauto", "4"
    )


@pytest.mark.parametrize("status", list(Status))
def test_an_empty_report_says_what_comes_next(status: Status):
    view = view_of(replace(a_report(an_evening(status=status)), steps=()))
    assert view.status == "empty"
    assert view.message


def test_the_share_is_told_in_a_sentence_or_not_at_all():
    assert "minstens 55 %" in view_of(a_report()).share
    silent = [Person(f"s{n}", 40 + n, habit=Habit.SKIPPED) for n in range(10)]
    answered = [one for one in a_room() if one.habit]
    share = view_of(a_report(an_evening(people=[*answered, *silent]))).share
    assert "20 van de 35 die antwoordden" in share
    assert "Van 10 mensen weten we het niet" in share
    assert "%" not in view_of(a_report(an_evening(people=a_room()[:22]))).share


def test_no_author_is_on_the_page():
    assert "author-tag" not in str(asdict(view_of(a_report())))
