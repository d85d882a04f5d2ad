"""The time left, as text, ring or bar."""

from typing import Any, Literal

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.words import words

Variant = Literal["text", "ring", "bar"]
_MOODS = ("calm", "soon", "ending", "over", "paused")
_SPOKEN = ("left", "half", "minute", "ten", "sound")


class Countdown(rx.Component):
    """Counts down by itself from `remaining` (ms) at the moment the page received `sent`."""

    library = browser_file("countdown.jsx")
    tag = "Countdown"

    remaining: rx.Var[int]
    length: rx.Var[int]
    running: rx.Var[bool]
    paused: rx.Var[bool]
    hurries: rx.Var[bool]
    sent: rx.Var[int]
    variant: rx.Var[str]
    sound: rx.Var[bool]
    words: rx.Var[dict[str, Any]]


class ClockListener(rx.Component):
    """Draws nothing; notes when the page received a clock."""

    library = browser_file("countdown.jsx")
    tag = "ClockListener"

    sent: rx.Var[int]


def clock_listener(clock: Any) -> rx.Component:
    """For a page whose countdown comes and goes: tells it how old the clock is."""
    return ClockListener.create(sent=clock.sent)


def countdown(
    clock: Any,
    variant: Variant = "text",
    sound: rx.Var[bool] | bool = False,
    hurries: rx.Var[bool] | bool = True,
) -> rx.Component:
    """A clock view that counts down; nothing when its length is 0.

    Unless it `hurries` it does not say that the time is nearly over.
    With `sound` on, a soft gong at zero; where the browser wants a touch first, a button says so.
    """
    return Countdown.create(
        remaining=clock.remaining,
        length=clock["length"],  # clock.length would count the fields
        running=clock.is_running,
        paused=clock.is_paused,
        hurries=hurries,
        sent=clock.sent,
        variant=variant,
        sound=sound,
        words={name: words(f"browser.clock.{name}") for name in (*_MOODS, *_SPOKEN)},
    )
