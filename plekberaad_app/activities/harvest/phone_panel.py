"""A harvest on a phone: choose with one's table, then listen and say what touches one."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.harvest.options import CHOOSE, TELL
from plekberaad_app.activities.kit.writing import MAX_CHARACTERS
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.idea_box import writing_box
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.said import said, words_with_names
from plekberaad_app.ui.tables import table_class, table_label
from plekberaad_app.ui.words import words

_WORDS = ("label", "send", "too_long", "nothing")


def phone_panel(screen: Screen) -> rx.Component:
    """The question by which tables choose, and below it what there is to do."""
    question = screen.face.question
    return rx.el.div(
        rx.cond(question != "", said(question, class_name="lead")),
        rx.match(
            screen.stage.phase,
            (CHOOSE, rx.cond(screen.face.has_table, _choosing(screen))),
            (TELL, rx.cond(screen.has_personal, _listening(screen))),
            rx.fragment(),
        ),
        class_name="stack",
    )


def _choosing(screen: Any) -> rx.Component:
    items, choices = screen.face.ours, screen.face.choices
    return rx.fragment(
        rx.cond(
            items.length() > 0,
            _list("harvest.phone.ours", items, lambda item: _ours(screen, item)),
        ),
        rx.cond(
            choices.length() > 0,
            _list("harvest.phone.choices", choices, lambda choice: _choice(screen, choice)),
        ),
        rx.el.details(
            rx.el.summary(icon("pencil"), words("harvest.phone.other"), class_name="icon-line"),
            _box(screen),
            open=choices.length() == 0,
        ),
    )


def _list(title: str, items: Any, draw: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words(title), class_name="small"),
        rx.el.ul(rx.foreach(items, draw), class_name="stack-tight"),
        class_name="stack-tight",
    )


def _ours(screen: Any, item: Any) -> rx.Component:
    leaving = words("harvest.phone.leave_out")
    return rx.el.li(
        said(item.text),
        _by(item),
        rx.cond(item.can_leave, _tap(screen, "leave_out", {"item": item.id}, leaving, item.text)),
        key=item.id,
        class_name="card harvest-ours",
    )


def _choice(screen: Any, choice: Any) -> rx.Component:
    choosing = words("harvest.phone.choose")
    return rx.el.li(
        said(choice.about, class_name="small muted"),
        said(choice.text),
        _tap(screen, "put_forward", {"choice": choice.number}, choosing, choice.text),
        key=choice.number,
        class_name="card harvest-choice",
    )


def _tap(screen: Any, act: str, payload: dict[str, Any], label: Any, about: Any) -> rx.Component:
    stage = screen.stage
    return rx.el.button(
        label,
        type="button",
        aria_label=naming(label, about),
        on_click=screen.act(stage.step_id, stage.round, act, payload),
        class_name="button",
    )


def _box(screen: Any) -> rx.Component:
    return writing_box(
        screen,
        act="bring",
        field_id="brought",
        most=MAX_CHARACTERS,
        is_open=screen.face.left > 0,
        stored=screen.mine.length(),
        instead={name: f"harvest.box.{name}" for name in _WORDS},
    )


def _by(item: Any) -> rx.Component:
    """Only whose wish it is about gets this name."""
    return rx.cond(
        item.by != "",
        rx.el.p(words_with_names("harvest.phone.by", name=item.by), class_name="small"),
    )


def _listening(screen: Any) -> rx.Component:
    """What was told; what the room looks at stands first, and large."""
    is_all = screen.face.is_all
    return rx.el.ul(
        rx.foreach(screen.face.ours, lambda item: _told(screen, item)),
        class_name=rx.cond(is_all, "harvest-told", "harvest-told harvest-now"),
    )


def _told(screen: Any, item: Any) -> rx.Component:
    return rx.el.li(
        table_label(item.table),
        said(item.about, class_name="small muted"),
        said(item.text, class_name="harvest-text"),
        _by(item),
        _heart(screen, item),
        key=item.id,
        class_name=f"card harvest-item {table_class(item.table)}",
    )


def _heart(screen: Any, item: Any) -> rx.Component:
    stage, is_on = screen.stage, screen.personal.touched.contains(item.id)
    touches = words("harvest.phone.touches")
    return rx.el.button(
        icon("heart"),
        touches,
        type="button",
        aria_label=naming(touches, item.text),
        aria_pressed=rx.cond(is_on, "true", "false"),
        on_click=screen.act(
            stage.step_id, stage.round, "give_heart", {"item": item.id, "on": ~is_on}
        ),
        class_name="button harvest-heart",
    )
