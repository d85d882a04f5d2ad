"""What a spreadsheet reads in a workbook, from its own XML: no package that reads it is needed."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = str | int | None


def sheets(content: bytes) -> dict[str, list[list[Cell]]]:
    """The rows of every sheet by its title; only cells of text and numbers are known."""
    with ZipFile(BytesIO(content)) as book:
        shared = [
            "".join(part.text or "" for part in string.iter(f"{_MAIN}t"))
            for string in _read(book, "xl/sharedStrings.xml")
        ]
        listed = _read(book, "xl/workbook.xml").iter(f"{_MAIN}sheet")
        return {
            sheet.attrib["name"]: [
                [_cell(cell, shared) for cell in row]
                for row in _read(book, f"xl/worksheets/sheet{number}.xml").iter(f"{_MAIN}row")
            ]
            for number, sheet in enumerate(listed, start=1)
        }


def files_in(content: bytes) -> dict[str, str]:
    """Every part of the workbook by its name, as text."""
    with ZipFile(BytesIO(content)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def _read(book: ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(book.read(name))


def _cell(cell: ElementTree.Element, shared: list[str]) -> Cell:
    assert cell.find(f"{_MAIN}f") is None, "a formula"
    value = cell.findtext(f"{_MAIN}v")
    if value is None:
        return None
    return shared[int(value)] if cell.attrib.get("t") == "s" else int(value)
