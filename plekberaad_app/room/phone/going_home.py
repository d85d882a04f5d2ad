"""The phone once an evening is over: what somebody goes home with, and a page to keep."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.file_link import file_link
from plekberaad_app.ui.own_notes import kind_of_all, standing
from plekberaad_app.ui.said import words_with_names
from plekberaad_app.ui.taken_home import (
    first_step,
    fold,
    ideas_for,
    keep_button,
    own_card,
    own_step,
)
from plekberaad_app.ui.words import own_words, words


def going_home(me: Any, home: Any, room: Any, *, is_onlooker: bool = False) -> rx.Component:
    """My first step, the ideas for my wish, my own ideas, and everybody's first steps.

    Somebody who comes when it is over reads that it is; an onlooker sees what participants see.
    """
    return rx.el.section(
        rx.cond(_took_part(me, home) | is_onlooker, _thanks(me, home), _too_late()),
        rx.foreach(home.wishes, _wish),
        _own(home.ideas),
        _all_steps(home),
        rx.cond(home.was_there & _took_part(me, home), _to_keep(me, room)),
        rx.el.p(words("phone.closed.names"), class_name="small muted"),
        class_name="stack",
    )


def _has_written(home: Any) -> Any:
    return (home.ideas.length() > 0) | (home.wishes.length() > 0)


def _took_part(me: Any, home: Any) -> Any:
    """A day after the end nobody is known any more: only what was written shows who took part."""
    return me.has_joined | _has_written(home)


def _thanks(me: Any, home: Any) -> rx.Component:
    return rx.fragment(
        rx.el.h1(
            rx.cond(
                me.name != "",
                words_with_names("phone.closed.title_name", name=me.name),
                rx.fragment(words("phone.closed.title")),
            ),
            class_name="title",
        ),
        rx.el.p(
            rx.cond(_has_written(home), words("phone.closed.text"), words("phone.closed.here")),
            class_name="lead",
        ),
    )


def _too_late() -> rx.Component:
    return rx.fragment(
        rx.el.h1(words("phone.closed.late"), class_name="title"),
        rx.el.p(words("phone.closed.late_why"), class_name="lead"),
    )


def _wish(wish: Any) -> rx.Component:
    return rx.fragment(
        own_step(wish.step, words("phone.closed.my_step")),
        rx.cond(
            wish.not_yet,
            own_card(
                words("phone.closed.my_step"),
                rx.el.p(words("browser.next_step.not_yet"), class_name="lead"),
            ),
        ),
        ideas_for(wish),
    )


def _own(notes: Any) -> rx.Component:
    """In the words of the activity, where all were written in one."""
    title = own_words(kind_of_all(notes), "phone.mine.at_home", n=notes.length())
    return fold(notes, title, standing)


def _all_steps(home: Any) -> rx.Component:
    return fold(home.steps, words("phone.closed.all_steps", n=home.steps.length()), first_step)


def _to_keep(me: Any, room: Any) -> rx.Component:
    data = f"/mijn-gegevens/{room.code}/gegevens.json"
    return rx.el.div(
        keep_button(room.code, "button-main"),
        rx.el.p(words("phone.closed.keep_how"), class_name="small muted"),
        rx.cond(me.has_joined, file_link(data, words("my_data.download"), "button button-quiet")),
        class_name="stack-tight",
    )
