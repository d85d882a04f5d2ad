"""The built frontend on disk: where it is, and which scripts its pages contain."""

import base64
import hashlib
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from plekberaad_app.platform.settings import ROOT

WEB = ROOT / ".web"
PAGES = WEB / "build" / "client"
# Exists when a build is complete, and not while one is being made.
STAMP = WEB / "plekberaad.built"

# What a browser shows that is too old for every page, or does not run scripts.
TOO_OLD = "/oude-browser.html"


def script_sources() -> tuple[str, ...]:
    """The hash of every inline script, as a content policy names it.

    A program that keeps running while the next version is built serves the new pages too, so this
    follows the files on disk.
    """
    try:
        return _sources_of(STAMP.stat().st_mtime_ns)
    except FileNotFoundError:
        return _read_sources()


@lru_cache(maxsize=1)
def _sources_of(_built_at: int) -> tuple[str, ...]:
    return _read_sources()


def _read_sources() -> tuple[str, ...]:
    scripts = {script for page in PAGES.rglob("*.html") for script in scripts_in(page)}
    return tuple(sorted(map(source_of, scripts)))


def scripts_in(page: Path) -> list[str]:
    """The text of every inline script of a page."""
    reader = _Scripts()
    reader.feed(page.read_text("utf-8"))
    reader.close()
    return reader.found


def source_of(text: str) -> str:
    """An inline script or style, as a content policy names it."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inside = tag == "script" and "src" not in dict(attrs)
        if self._is_inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.found[-1] += data
