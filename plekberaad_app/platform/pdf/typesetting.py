"""Sets a source of ours as PDF or as a picture; what people wrote reaches it as data only."""

import json
import logging
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

log = logging.getLogger(__name__)

# Sources read and import nothing outside the package.
PACKAGE = Path(__file__).parents[2]
FONTS = Path(__file__).parent / "fonts"
# Tagged, with a title, a language and a text for each picture; else it fails.
ACCESSIBLE = "ua-1"
# A page of A4 is 750 pixels wide: sharp on a card of a third of that.
PIXELS_PER_INCH = 90

# The first has what we write ourselves, the others what the first lacks.
FAMILIES = ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", "Noto Emoji")

_PROBE = b"""
#set document(title: [.])
#set text(font: json(bytes(sys.inputs.fonts)))
#json(bytes(sys.inputs.data))
"""
_NOT_DRAWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_MAX_KNOWN = 1024

# Setting a sheet takes some milliseconds of a whole processor; the rooms that run come first.
_turns = BoundedSemaphore(1)


def pdf(source: Path, data: Mapping[str, Any]) -> bytes:
    """The source as an accessible PDF (PDF/UA-1); it finds `data` as JSON in `sys.inputs.data`,
    and the fonts to use in `sys.inputs.fonts`.

    If the standard cannot be met after all, the PDF comes without its promise: a sheet that can be
    printed is worth more on the evening than none.
    """
    try:
        return _set(source, data, format="pdf", pdf_standards=[ACCESSIBLE])
    except _typst().TypstError as error:
        log.error("a sheet does not meet ua-1: %s", type(error).__name__)
        return _set(source, data, format="pdf")


def picture(source: Path, data: Mapping[str, Any]) -> bytes:
    """Its first page as a small PNG."""
    pages = _set(source, data, format="png", ppi=PIXELS_PER_INCH)
    return pages[0] if isinstance(pages, list) else pages


def printable(text: str) -> str:
    """The text without the signs for which there is no font; '' if nothing is left."""
    missing = missing_signs(text)
    kept = "".join(char for char in text if char not in missing) if missing else text
    return " ".join(kept.split())


@lru_cache(_MAX_KNOWN)
def missing_signs(text: str) -> frozenset[str]:
    """The signs of a text that none of our fonts can draw."""
    try:
        _set(_PROBE, text, format="pdf", pdf_standards=[ACCESSIBLE])
    except _typst().TypstError as error:
        found = _NOT_DRAWN.findall(f"{error.message}\n{error.diagnostic}")
        return frozenset("".join(map(_unescaped, found)))
    return frozenset()


def _set(source: Path | bytes, data: Any, **how: Any) -> Any:
    compiler = _typst().Compiler(
        input=source,
        root=PACKAGE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data), "fonts": json.dumps(FAMILIES)},
    )
    with _turns:
        return compiler.compile(**how)


@cache
def _typst() -> Any:
    """The library, not before something is printed: most processes never do."""
    import typst  # noqa: PLC0415

    return typst


@cache
def _fonts() -> Any:
    """Our own fonts and no others, so that a sheet is the same on every machine."""
    return _typst().Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )


def _unescaped(shown: str) -> str:
    return _ESCAPED.sub(lambda found: _char(*found.groups()), shown)


def _char(code: str | None, plain: str | None) -> str:
    return chr(int(code, 16)) if code else plain or ""
