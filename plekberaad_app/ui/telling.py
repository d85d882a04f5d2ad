"""What a page announces by itself to screen readers, all through one polite region."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.words import spoken, words

Told = dict[str, Any]


class Announcer(rx.Component):
    """The polite region: on every page from the first moment, and empty."""

    library = browser_file("announcer.jsx")
    tag = "Announcer"


class Teller(rx.Component):
    """Draws nothing; announces each of `items` when it arrives. See `told`."""

    library = browser_file("announcer.jsx")
    tag = "Teller"

    items: rx.Var[list[Told]]
    is_known: rx.Var[bool]


class ClockTeller(rx.Component):
    """Draws nothing; says when the clock of a phase stops, resumes or gets more time."""

    library = browser_file("countdown.jsx")
    tag = "ClockTeller"

    remaining: rx.Var[int]
    length: rx.Var[int]
    paused: rx.Var[bool]
    phase: rx.Var[str]
    words: rx.Var[dict[str, Any]]


def told(key: Any, sentence: Any, *, asks: Any = False, leads: bool = False) -> Told:
    """A sentence that is announced when its key comes; with '' as key there is nothing to say.

    With `asks` something is asked of who holds the phone, which then vibrates. What `leads` stands
    at the top of the page, which comes into sight.
    """
    return {"key": key, "text": sentence, "asks": asks, "leads": leads}


def teller(*items: Told, more: Any = None, is_known: Any = True) -> rx.Component:
    """Announces these, and those in the list var `more`."""
    listed = rx.Var.create(list(items)).to(list[Told])
    return Teller.create(items=listed if more is None else listed + more, is_known=is_known)


def announcements(
    stage: Any, clock: Any, *items: Told, more: Any = None, is_known: Any = True
) -> rx.Component:
    """What every live screen announces: the phase, a message, the end, and changes to the clock.

    Goes outside what changes with the evening, so that it notices every change.
    """
    knows = (stage.status != "") & is_known
    return rx.fragment(
        teller(*_of_stage(stage), *items, more=more, is_known=knows),
        ClockTeller.create(
            remaining=clock.remaining,
            length=clock["length"],  # clock.length would count the fields
            paused=clock.is_paused,
            phase=rx.Var.create(f"{stage.step_id} {stage.phase} {stage.round}").to(str),
            words={name: words(f"browser.clock.{name}") for name in _CLOCK},
        ),
    )


_CLOCK = ("stopped", "resumed", "longer")


def _of_stage(stage: Any) -> tuple[Told, ...]:
    title, line = spoken(stage.phase_title), spoken(stage.line)
    said = stage.line.to_string()
    now = rx.Var.create(f"{stage.step_id} {stage.phase} {stage.round} {said}").to(str)
    return (
        told(
            rx.cond(stage.status == "running", now, ""),
            rx.cond(title != "", rx.Var.create(f"{title}. {line}").to(str), line),
            asks=stage.asks,
            leads=True,
        ),
        told(stage.message, rx.Var.create(f"{words('phone.message')}: {stage.message}").to(str)),
        told(rx.cond(stage.status == "closed", "closed", ""), words("browser.told.closed")),
    )
