"""A person's own notes on their phone: stored, changeable, and answering questions about them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from plekberaad_app.ui.at_the_tap import number_in
from plekberaad_app.ui.fields import checked_form, kept_textarea, written
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.said import said, words_with_names
from plekberaad_app.ui.unfolding import unfolding_form
from plekberaad_app.ui.words import own_words, words

HELD_KINDS = ("bsn", "phone", "email", "address")
HELD_FOR = (*HELD_KINDS, "approval")
"""Why a note waits: what it seems to contain, or that a facilitator reads all of them first."""


@dataclass(frozen=True, slots=True)
class OwnActs:
    """What people do with their own notes.

    `act(step_id, round, name, payload)` is the screen's one handler. `names`: by kind of activity
    what it calls to 'change', to 'take_back' and to 'answer'.
    """

    act: Any
    names: Mapping[str, Mapping[str, str]]

    def named(self, kind: Any, does: str) -> rx.Var[str]:
        """The name of the act with which people do this in a step of this kind."""
        listed = VarData(hooks={f"const ownActs = {json.dumps(self.names)};": None})
        told = VarData.merge(listed, kind._get_all_var_data())
        return rx.Var(f"ownActs[{kind!s}]?.{does}", _var_type=str, _var_data=told).to(str)


def own_notes(mine: Any, stage: Any, acts: OwnActs) -> rx.Component:
    """The list of this step."""
    return rx.cond(
        mine.length() > 0,
        rx.el.section(
            rx.el.h2(own_words(stage.kind, "phone.mine.title"), class_name="small"),
            rx.foreach(mine, lambda note: _own_note(note, stage, acts)),
            class_name="stack-tight",
        ),
    )


def earlier_notes(earlier: Any, acts: OwnActs) -> rx.Component:
    """Notes from earlier steps, folded away; they can still be taken back."""
    return rx.cond(
        earlier.length() > 0,
        rx.el.details(
            rx.el.summary(
                icon("sticky-note"),
                own_words(kind_of_all(earlier), "phone.mine.earlier"),
                class_name="small icon-line",
            ),
            rx.el.div(
                rx.foreach(
                    earlier,
                    lambda note: standing(note, _take_back(note, note.kind, note.step_id, acts)),
                ),
                class_name="stack-tight",
            ),
        ),
    )


def kind_of_all(notes: Any) -> rx.Var[str]:
    """The kind of activity in which all of these were written; '' where there are more."""
    same = f"{notes!s}.every((note) => note.kind === {notes!s}[0].kind)"
    told = notes._get_all_var_data()
    return rx.Var(f"({same} ? {notes!s}[0]?.kind : '')", _var_type=str, _var_data=told).to(str)


def standing(note: Any, *below: rx.Component) -> rx.Component:
    """A note that can no longer be changed."""
    return rx.el.article(said(note.text), *_fate(note), *below, key=note.id, class_name="own-note")


def _own_note(note: Any, stage: Any, acts: OwnActs) -> rx.Component:
    return rx.el.article(
        said(note.text),
        rx.el.p(icon("check"), words("phone.stored"), class_name="stored"),
        # In this round it is shown below the task (own_moments.py).
        rx.cond(is_waiting(note) & (note.round != stage.round), answer_form(note, stage, acts)),
        *_fate(note),
        _change(note, stage, acts),
        key=note.id,
        class_name="own-note",
        custom_attrs={"data-card": note.id},
    )


def is_waiting(note: Any) -> Any:
    """Whether somebody asked about this note and has not been answered yet."""
    return note.asked & ~note.answer.to(bool)


def asked_by(note: Any) -> rx.Var[str]:
    """Who asks about this note, and what."""
    return rx.cond(
        note.by, words("phone.mine.asked_by", name=note.by), words("phone.mine.asked")
    ).to(str)


def chosen_by(note: Any) -> rx.Var[str]:
    """Who will work with it."""
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
    reasons = [(kind, words(f"phone.held.{kind}")) for kind in HELD_FOR]
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


def answer_form(note: Any, stage: Any, acts: OwnActs) -> rx.Component:
    """The box in which an author explains what they wrote."""
    return _text_form(
        _by_name(note, "phone.mine.asked"),
        words("phone.mine.answer_send"),
        _box(f"answer.{note.id}", settled=note.answer),
        lambda form: _rewrite(stage, acts, "answer", form),
        note,
    )


def _change(note: Any, stage: Any, acts: OwnActs) -> rx.Component:
    return unfolding_form(
        rx.el.summary(
            icon("pencil"),
            words("phone.mine.change"),
            aria_label=naming(words("phone.mine.change"), note.text),
            class_name="small",
        ),
        _text_form(
            own_words(stage.kind, "phone.mine.change_label"),
            words("phone.mine.save"),
            _box(f"change.{note.id}", initial=note.text, settled=note.text),
            lambda form: _rewrite(stage, acts, "change", form),
            note,
        ),
        _take_back(note, stage.kind, stage.step_id, acts),
        class_name="own-note-change",
    )


def _take_back(note: Any, kind: Any, step_id: Any, acts: OwnActs) -> rx.Component:
    name = acts.named(kind, "take_back")
    return rx.el.button(
        icon("trash-2"),
        words("phone.mine.take_back"),
        type="button",
        aria_label=naming(words("phone.mine.take_back"), note.text),
        on_click=acts.act(step_id, note.round, name, {"id": note.id}),
        class_name="button button-warn",
    )


def _rewrite(stage: Any, acts: OwnActs, does: str, form: Any) -> Any:
    """Reflex hoists a submit handler out of its loop, so the form itself says which note it is
    about."""
    payload = {"id": written(form, "id"), "text": written(form, "text")}
    name = acts.named(stage.kind, does)
    return acts.act(stage.step_id, number_in(form, "round"), name, payload)


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
