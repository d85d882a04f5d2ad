"""What somebody takes home from an evening, on a phone: in the closing, and once it is over."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.file_link import file_link
from plekberaad_app.ui.said import fact, named, said
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.words import language, words


def has_own_step(home: Any) -> rx.Var[bool]:
    """Whether somebody said what they will do about their own wish."""
    return home.wishes.map(lambda wish: wish.step.what != "").contains(True)


def own_step(step: Any, title: Any, class_name: str = "") -> rx.Component:
    """One's own first step, under this title; nothing as long as there is none."""
    return rx.cond(
        step.what != "",
        own_card(title, said(step.what, class_name="home-what"), _facts(step), name=class_name),
    )


def own_card(title: Any, *told: rx.Component, name: str = "") -> rx.Component:
    """The ground of what is one's own."""
    return rx.el.section(
        rx.el.h2(title, class_name="small"), *told, class_name=f"card home-step {name}".strip()
    )


def ideas_for(wish: Any) -> rx.Component:
    """The ideas that somebody's wish got, below that wish."""
    title = words("phone.closed.for_my_wish", n=wish.ideas.length())
    return fold(wish.ideas, title, _idea, below=wish.wish)


def fold(items: Any, title: Any, draw: Any, below: Any = "") -> rx.Component:
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


def first_step(step: Any) -> rx.Component:
    """A first step of somebody in the room: at which table, whose as long as we know, and what."""
    return rx.el.article(
        rx.el.header(
            rx.cond(step.table > 0, table_badge(step.table)),
            rx.cond(
                step.owner != "",
                named(step.owner, rx.el.b),
                said(step.challenge, rx.el.span),
            ),
            class_name="table-label",
        ),
        rx.cond(step.owner != "", said(step.challenge, class_name="small muted")),
        said(step.what, class_name="home-what"),
        _facts(step),
        class_name="own-note",
    )


def keep_button(code: Any, look: str) -> rx.Component:
    """The page to keep, in the language of the phone."""
    return file_link(
        f"/mijn-gegevens/{code}/avond.html?taal={language()}",
        words("phone.closed.keep"),
        f"button {look} wide",
    )


def _idea(idea: Any) -> rx.Component:
    return said(idea, class_name="own-note")


def _facts(step: Any) -> rx.Component:
    return rx.el.div(
        rx.cond(step.who, fact("users", step.who)),
        rx.cond(step.when, fact("calendar", step.when)),
        class_name="next-step-facts",
    )
