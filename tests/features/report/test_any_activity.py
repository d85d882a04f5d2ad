"""An activity that nobody knew before leaves its mark everywhere by its folder alone."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import pytest

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.report import Counts
from plekberaad_app.activities.contract.stage import scene_of
from plekberaad_app.activities.voting.rules import Voting
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.contributions import MemoryBoard
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.programme import Position, Step
from plekberaad_app.features.privacy.keepsake import Keepsake, keepsake_html
from plekberaad_app.features.report.as_csv import ideas_csv
from plekberaad_app.features.report.as_json import report_json
from plekberaad_app.features.report.as_xlsx import report_xlsx
from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report_of
from plekberaad_app.features.report.views import BlockView, CountLine, NoteLine
from plekberaad_app.features.report.words import view_of
from plekberaad_app.room.projections.common import next_steps
from plekberaad_app.room.taking_home import taken_home
from tests.activities.folders import with_folder
from tests.reports import BEGIN, an_evening, an_idea
from tests.workbooks import sheets

RULES = """
from datetime import timedelta

from plekberaad_app.activities.contract.activity import Activity
from plekberaad_app.activities.contract.capabilities import OwnNote, Writes, WritingActs
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import (
    Counts, Heading, NextStep, NextSteps, Paragraph, Quotes, Section, Table,
)
from plekberaad_app.core.programme import Stop


class Rules(Writes, Activity):
    boxes = {"add_chance": "chance"}
    writing_acts = WritingActs(change="reword", take_back="unsay")

    def stops(self, step):
        return (Stop("", timedelta(minutes=12)),)

    def own_notes(self, scene, author):
        own = scene.board.of_author(author, "chance")
        return [OwnNote(id=each.id, text=each.payload["text"]) for each in own]

    def report(self, scene):
        return (
            Heading("Onze kansen"),
            Paragraph("We keken naar het plein."),
            Quotes.of(scene.board.of_step(scene.step.id, "chance"), title="Kansen"),
            Table("Wie kan wat?", ("Wie", "Wat"), (("De school", "Ruimte"),)),
            Counts((("Voor", 9), ("Tegen", 2), ("Weet niet", 4)), of="people", question="Doen?"),
            Counts((("Goed", 3),), of="answers", question="Hoe gaat het?"),
            Section(
                (NextSteps((NextStep("Kim belt", "Kim", "maandag"), NextStep("Bo schrijft"))),),
                about="Het plein",
            ),
            NextSteps((NextStep("De bieb vraagt geld"),)),
        )

    def outcomes(self, scene):
        return [
            Outcome(each.id, "chance", each.payload["text"], about="Het plein")
            for each in scene.board.of_step(scene.step.id, "chance")
            if not each.hidden
        ]
