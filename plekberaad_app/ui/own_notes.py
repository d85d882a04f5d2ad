"""A person's own ideas on their phone: stored, changeable, and answering questions about them."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.at_the_tap import number_in
from plekberaad_app.ui.fields import checked_form, kept_textarea, written
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.said import said, words_with_names
from plekberaad_app.ui.unfolding import unfolding_form
from plekberaad_app.ui.words import words

HELD_KINDS = ("bsn", "phone", "email", "address")


def own_notes(mine: Any, stage: Any, act: Any) -> rx.Component:
    """The list; `act(step_id, round, name, payload)` is the screen's one handler."""
    return rx.cond(
        mine.length() > 0,
        rx.el.section(
            rx.el.h2(words("phone.mine.title"), class_name="small"),
            rx.foreach(mine, lambda note: _own_note(note, stage, act)),
            class_name="stack-tight",
        ),
    )


def earlier_notes(earlier: Any, act: Any) -> rx.Component:
    """Ideas from earlier steps, folded away; they can still be taken back."""
    return rx.cond(
        earlier.length() > 0,
        rx.el.details(
            rx.el.summary(
                icon("sticky-note"), words("phone.mine.earlier"), class_name="small icon-line"
            ),
            rx.el.div(
                rx.foreach(
                    earlier, lambda note: standing(note, _take_back(note, note.step_id, act))
                ),
                class_name="stack-tight",
            ),
        ),
    )


def standing(note: Any, *below: rx.Component) -> rx.Component:
    """An idea that can no longer be changed."""
    return rx.el.article(said(note.text), *_fate(note), *below, key=note.id, class_name="own-note")


def _own_note(note: Any, stage: Any, act: Any) -> rx.Component:
    return rx.el.article(
        said(note.text),
        rx.el.p(icon("check"), words("phone.stored"), class_name="stored"),
        # In this round it is shown below the task (own_moments.py).
        rx.cond(is_waiting(note) & (note.round != stage.round), answer_form(note, stage, act)),
        *_fate(note),
        _change(note, stage, act),
        key=note.id,
        class_name="own-note",
        custom_attrs={"data-card": note.id},
    )


def is_waiting(note: Any) -> Any:
    """Whether somebody asked about this idea and has not been answered yet."""
    return note.asked & ~note.answer.to(bool)


def asked_by(note: Any) -> rx.Var[str]:
    """Who asks about this idea, and what."""
    return rx.cond(
        note.by, words("phone.mine.asked_by", name=note.by), words("phone.mine.asked")
    ).to(str)


def chosen_by(note: Any) -> rx.Var[str]:
    """Who will work with this idea."""
    return rx.cond(
        note.by, words("phone.mine.marked_by", name=note.by), words("phone.mine.marked")
    ).to(str)


def chosen_line(note: Any) -> rx.Component:
    """The same to look at, in which the name stays a name."""
    return _by_name(note, "phone.mine.marked")


def _by_name(note: Any, key: str) -> rx.Component:
    return rx.cond(note.by, words_with_names(f"{key}_by", name=note.by), rx.fragment(words(key)))


def hidden_remark(held: Any, otherwise: str) -> rx.Component:
    """Why this is not on any wall: kindly, if it may identify a person."""
    reasons = [(kind, words(f"phone.held.{kind}")) for kind in HELD_KINDS]
    reason = rx.match(held, *reasons, words(otherwise))
    return rx.el.p(icon("eye-off"), reason, class_name="small icon-line")


def _fate(note: Any) -> tuple[rx.Component, ...]:
    """What others did with it."""
    return (
        rx.cond(note.hidden, hidden_remark(note.held, "phone.mine.hidden")),
        rx.cond(note.marked, _chosen(note)),
        rx.cond(note.answer, said(note.answer, class_name="note-answer")),
    )


def _chosen(note: Any) -> rx.Component:
    return rx.el.p(icon("star"), rx.el.span(chosen_line(note)), class_name="small icon-line")


def answer_form(note: Any, stage: Any, act: Any) -> rx.Component:
    """The box in which an author explains their idea."""
    return _text_form(
        _by_name(note, "phone.mine.asked"),
        words("phone.mine.answer_send"),
        _box(f"answer.{note.id}", settled=note.answer),
        lambda form: _rewrite(stage, act, "answer_idea", form),
        note,
    )


def _change(note: Any, stage: Any, act: Any) -> rx.Component:
    return unfolding_form(
        rx.el.summary(
            icon("pencil"),
            words("phone.mine.change"),
            aria_label=naming(words("phone.mine.change"), note.text),
            class_name="small",
        ),
        _text_form(
            words("phone.mine.change_label"),
            words("phone.mine.save"),
            _box(f"change.{note.id}", initial=note.text, settled=note.text),
            lambda form: _rewrite(stage, act, "change_idea", form),
            note,
        ),
        _take_back(note, stage.step_id, act),
        class_name="own-note-change",
    )


def _take_back(note: Any, step_id: Any, act: Any) -> rx.Component:
    return rx.el.button(
        icon("trash-2"),
        words("phone.mine.take_back"),
        type="button",
        aria_label=naming(words("phone.mine.take_back"), note.text),
        on_click=act(step_id, note.round, "take_back_idea", {"id": note.id}),
        class_name="button button-warn",
    )


def _rewrite(stage: Any, act: Any, name: str, form: Any) -> Any:
    """Reflex hoists a submit handler out of its loop, so the form itself says which note it is
    about."""
    payload = {"id": written(form, "id"), "text": written(form, "text")}
    return act(stage.step_id, number_in(form, "round"), name, payload)


def _box(keep_as: Any, **props: Any) -> rx.Component:
    return kept_textarea("text", keep_as, field_id=keep_as, required=True, **props)


def _text_form(
    label: Any, button: Any, box: rx.Component, on_submit: Any, note: Any
) -> rx.Component:
    return checked_form(
        rx.el.input(type="hidden", name="id", value=note.id),
        rx.el.input(type="hidden", name="round", value=note.round),
        rx.el.label(rx.el.span(label, class_name="field-label"), box, class_name="field"),
        rx.el.button(button, class_name="button"),
        on_submit=on_submit,
        reset_on_submit=False,
        class_name="stack-tight",
    )
