"""The phone from the closing on: what somebody goes home with, and a page to keep."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.file_link import file_link
from plekberaad_app.ui.own_notes import kind_of_all, standing
from plekberaad_app.ui.said import fact, said, words_with_names
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.words import language, own_words, words


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


def being_thanked(home: Any) -> rx.Component:
    """The same while the evening is still running; own ideas are shown where they can be taken
    back."""
    return rx.fragment(rx.foreach(home.wishes, _wish), _all_steps(home))


def _wish(wish: Any) -> rx.Component:
    step = wish.step
    return rx.fragment(
        rx.cond(
            step.what != "",
            _my_step(said(step.what, class_name="lead home-what"), _facts(step)),
        ),
        rx.cond(
            wish.not_yet,
            _my_step(rx.el.p(words("browser.next_step.not_yet"), class_name="lead")),
        ),
        _fold(
            wish.ideas,
            words("phone.closed.for_my_wish", n=wish.ideas.length()),
            _idea,
            below=wish.wish,
        ),
    )


def _my_step(*told: rx.Component) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words("phone.closed.my_step"), class_name="small"),
        *told,
        class_name="card home-step",
    )


def _facts(step: Any) -> rx.Component:
    return rx.el.div(
        rx.cond(step.who, fact("users", step.who)),
        rx.cond(step.when, fact("calendar", step.when)),
        class_name="next-step-facts",
    )


def _own(notes: Any) -> rx.Component:
    """In the words of the activity, where all were written in one."""
    title = own_words(kind_of_all(notes), "phone.mine.at_home", n=notes.length())
    return _fold(notes, title, standing)


def _fold(items: Any, title: Any, draw: Any, below: Any = "") -> rx.Component:
    """A heading with a count; tapped, it shows the items."""
    return rx.cond(
        items.length() > 0,
        rx.el.details(
            rx.el.summary(title, class_name="home-title"),
            rx.cond(below != "", said(below, class_name="muted")),
            rx.el.div(rx.foreach(items, draw), class_name="stack-tight"),
            class_name="card home-fold",
        ),
    )


def _all_steps(home: Any) -> rx.Component:
    return _fold(home.steps, words("phone.closed.all_steps", n=home.steps.length()), _step)


def _idea(idea: Any) -> rx.Component:
    return said(idea, class_name="own-note")


def _step(step: Any) -> rx.Component:
    return rx.el.article(
        rx.el.p(
            table_badge(step.table), said(step.challenge, rx.el.span), class_name="table-label"
        ),
        said(step.what, class_name="home-what"),
        _facts(step),
        class_name="own-note",
    )


def _to_keep(me: Any, room: Any) -> rx.Component:
    own = f"/mijn-gegevens/{room.code}"
    return rx.el.div(
        file_link(
            f"{own}/avond.html?taal={language()}",
            words("phone.closed.keep"),
            "button button-main wide",
        ),
        rx.el.p(words("phone.closed.keep_how"), class_name="small muted"),
        rx.cond(
            me.has_joined,
            file_link(f"{own}/gegevens.json", words("my_data.download"), "button button-quiet"),
        ),
        class_name="stack-tight",
    )
