"""Typed questions on the tablet: to read out and tick for an owner without a phone."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.carousel.question_cards import is_in_sight
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.held_note import decide
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import words


def asked(table: Any, stage: Any, act: Any, hide: Any) -> rx.Component:
    """What a table typed for its owner; unanswered questions stay when the time for them is
    over."""
    questions = table.questions
    return rx.cond(
        questions.length() > 0,
        rx.el.ul(
            rx.foreach(
                questions,
                lambda question: rx.cond(
                    is_in_sight(question, stage), _question(question, stage, act, hide)
                ),
            ),
            class_name="table-questions",
        ),
    )


def _question(question: Any, stage: Any, act: Any, hide: Any) -> rx.Component:
    is_hidden = question.hidden
    return rx.el.li(
        rx.el.span(question.text),
        _state(question, stage),
        rx.cond(is_hidden, rx.fragment(), _tick(question, stage, act)),
        rx.cond(
            is_hidden & question.held,
            decide(question.held, question.id, hide, question.text),
            _hide(question, is_hidden, hide),
        ),
        key=question.id,
        class_name=rx.cond(is_hidden, "table-question is-hidden", "table-question"),
    )


def _hide(question: Any, is_hidden: Any, hide: Any) -> rx.Component:
    return rx.el.button(
        rx.cond(is_hidden, icon("eye"), icon("eye-off")),
        type="button",
        aria_label=rx.cond(
            is_hidden,
            words("tablet.note.bring_back", note=question.text),
            words("tablet.note.hide", note=question.text),
        ),
        on_click=hide(question.id, ~is_hidden),
        class_name="button button-quiet",
    )


def _state(question: Any, stage: Any) -> rx.Component:
    """Whether it was answered; 'unanswered' is only said once the time for questions is over."""
    return rx.cond(
        question.answered,
        rx.el.small(icon("check"), text("tablet.question.ticked"), class_name="stored"),
        rx.cond(
            stage.phase == "questions",
            rx.fragment(),
            rx.el.small(text("tablet.question.open"), class_name="muted"),
        ),
    )


def _tick(question: Any, stage: Any, act: Any) -> rx.Component:
    is_answered = question.answered
    return rx.el.button(
        rx.cond(
            is_answered,
            rx.fragment(icon("rotate-ccw"), text("tablet.question.untick")),
            rx.fragment(icon("check"), text("tablet.question.tick")),
        ),
        type="button",
        on_click=act(
            stage.step_id,
            stage.round,
            "tick_question",
            {"id": question.id, "on": ~is_answered},
        ),
        class_name="button",
    )
