"""What people wrote, as files hold it: text that every program can open and none will run."""

import csv
import json
from collections.abc import Iterable
from io import StringIO
from typing import Any

# A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection), also after
# white space and in the wide forms of East Asian keyboards.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HYPHENS = ("-", "－")
# The dash of a list item; no spreadsheet calculates with it.
_DASH = "–"
_UNREADABLE = "\ufffd"


def defused(value: str | int) -> str | int:
    """A cell of a CSV file that no spreadsheet runs, and in which people can still read their text.

    A list of '- trees' may begin with dashes; anything else that begins like a formula is quoted.
    """
    if not isinstance(value, str) or not _is_risky(value):
        return value
    if value.lstrip().startswith(_HYPHENS):
        return "\n".join(_with_dash(line) for line in value.strip().split("\n"))
    return f"“{value}”"


def legible(content: Any) -> Any:
    """The same, nested as it was, without characters that a file cannot hold or nobody can read."""
    if isinstance(content, str):
        return content if content.isprintable() else "".join(map(_legible_sign, content))
    if isinstance(content, dict):
        return {key: legible(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [legible(value) for value in content]
    return content


def json_file(content: Any) -> bytes:
    """Content for other programs that a person can read as well."""
    return json.dumps(legible(content), ensure_ascii=False, indent=1).encode()


def _is_risky(value: str) -> bool:
    return value.startswith(FORMULA_STARTS) or value.lstrip().startswith(FORMULA_STARTS)


def _with_dash(line: str) -> str:
    return _DASH + line[1:] if line.startswith(_HYPHENS) else line


def _legible_sign(char: str) -> str:
    if char in "\n\t" or char.isprintable():
        return char
    if char in "\v\f\r\x85\u2028\u2029":
        return "\n"
    code = ord(char)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return " "
    is_lost = 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code < 0xFDF0
    return _UNREADABLE if is_lost else char


def csv_file(rows: Iterable[Iterable[str | int]]) -> bytes:
    """Rows as spreadsheets in Dutch read them: `;`, UTF-8 with BOM, CR LF; no cell is a formula."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([defused(legible(cell)) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")
