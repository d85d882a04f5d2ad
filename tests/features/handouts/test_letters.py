"""The texts to copy are whole sentences, whatever is known of the evening."""

import re
from dataclasses import replace

import pytest

from plekberaad_app.features.handouts.facts import Additions, facts_of
from plekberaad_app.features.handouts.handouts import Occasion
from plekberaad_app.features.handouts.letters import Letter, letters
from tests.features.handouts.occasions import LINK, known, unknown

pytestmark = pytest.mark.usefixtures("own_settings")

KINDS = ["mail", "app", "newspaper", "press"]


def written(occasion: Occasion, where: str = "", how: str = "") -> dict[str, Letter]:
    facts = facts_of(occasion, Additions.read(where, how))
    return {letter.kind: letter for letter in letters(facts, LINK)}


def test_there_is_one_for_each_way_to_tell_people():
    assert list(written(known())) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_says_what_when_where_and_where_to_read_more(kind: str):
    text = written(known(), "Merelstraat 12", "Aanmelden hoeft niet.")[kind].text
    for said in (
        "De Vogelbuurt",
        "Hoe wordt het plein een plek waar iedereen graag komt?",
        "Wanneer: dinsdag 24 november 2026, van 19.30 tot",
        "Waar: Merelstraat 12",
        "Aanmelden hoeft niet.",
        LINK,
    ):
        assert said in text


@pytest.mark.parametrize("kind", KINDS)
def test_of_an_evening_of_which_nothing_is_known_no_line_is_empty(kind: str):
    letter = written(unknown())[kind]
    assert "Een avond over jouw buurt" in letter.text
    assert "Wanneer: dat hoor je nog van ons" in letter.text
    assert "Waar:" not in letter.text
    for line in letter.text.split("\n"):
        assert not re.search(r"(: |, |‘’|  )$|‘’|  |\{|\}", line)
    assert "\n\n\n" not in letter.text


@pytest.mark.parametrize("kind", ["newspaper", "press"])
def test_a_report_begins_with_the_day(kind: str):
    said = "Op dinsdag 24 november 2026 is iedereen welkom op de avond ‘De Vogelbuurt’ van"
    assert said in written(known())[kind].text


def test_the_subject_of_a_mail_is_the_evening():
    letter = written(known())["mail"]
    assert letter.subject == "Kom je ook? De Vogelbuurt"


def test_what_people_write_stays_as_they_wrote_it():
    bare = known()
    odd = replace(bare, live_session=replace(bare.live_session, title="100% {title} <b>&"))
    assert "100% {title} <b>&" in written(odd)["mail"].text
