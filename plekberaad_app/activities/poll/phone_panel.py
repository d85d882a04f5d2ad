"""A poll on a phone: give your answer and change it; afterwards the result beside your own."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.kit.hearing_more import hear_more
from plekberaad_app.activities.poll.words import MAX_WORD, MAX_WORDS
from plekberaad_app.ui.fields import checked_form, field, kept_input, written
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.own_notes import hidden_remark
from plekberaad_app.ui.said import said
from plekberaad_app.ui.telling import teller, told
from plekberaad_app.ui.words import words


def phone_panel(screen: Screen) -> rx.Component:
    """What the room sees comes first, what this person alone sees a moment later."""
    return rx.cond(screen.has_personal, _poll(screen))


def _poll(screen: Any) -> rx.Component:
    face, personal = screen.face, screen.personal
    question = face.question
    return rx.el.section(
        rx.cond(question != "", said(question, rx.el.h2, class_name="lead")),
        rx.cond(face.is_open, _answering(screen), _afterwards(screen)),
        rx.cond(personal.is_hidden, hidden_remark(personal.held, "phone.mine.hidden")),
        hear_more(screen),
        class_name="stack poll",
    )


def _answering(screen: Any) -> rx.Component:
    has_answered = screen.personal.has_answered
    stored = words("poll.phone.stored")
    return rx.fragment(
        rx.match(
            screen.face.kind,
            ("scale", _scale(screen)),
            ("cloud", _words_form(screen)),
            _choices(screen),
        ),
        teller(told(screen.personal.places.to_string(), rx.cond(has_answered, stored, ""))),
        rx.cond(has_answered, rx.el.p(icon("check"), stored, class_name="stored poll-stored")),
    )


def _choices(screen: Any) -> rx.Component:
    return _group(
        screen,
        lambda choice: _button(
            screen,
            choice,
            _mark(screen, choice),
            said(choice.label, rx.el.span),
            class_name="button poll-choice",
        ),
        class_name="stack-tight",
    )


def _mark(screen: Any, choice: Any) -> rx.Component:
    """The place in an order, or a tick."""
    is_ranking = screen.face.kind == "ranking"
    place = screen.personal.places[choice.id]
    mark = rx.cond(is_ranking, rx.fragment(place), rx.fragment(icon("check")))
    return rx.el.span(rx.cond(_is_chosen(screen, choice), mark), class_name="poll-mark figures")


def _scale(screen: Any) -> rx.Component:
    return rx.el.div(
        _group(
            screen,
            lambda choice: _button(
                screen, choice, choice.label, class_name="button poll-step figures"
            ),
            class_name="poll-steps",
        ),
        _ends(screen.face),
        class_name="stack-tight",
    )


def _ends(face: Any) -> rx.Component:
    ends = ((face.low, "1"), (face.high, "5"))
    return rx.el.div(
        *(rx.cond(end != "", said(rx.Var.create(f"{step} = {end}"))) for end, step in ends),
        class_name="poll-ends small",
    )


def _group(screen: Any, draw: Callable[[Any], rx.Component], *, class_name: str) -> rx.Component:
    """The choices of the question, for a screen reader too: one of them, or several."""
    face = screen.face
    return rx.el.div(
        rx.foreach(face.choices, draw),
        role=rx.cond(face.several, "group", "radiogroup"),
        aria_label=face.question,
        class_name=class_name,
    )


def _button(screen: Any, choice: Any, *children: Any, class_name: str) -> rx.Component:
    """One tap is an answer; only where several may be chosen a second tap takes it back."""
    is_chosen, stage, several = _is_chosen(screen, choice), screen.stage, screen.face.several
    is_on = rx.cond(several, ~is_chosen, True)
    return rx.el.button(
        *children,
        type="button",
        role=rx.cond(several, "checkbox", "radio"),
        aria_checked=rx.cond(is_chosen, "true", "false"),
        on_click=screen.act(
            stage.step_id, stage.round, "choose", {"choice": choice.id, "on": is_on}
        ),
        key=choice.id,
        class_name=class_name,
    )


def _is_chosen(screen: Any, choice: Any) -> Any:
    return screen.personal.places.contains(choice.id)


def _words_form(screen: Any) -> rx.Component:
    step_id, round_number = screen.stage.step_id, screen.stage.round
    names = [f"word{number}" for number in range(1, MAX_WORDS + 1)]
    return checked_form(
        *(_word(screen, name, at) for at, name in enumerate(names)),
        rx.el.button(words("poll.phone.send"), class_name="button button-main wide"),
        on_submit=lambda form: screen.act(
            step_id, round_number, "say_words", {name: written(form, name) for name in names}
        ),
        reset_on_submit=False,
        class_name="stack",
    )


def _word(screen: Any, name: str, at: int) -> rx.Component:
    stored = screen.personal.words[at]
    box = kept_input(
        name,
        f"poll.{screen.stage.step_id}.{name}",
        initial=stored,
        settled=stored,
        max_length=MAX_WORD,
    )
    return field(words("poll.phone.word", number=at + 1), box, name=name)


def _afterwards(screen: Any) -> rx.Component:
    """One's own answer and, once it is told, the result."""
    face = screen.face
    result = rx.match(
        face.kind,
        ("cloud", _cloud(face)),
        ("scale", rx.fragment(_average(face), _bars(screen), _ends(face))),
        _bars(screen),
    )
    return rx.fragment(
        _own(screen),
        rx.cond(
            face.is_empty,
            rx.el.p(words("poll.empty"), class_name="muted"),
            rx.cond(face.is_told, rx.fragment(_verdict(screen), result)),
        ),
    )


