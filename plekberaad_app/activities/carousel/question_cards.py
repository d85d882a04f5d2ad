"""Typed questions on the phone: for the owner who answers them, and for the people who asked."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.own_notes import hidden_remark
from plekberaad_app.ui.said import said
from plekberaad_app.ui.words import words


def asked_of_you(screen: Any) -> rx.Component:
    """What the table typed for the owner, each to be ticked once it was answered aloud.

    What was not answered in its time stays until it is, or until the round is over.
    """
    questions = screen.face.questions
    return rx.el.section(
        rx.foreach(
            questions,
            lambda question: rx.cond(
                is_in_sight(question, screen.stage), _question(question, screen)
            ),
        ),
        class_name="stack-tight",
        aria_label=words("phone.questions.asked"),
    )


def own_questions(screen: Any) -> rx.Component:
    """What this person typed for the owner of this round; each can be taken back."""
    questions, stage = screen.personal.questions, screen.stage
    return rx.el.section(
        rx.foreach(
            questions,
            lambda question: rx.cond(
                (question.round == stage.round) & is_in_sight(question, stage),
                _own_question(question, screen),
            ),
        ),
        class_name="stack-tight",
    )


def is_in_sight(question: Any, stage: Any) -> Any:
    """All of them while it is time for questions; then those that still want an answer."""
    return (stage.phase == "questions") | ~question.answered


def _question(question: Any, screen: Any) -> rx.Component:
    is_answered = question.answered
    does = rx.cond(is_answered, words("phone.questions.untick"), words("phone.questions.tick"))
    return rx.el.article(
        said(question.text, class_name="note-text"),
        _state(is_answered, screen.stage),
        rx.el.button(
            rx.cond(is_answered, icon("rotate-ccw"), icon("check")),
            does,
            type="button",
            aria_label=naming(does, question.text),
            on_click=_act(screen, "tick_question", {"id": question.id, "on": ~is_answered}),
            class_name="button",
        ),
        key=question.id,
        class_name="note",
    )


def _state(is_answered: Any, stage: Any) -> rx.Component:
    """Whether it was answered; that it was not is told once its time is over."""
    return rx.cond(
        is_answered,
        rx.el.p(icon("check"), words("phone.questions.ticked"), class_name="stored"),
        rx.cond(stage.phase == "questions", rx.fragment(), _open()),
    )


def _open() -> rx.Component:
    return rx.el.p(words("phone.questions.open"), class_name="small muted")


def _own_question(question: Any, screen: Any) -> rx.Component:
    return rx.el.article(
        said(question.text),
        rx.el.p(
            icon("check"),
            rx.cond(question.answered, words("phone.questions.done"), words("phone.stored")),
            class_name="stored",
        ),
        rx.cond(screen.stage.phase == "questions", rx.fragment(), _open()),
        rx.cond(
            question.hidden,
            hidden_remark(question.held, "phone.questions.hidden"),
        ),
        rx.el.button(
            icon("trash-2"),
            words("phone.mine.take_back"),
            type="button",
            aria_label=naming(words("phone.mine.take_back"), question.text),
            on_click=_act(screen, "take_back_question", {"id": question.id}),
            class_name="button button-quiet",
        ),
        key=question.id,
        class_name="own-note",
        custom_attrs={"data-card": question.id},
    )


def _act(screen: Any, name: str, payload: dict[str, Any]) -> Any:
    return screen.act(screen.stage.step_id, screen.stage.round, name, payload)