"""
STEP = Step("canvas-step", "canvas", "Canvas")
VOTE = Step("vote-step", "voting", "Kies", {"source": "outcomes", "from_step": STEP.id})
CHANCES = ("Zon op het dak", "Een lege hal", "Verborgen kans")
NEXT_STEPS = ["Kim belt", "Bo schrijft", "De bieb vraagt geld"]


@pytest.fixture(autouse=True)
def canvas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with with_folder(tmp_path_factory.mktemp("home"), "canvas", rules=RULES):
        yield


def an_evening_with_a_canvas() -> Evening:
    """Three chances, of which the last is hidden, and a vote on what the canvas brought."""
    bare = an_evening([], steps=(STEP, VOTE), status=Status.CLOSED)
    return _with_chances(bare)


def _with_chances(bare: Evening) -> Evening:
    chances = [
        replace(
            an_idea(words, number, phase="", hidden=words == CHANCES[2]),
            step_id=STEP.id,
            kind="chance",
            author=author_tag(f"key-{number}", STEP.id),
        )
        for number, words in enumerate(CHANCES)
    ]
    return replace(bare, board=MemoryBoard(chances))


def its_report(*, with_hidden: bool = False) -> Report:
    return report_of(an_evening_with_a_canvas(), {}, BEGIN, with_hidden=with_hidden)


def blocks_on_the_page() -> list[BlockView]:
    view = view_of(its_report())
    return [block for section in view.steps[0].sections for block in section.blocks]


def test_every_block_stands_on_the_page_in_its_order():
    shown = blocks_on_the_page()
    assert " ".join(block.type for block in shown) == (
        "heading paragraph notes table counts counts next_steps next_steps"
    )
    assert [block.title for block in shown[:4]] == [
        "Onze kansen",
        "We keken naar het plein.",
        "Kansen",
        "Wie kan wat?",
    ]
    assert {note.text for note in shown[2].notes} == set(CHANCES[:2])
    assert [step.what for block in shown[-2:] for step in block.steps] == NEXT_STEPS


def test_groups_of_people_that_are_too_small_are_told_together():
    counted, answers = [block for block in blocks_on_the_page() if block.type == "counts"]
    assert answers.counts == [CountLine("Goed", "3")]
    assert counted.counts == [CountLine("Voor", "9"), CountLine("Tegen of Weet niet", "6")]
    assert counted.lead == "Doen?"


def test_its_next_steps_head_the_page_and_are_counted():
    view = view_of(its_report())
    assert [step.what for step in view.next_steps] == NEXT_STEPS
    assert CountLine("eerste stappen", "3") in view.facts
    assert CountLine("ideeën", "2") in view.facts
    assert NoteLine("Een lege hal") in blocks_on_the_page()[2].notes


def test_every_block_stands_in_the_workbook():
    book = sheets(report_xlsx(its_report()))
    assert {row[7] for row in book["Ideeën"][1:]} == set(CHANCES[:2])
    assert [row[-1] for row in book["Teksten"][1:]] == ["Onze kansen", "We keken naar het plein."]
    assert book["Wie kan wat"] == [
        ["Avond", "Onderdeel", "Wie", "Wat"],
        [book["Ideeën"][1][0], "Canvas", "De school", "Ruimte"],
    ]
    assert [row[2:] for row in book["Antwoorden"]] == [
        ["Vraag", "Keuze", "Antwoorden"],
        ["Hoe gaat het?", "Goed", 3],
    ]
    assert [row[2:] for row in book["Groepen"][1:]] == [
        ["Doen?", "Voor", 9],
        ["Doen?", "Tegen of Weet niet", 6],
    ]
    assert [row[5] for row in book["Eerste stappen"][1:]] == NEXT_STEPS


def test_what_people_brought_in_stands_in_the_csv():
    def texts(found: Report) -> set[str]:
        content = ideas_csv(found).decode("utf-8-sig")
        rows = csv.DictReader(StringIO(content, newline=""), delimiter=";")
        return {row["Idee"] for row in rows}

    assert texts(its_report()) == set(CHANCES[:2])
    assert texts(its_report(with_hidden=True)) == set(CHANCES)


def test_every_block_stands_in_the_json():
    step, _ = json.loads(report_json(its_report()))["steps"]
    assert (step["title"], step["minutes"]) == ("Canvas", 12)
    assert " ".join(block["type"] for block in step["blocks"]) == (
        "heading paragraph quotes table counts counts next_steps"
    )
    assert {idea["text"] for idea in step["blocks"][2]["ideas"]} == set(CHANCES[:2])
    assert step["blocks"][4]["rows"] == [
        {"label": "Voor", "count": 9},
        {"label": "Tegen of Weet niet", "count": 6},
    ]
    (section,) = step["rounds"]
    assert section["challenge"] == "Het plein"
    assert [each["what"] for each in section["blocks"][0]["next_steps"]] == NEXT_STEPS[:2]


def test_its_next_steps_stand_on_the_screens_and_on_the_page_to_keep():
    evening = an_evening_with_a_canvas()
    assert [card.what for card in next_steps(evening, BEGIN)] == NEXT_STEPS
    kept = Keepsake(evening.live_session, taken_home(evening, None, "key-0", BEGIN))
    page = keepsake_html(kept, "nl").decode()
    for said in (CHANCES[0], "Kim belt", "Met wie: Kim", "Het plein", "De bieb vraagt geld"):
        assert said in page
    assert CHANCES[1] not in page


def test_a_vote_takes_up_what_it_published_without_the_hidden():
    evening = an_evening_with_a_canvas()
    scene = scene_of(evening, evening.steps[1], BEGIN)
    choices = Voting().plan(scene)["choices"]
    assert choices == ["idea-0", "idea-1"]
    (counted,) = report_of(evening, {}, BEGIN).steps[1].blocks
    assert counted == Counts((("Zon op het dak", 0), ("Een lege hal", 0)), of="dots")


def test_a_vote_without_choices_offers_what_it_published():
    bare = an_evening([], steps=(STEP, Step("vote-step", "voting", "Kies")))
    at_the_vote = replace(bare.live_session, position=Position(1))
    evening = _with_chances(replace(bare, live_session=at_the_vote))
    scene = scene_of(evening, evening.steps[1], BEGIN)
    found = Voting().obstacle(scene)
    assert found is not None
    assert {"source": "outcomes", "from_step": STEP.id} in [cure.values for cure in found.cures]


def test_it_stands_in_the_report_with_its_title_and_time_when_it_left_nothing(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(type(activity_of("canvas")), "report", lambda *_: ())
    shown = view_of(its_report()).steps[0]
    assert (shown.title, shown.lasted, shown.sections) == ("Canvas", "12 minuten", [])
