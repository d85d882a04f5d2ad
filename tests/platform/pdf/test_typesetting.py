"""Typst sets what we wrote, with what people wrote in it as data; no sign of theirs breaks it."""

from pathlib import Path

import pytest

from plekberaad_app.platform.pdf.typesetting import (
    FAMILIES,
    FONTS,
    missing_signs,
    pdf,
    picture,
    printable,
)
from tests.papers import Paper

SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: "Een vel")
#set text(lang: "nl", font: json(bytes(sys.inputs.fonts)))
#title()
#data.said
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.typ"
    path.write_text(SOURCE, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def root_with_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("plekberaad_app.platform.pdf.typesetting.PACKAGE", tmp_path)


def test_a_sheet_is_tagged_and_has_a_title_and_a_language(source: Path):
    paper = Paper(pdf(source, {"said": "Dag"}))
    assert paper.is_accessible
    assert paper.is_tagged
    assert (paper.title, paper.language) == ("Een vel", "nl")
    assert "Dag" in paper.text


@pytest.mark.parametrize(
    "written",
    [
        '#read("/etc/passwd")',
        "#let x = 1; #x",
        "=1+1",
        "*dik* _schuin_ $x^2$ `code`",
        r"\ \u{41} \# \*",
        "// geen commentaar /* ook niet */",
        "<label> @verwijzing https://example.org",
        '"}, {"said": "anders',
    ],
)
def test_what_people_write_is_printed_as_they_wrote_it(source: Path, written: str):
    assert written in Paper(pdf(source, {"said": written})).text


@pytest.mark.parametrize(
    "written",
    [
        "Het plein bij de Köln-straße, łódź, ğ, ế",
        "Сад для всіх",
        "Κήπος",
        "حديقة للجميع",
        "Feest 🎉 🌳 👩🏽‍🌾 ❤️ 1️⃣",
        "🇳🇱 🇺🇦 🇸🇾 🏳️‍🌈",
        "€ … ‘zo’ “dus” – ½",
    ],
)
def test_the_scripts_of_the_neighbourhood_have_a_font(source: Path, written: str):
    assert missing_signs(written) == frozenset()
    assert Paper(pdf(source, {"said": written})).is_accessible


def test_a_sign_without_a_font_is_known_and_left_out():
    assert missing_signs("公园 van ons \x07") == {"公", "园", "\x07"}
    assert printable("公园 van 园 ons \x07") == "van ons"
    assert printable("公园") == ""
    assert printable("Het plein") == "Het plein"


def test_a_sheet_with_such_a_sign_comes_all_the_same_and_nobody_logs_what_it_said(
    source: Path, caplog: pytest.LogCaptureFixture
):
    paper = Paper(pdf(source, {"said": "公园 van ons"}))
    assert not paper.is_accessible
    assert "van ons" in paper.text
    assert "does not meet ua-1" in caplog.text
    assert "公" not in caplog.text


def test_a_picture_is_of_the_first_page(source: Path):
    source.write_text(SOURCE + "#pagebreak()\nnog een", encoding="utf-8")
    assert picture(source, {"said": "Dag"}).startswith(b"\x89PNG")


def test_a_sheet_reads_nothing_outside_the_package(source: Path):
    source.write_text('#read("/../../../../etc/passwd")', encoding="utf-8")
    with pytest.raises(RuntimeError):
        pdf(source, {})


def test_every_family_of_fonts_is_there_with_its_licence():
    names = {path.name.partition("_")[0] for path in FONTS.glob("*.ttf")}
    assert names == {family.replace(" ", "") for family in FAMILIES}
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    assert all(family in licence for family in FAMILIES)
