"""The signs of the tables on paper are those of the screens."""

import re

import pytest

from plekberaad_app.platform.settings import ROOT
from plekberaad_app.ui.icons import ICONS, UnknownIcon
from plekberaad_app.ui.paper import icon_svg, sign_svg
from plekberaad_app.ui.tokens import COLOURS, TABLES

SHEET = ROOT / "assets" / "styles" / "components" / "table-sign.css"


@pytest.mark.parametrize("number", range(1, TABLES + 1))
def test_a_table_has_its_colour_and_its_animal(number: int):
    drawn = sign_svg(number)
    (animal,) = re.findall(
        rf'\.table-{number} \{{ --animal: url\("(/animals/.*?)"\)', SHEET.read_text("utf-8")
    )
    path = re.findall(r' d="([^"]+)"', (ROOT / "assets" / animal.lstrip("/")).read_text("utf-8"))[0]
    assert COLOURS[f"table-{number}"] in drawn
    assert path in drawn


def test_no_two_tables_have_the_same_outline():
    outlines = {re.findall(r' d="([^"]+)"', sign_svg(number))[0] for number in range(1, 13)}
    assert len(outlines) == TABLES


def test_after_the_last_animal_they_begin_anew():
    assert sign_svg(13) == sign_svg(1)


def test_a_square_corner_that_is_not_named_is_as_the_one_across():
    assert "A60 60 0 0 1" in sign_svg(11)
    assert sign_svg(11).count("A60 60 0 0 1") == sign_svg(11).count("A8 8 0 0 1") == 2


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_icon_of_the_screens_can_be_printed(name: str):
    assert COLOURS["sun"] in icon_svg(name, "sun")


def test_an_icon_that_is_not_there_is_refused():
    with pytest.raises(UnknownIcon):
        icon_svg("no-such-icon", "sun")
