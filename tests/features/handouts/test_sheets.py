"""The sheets of an evening: accessible, complete, and without a hole where nothing is known."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from plekberaad_app.activities.contract.discovery import activities, activity_of
from plekberaad_app.core.programme import Step
from plekberaad_app.features.handouts.facts import Additions
from plekberaad_app.features.handouts.handouts import Occasion
from plekberaad_app.features.handouts.sheets import LINKS, SHEETS, Wanted
from plekberaad_app.platform.pdf.typesetting import PACKAGE
from tests.features.handouts.occasions import NOW, known, unknown
from tests.papers import Paper

pytestmark = pytest.mark.usefixtures("own_settings")

NASTY = '#read("/etc/passwd") =1+1 *dik* _schuin_ $x$ \\ @x'


def paper(name: str, occasion: Occasion, tables: int = 0, **added: str) -> Paper:
    extra = Additions.read(added.get("where", ""), added.get("how", ""))
    return Paper(SHEETS[name](Wanted(occasion, extra, tables, NOW)).pdf())


@pytest.mark.parametrize("occasion", [known, unknown])
@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_can_be_read_by_everybody(name: str, occasion: Callable[[], Occasion]):
    sheet = paper(name, occasion())
    assert sheet.is_accessible
    assert sheet.is_tagged
    assert sheet.title
    assert sheet.language == "nl-NL"
    assert all(sheet.pictures)


@pytest.mark.parametrize("name", SHEETS)
def test_a_picture_of_every_sheet_can_be_shown(name: str):
    made = SHEETS[name](Wanted(known(), Additions(), 1, NOW)).picture()
    assert made.startswith(b"\x89PNG")
    assert len(made) < 200_000


@pytest.mark.parametrize(("name", "size"), [("poster", (210, 297)), ("flyer", (148, 210))])
def test_an_invitation_says_what_when_and_where_on_one_page(name: str, size: tuple[int, int]):
    sheet = paper(name, known(), where="Merelstraat 12", how="Aanmelden hoeft niet.")
    assert (sheet.pages, sheet.size) == (1, size)
    assert sheet.title == "De Vogelbuurt"
    for said in (
        "De Vogelbuurt",
        "Een avond over het Vogelplein",
        "Hoe wordt het plein een plek",
        "dinsdag 24 november",
        "van 19.30 tot",
        "Merelstraat 12",
        "Aanmelden hoeft niet.",
    ):
        assert said in sheet.text
    assert sheet.pictures == ["QR-code naar de uitnodiging"]


@pytest.mark.parametrize("name", ["poster", "flyer"])
def test_an_invitation_of_which_nothing_is_known_has_no_hole(name: str):
    sheet = paper(name, unknown())
    assert sheet.pages == 1
    assert sheet.text.startswith(
        "Kom je ook? Een avond over jouw buurt De vraag van de avond Wat wil jij voor jouw buurt?"
    )
    assert sheet.text.endswith("Vraag ons wanneer Scan en lees meer")


def test_without_a_question_the_invitation_asks_one_about_the_place():
    bare = known()
    asked = replace(bare, live_session=replace(bare.live_session, question=""))
    assert "Wat wil jij voor het Vogelplein?" in paper("poster", asked).text


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize(
    "written",
    [NASTY, "公园", "Feest 🎉 🇳🇱 🏳️‍🌈", "حديقة للجميع", "W" * 80, "ĳ" * 280, "a " * 140],
)
def test_no_title_keeps_a_sheet_from_being_printed(name: str, written: str):
    bare = known()
    titled = replace(bare.live_session, title=written, place=written, question=written)
    sheet = paper(name, replace(bare, live_session=titled), tables=1)
    assert sheet.is_accessible
    assert sheet.pages <= 3


def test_what_people_write_is_printed_as_they_wrote_it():
    bare = known()
    titled = replace(bare.live_session, title=NASTY)
    steps = (Step("a", "welcome", NASTY),)
    for name in ("poster", "draaiboek", "code"):
        sheet = paper(name, replace(bare, live_session=titled, steps=steps))
        assert NASTY.replace(" ", "") in sheet.text.replace(" ", "")


def test_the_run_sheet_says_when_what_is_said_and_done():
    sheet = paper("draaiboek", known())
    for said in (
        "19.30 10 min Welkom",
        "19.40",
        "Rondes: ronde 1 om 19.40 · ronde 2 om 19.55",
        "Stel nu vragen. Wat wil je nog weten? Geef nog geen ideeën.",
        "Hoor je toch al een idee?",
        "Wie doet het?",
        "Kies op je telefoon wat jij het beste vindt.",
        "K7M 3XP",
    ):
        assert said in sheet.text
    # A phase that comes back in every round is printed once.
    assert sheet.text.count("Stel nu vragen") == 1


def test_without_an_hour_the_run_sheet_counts_from_the_beginning():
    bare = known()
    unplanned = replace(bare, live_session=replace(bare.live_session, starts_at=None))
    assert "0.10" in paper("draaiboek", unplanned).text


def test_an_empty_programme_is_said():
    assert "Er staat nog niets in het programma." in paper("draaiboek", unknown()).text


@pytest.mark.parametrize("kind", activities())
def test_every_activity_has_a_script_for_each_phase_before_anybody_has_come(kind: str):
    occasion = replace(known(), steps=(Step("a", kind, "Onderdeel"),))
    (step,) = SHEETS["draaiboek"](Wanted(occasion, Additions(), 0, NOW)).values["steps"]
    phases = {stop.phase for stop in activity_of(kind).stops(occasion.steps[0])}
    assert len(step["phases"]) == len(phases)
    assert all(phase["say"] and phase["do"] for phase in step["phases"])
    assert "niets om op te stemmen" not in str(step)


def test_each_table_has_a_sign_with_its_animal():
    sheet = paper("tafelbordjes", known(), tables=13)
    assert sheet.pages == 13
    assert "Tafel 3 vos" in sheet.text
    assert "Tafel 13 uil" in sheet.text


@pytest.mark.parametrize(("asked", "printed"), [(0, 8), (-3, 1), (1, 1), (9999, 30)])
def test_there_are_as_many_signs_as_is_sensible(asked: int, printed: int):
    assert paper("tafelbordjes", known(), tables=asked).pages == printed


def test_once_there_are_tables_each_gets_a_sign():
    bare = known()
    seated = replace(bare, live_session=replace(bare.live_session, tables=5))
    assert paper("tafelbordjes", seated).pages == 5


def test_the_code_sheet_says_where_to_go_and_what_to_type():
    sheet = paper("code", known())
    assert "K7M 3XP" in sheet.text
    assert sheet.pictures == ["QR-code om mee te doen"]
    assert sheet.pages == 1


@pytest.mark.parametrize("page", LINKS)
def test_every_link_that_is_handed_on_can_be_printed(page: str):
    sheet = Paper(LINKS[page](Wanted(known(), Additions(), 0, NOW)).pdf())
    assert sheet.is_accessible
    assert sheet.pages == 1
    assert all(sheet.pictures)
    assert page == "m" or f"/{page}/K7M3XP" in sheet.text.replace(" ", "")


def test_there_is_a_sheet_for_each_link_on_a_screen():
    """`hand_on_page(title, page, …)`: each page that is named so."""
    sources = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    named = set(re.findall(r'hand_on_page\(\s*text\([^)]*\),\s*"(\w+)"', sources))
    assert len(named) > 2
    assert named <= set(LINKS)
