"""Panels whose code a browser fetches separately from the page, before their step begins."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Self, cast

import reflex as rx

from plekberaad_app.ui.browser import Styles, browser_file
from plekberaad_app.ui.texts import Texts, need_all, part
from plekberaad_app.ui.words import words

# Where the compiled files are, and what a chunk is named after: there are no such Python modules.
_FOLDER = "plekberaad_app.panels"

Panel = Callable[[Any], rx.Component]


class _Late(rx.Component):
    """What knows how each panel is fetched: a list in the compiled file, under this name."""

    library = browser_file("late_panels.jsx")

    panels: rx.Var[dict[str, Any]]

    _list: str = ""

    @classmethod
    def of(cls, name: str, code: str, **props: Any) -> Self:
        """With the list `code`, which stands in its file as `name`."""
        panels = rx.Var(name, _var_type=dict[str, Any])
        component = cast("Self", cls.create(panels=panels, **props))
        component._list = f"const {name} = {code};"
        return component

    def add_custom_code(self) -> list[str]:
        """Put the list in the file that draws this."""
        return [self._list]


class LatePanel(_Late):
    """The panel of this kind; a calm sentence until its code has arrived."""

    tag = "LatePanel"

    kind: rx.Var[str]
    words: rx.Var[dict[str, Any]]


class PanelsAhead(_Late):
    """Draws nothing; fetches the panels of these kinds once the page is there."""

    tag = "PanelsAhead"

    kinds: rx.Var[list[str]]


class LatePanels:
    """The panels of all activities for one kind of screen, each compiled to a file of its own.

    A page that draws the panels of another kind of screen with a state of its own says what it is
    called by `on`: its files are others.
    """

    def __init__(
        self, screen: str, panels: Mapping[str, Panel], state: Any, *, on: str = ""
    ) -> None:
        self._screen, self._panels, self._state = screen, panels, state
        self._page = on or screen

    def running(self) -> rx.Component:
        """The panel of the running step."""
        return self.of(self._state.stage.kind)

    def of(self, kind: Any) -> rx.Component:
        """The panel of this kind."""
        said = {"waiting": words("browser.late.waiting"), "again": words("browser.failed.again")}
        return LatePanel.of(*self._listed, kind=kind, words=said)

    def ahead(self) -> rx.Component:
        """Stands on the page from the start, so that no step of this evening has to wait."""
        if self._screen != "phone":
            for kind in self._panels:
                need_lines(kind)
        return PanelsAhead.of(*self._listed, kinds=self._state.room.kinds)

    @cached_property
    def _listed(self) -> tuple[str, str]:
        """How each is fetched: a name and its JavaScript. Made when a page is built, not before."""
        fetched = [
            _fetched(self._page, self._screen, kind, panel, self._state)
            for kind, panel in self._panels.items()
        ]
        return f"{self._page}Panels", f"{{{', '.join(fetched)}}}"


def need_lines(kind: str) -> None:
    """This part says what a server has it say of a step of this kind."""
    need_all(f"{kind}.line.")
    need_all(f"{kind}.phase.")


def _fetched(page: str, screen: str, kind: str, panel: Panel, state: Any) -> str:
    """JavaScript that fetches the file with one panel and nothing else, under its kind."""
    name = f"{page}_{kind}"

    def drawn() -> rx.Component:
        with part(name):
            # A phone's page grows with no activity; the other pages name each phase by themselves.
            if screen == "phone":
                need_lines(kind)
                need_all(f"{kind}.mine.")
            return rx.fragment(Texts.of(name), Styles.beside(panel, screen), panel(state))

    drawn.__name__ = drawn.__qualname__ = f"{kind}_panel"
    drawn.__module__ = f"{_FOLDER}.{name}"
    made = rx.memo(drawn)()
    return f'"{kind}": () => import("{made.library}")'
