"""Which texts each part of the frontend needs: recorded while it is drawn, written by the build.

A part is a page, the panel of an activity, or what every page has on top of it. Its Dutch texts are
in its own code, so that nothing waits for them; those in another language are in a file of their
own, fetched when somebody chooses that language. See assets/browser/words.js.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import cast

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import MissingText, forms_of, has_forms, keys

OVER_ALL = "over_all"
FOLDER = "texts"

_needed: dict[str, set[str]] = {OVER_ALL: set()}
# Of these also the Dutch comes when somebody needs it: most evenings nobody does.
_late: set[str] = set()
_part: ContextVar[str] = ContextVar("part", default=OVER_ALL)


def needed(part: str) -> frozenset[str]:
    """The keys of a part, as far as it was drawn."""
    return frozenset(_needed[part])


def parts() -> list[str]:
    """All parts that were drawn."""
    return sorted(_needed)


def is_late(part: str) -> bool:
    """Whether no text of this part is in its code."""
    return part in _late


def need(key: str) -> None:
    """This part says what stands under the key; raises MissingText."""
    if not forms_of(key):
        raise MissingText(key)
    _needed[_part.get()].add(key)


def need_all(beginning: str) -> None:
    """This part says what a server tells it to say, whose keys begin like this."""
    _needed[_part.get()] |= {_counting(key) for key in keys() if key.startswith(beginning)}


class Texts(rx.Fragment):
    """Brings the texts of a part along with its code."""

    _file: str = ""

    @classmethod
    def of(cls, part: str) -> "Texts":
        """Those of this part."""
        component = cast("Texts", cls.create())
        component._file = f"$/{FOLDER}/{part}.js"
        return component

    def add_imports(self) -> dict[str, list[rx.ImportVar]]:
        """Import the file for its effect only."""
        return {"": [rx.ImportVar(tag=self._file)]}


@contextmanager
def part(name: str) -> Iterator[None]:
    """All that is drawn meanwhile is of this part."""
    _needed.setdefault(name, set())
    before = _part.set(name)
    try:
        yield
    finally:
        _part.reset(before)


def with_texts(name: str, draw: Callable[[], rx.Component]) -> Callable[[], rx.Component]:
    """The same to draw, as a part with texts of its own."""

    # What the framework makes of a page stands in a file that is named after its function.
    @wraps(draw)
    def drawn() -> rx.Component:
        with part(name):
            return rx.fragment(Texts.of(name), draw())

    return drawn


def late_texts(name: str, beginning: str) -> rx.Component:
    """Texts that a server may tell a page to say, and seldom does."""
    _late.add(name)
    with part(name):
        need_all(beginning)
    return Texts.of(name)


def _counting(key: str) -> str:
    """Of a form of a text that counts, the key of that text."""
    stem = key.rpartition(".")[0]
    return stem if has_forms(stem) else key