def _own(screen: Any) -> rx.Component:
    """As long as the result is not told; beside the result one's own answer has a mark."""
    face = screen.face
    is_shown = ~face.is_told | (face.kind == "cloud")
    own = rx.cond(
        face.kind == "cloud",
        said(screen.personal.said, rx.el.span),
        rx.foreach(
            face.choices,
            lambda choice: rx.cond(
                _is_chosen(screen, choice),
                said(choice.label, rx.el.span, class_name="poll-own"),
            ),
        ),
    )
    return rx.cond(
        is_shown & screen.personal.has_answered,
        rx.el.p(rx.el.b(words("poll.phone.own")), " ", own, class_name="card"),
    )


def _verdict(screen: Any) -> rx.Component:
    """Of a quiz: whether one's own answer was the right one."""
    rows = screen.face.rows
    is_right = rows.map(lambda row: row.is_right & _is_chosen(screen, row))
    return rx.cond(
        (screen.face.kind == "quiz") & screen.personal.has_answered,
        rx.cond(
            is_right.contains(True),
            rx.el.p(icon("circle-check"), words("poll.phone.right"), class_name="lead icon-line"),
            rx.el.p(words("poll.phone.wrong"), " ", _right_answer(rows), class_name="lead"),
        ),
    )


def _right_answer(rows: Any) -> rx.Component:
    return rx.foreach(
        rows, lambda row: rx.fragment(rx.cond(row.is_right, said(row.label, rx.el.b)))
    )


def _average(face: Any) -> rx.Component:
    scale = face.scale
    average = scale.average
    return rx.cond(
        face.scale.is_none(),
        rx.fragment(),
        rx.el.p(
            words("poll.phone.average", whole=average // 10, tenth=average % 10),
            class_name="lead",
        ),
    )


def _bars(screen: Any) -> rx.Component:
    rows = screen.face.rows
    return rx.el.ul(
        rx.foreach(rows, lambda row: _bar(screen, row)), class_name="stack-tight poll-bars"
    )


def _bar(screen: Any, row: Any) -> rx.Component:
    style = {"inlineSize": f"{row.share}%"}
    return rx.el.li(
        rx.el.div(said(row.label, rx.el.span), _total(screen, row), class_name="row between"),
        rx.el.i(class_name="poll-bar", style=style, aria_hidden="true"),
        rx.cond(row.is_right, _remark("circle-check", "poll.right")),
        rx.cond(_is_chosen(screen, row), _remark("user", "poll.phone.yours")),
        key=row.id,
        class_name=rx.cond(row.is_right, "card poll-row is-right", "card poll-row"),
    )


def _total(screen: Any, row: Any) -> rx.Component:
    points, answers = words("poll.points", n=row.total), words("poll.phone.total", n=row.total)
    is_ranking = screen.face.kind == "ranking"
    return rx.el.b(rx.cond(is_ranking, points, answers), class_name="figures")


def _remark(sign: str, key: str) -> rx.Component:
    return rx.el.p(icon(sign), words(key), class_name="icon-line small")


def _cloud(face: Any) -> rx.Component:
    return rx.el.ul(
        rx.foreach(
            face.cloud,
            lambda each: rx.el.li(
                said(each.word, rx.el.span),
                rx.el.span(" ", each.count, class_name="small figures"),
                key=each.id,
                class_name="poll-word",
                custom_attrs={"data-size": each.size},
            ),
        ),
        class_name="poll-cloud",
    )
