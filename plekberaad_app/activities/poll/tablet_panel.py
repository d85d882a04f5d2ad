"""The poll on the tablet: how many answered, answers for people without a phone, the result."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.kit.phoneless_chips import phoneless_chips, picked_person
from plekberaad_app.activities.poll.words import MAX_WORD, MAX_WORDS
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.held_note import decide
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.words import words


def tablet_panel(screen: Screen) -> rx.Component:
    """While people answer nobody sees a total."""
    face = screen.face
    question = face.question
    return rx.el.section(
        rx.cond(question != "", rx.el.h2(question, class_name="lead", dir="auto")),
        rx.el.p(
            words("poll.tablet.answered", answered=face.answered, n=face.people),
            class_name="lead",
        ),
        rx.foreach(face.waiting, lambda item: _waiting(screen, item)),
        rx.cond(face.is_open, _for_somebody(screen), _result(screen)),
        class_name="stack poll",
    )


def _waiting(screen: Any, item: Any) -> rx.Component:
    said = item.text
    return rx.el.div(
        rx.el.p(said, dir="auto"),
        decide(item.held, item.id, screen.hide, said),
        key=item.id,
        class_name="card stack-tight",
    )


def _for_somebody(screen: Any) -> rx.Component:
    people = screen.face.phoneless
    return rx.fragment(
        phoneless_chips(people, text("poll.tablet.for_whom")),
        rx.cond(
            people.length() > 0,
            rx.el.div(
                rx.cond(screen.face.kind == "cloud", _words_form(screen), _choices(screen)),
                class_name="poll-entry",
            ),
            _plain(screen.face),
        ),
    )


def _plain(face: Any) -> rx.Component:
    """The choices, for whoever reads them out."""
    return rx.el.ol(
        rx.foreach(
            face.choices,
            lambda choice: rx.el.li(choice.label, key=choice.id, class_name="card poll-row"),
        ),
        class_name="stack-tight",
    )


def _choices(screen: Any) -> rx.Component:
    return rx.el.ol(
        rx.foreach(screen.face.choices, lambda choice: _choice(screen, choice)),
        class_name="stack-tight",
    )


def _choice(screen: Any, choice: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(choice.label, dir="auto"),
        rx.el.span(
            rx.cond(
                screen.face.several,
                _tap(screen, choice, "minus", "poll.tablet.not", on=False),
            ),
            _tap(screen, choice, "check", "poll.tablet.choose", on=True),
            class_name="row",
        ),
        key=choice.id,
        class_name="card row between poll-row",
    )


def _tap(screen: Any, choice: Any, sign: str, key: str, *, on: bool) -> rx.Component:
    stage = screen.stage
    payload = {"choice": choice.id, "on": on, "person": picked_person()}
    return rx.el.button(
        icon(sign),
        type="button",
        aria_label=words(key, choice=choice.label),
        on_click=screen.act(stage.step_id, stage.round, "choose", payload),
        class_name="button",
    )


def _words_form(screen: Any) -> rx.Component:
    stage = screen.stage
    names = [f"word{number}" for number in range(1, MAX_WORDS + 1)]
    return checked_form(
        *(
            line(words("poll.phone.word", number=at), name, max_length=MAX_WORD)
            for at, name in enumerate(names, start=1)
        ),
        rx.el.button(text("poll.tablet.send"), class_name="button button-main"),
        on_submit=lambda form: screen.act(
            stage.step_id,
            stage.round,
            "say_words",
            {name: form.to(dict[str, str])[name] for name in names} | {"person": picked_person()},
        ),
        reset_on_submit=True,
        class_name="stack",
    )


def _result(screen: Any) -> rx.Component:
    """Without an answer only the words that were taken off are there, to bring back."""
    face = screen.face
    result = rx.match(
        face.kind,
        ("cloud", _cloud(screen)),
        ("scale", rx.fragment(_average(face), _rows(face))),
        _rows(face),
    )
    return rx.cond(
        screen.stage.phase == "result",
        rx.cond(
            face.is_empty,
            _cloud(screen),
            rx.fragment(_telling(screen), result, _tables(face)),
        ),
    )


def _telling(screen: Any) -> rx.Component:
    stage = screen.stage

    def tap(on: bool, key: str, look: str, sign: str) -> rx.Component:
        return rx.el.button(
            icon(sign),
            text(key),
            type="button",
            on_click=screen.act(stage.step_id, stage.round, "tell_result", {"on": on}),
            class_name=f"button {look}",
        )

    return rx.cond(
        screen.face.is_told,
        rx.el.div(tap(False, "poll.tablet.keep_back", "button-quiet", "eye-off")),
        rx.el.div(
            rx.el.p(icon("eye-off"), text("poll.tablet.untold"), class_name="icon-line"),
            tap(True, "poll.tablet.tell", "button-main", "chart-column"),
            class_name="row between",
        ),
    )


def _average(face: Any) -> rx.Component:
    scale = face.scale
    average = scale.average
    return rx.cond(
        face.scale.is_none(),
        rx.fragment(),
        rx.el.p(
            words("poll.projector.average", whole=average // 10, tenth=average % 10),
            class_name="lead",
        ),
    )


def _rows(face: Any) -> rx.Component:
    is_ranking = face.kind == "ranking"
    return rx.el.ol(
        rx.foreach(
            face.rows,
            lambda row: rx.el.li(
                rx.el.span(
                    rx.cond(row.is_right, icon("circle-check")),
                    row.label,
                    dir="auto",
                ),
                rx.el.strong(
                    rx.cond(
                        is_ranking,
                        words("poll.points", n=row.total),
                        words("poll.phone.total", n=row.total),
                    ),
                    class_name="figures",
                ),
                key=row.id,
                class_name="card row between poll-row",
            ),
        ),
        class_name="stack-tight",
    )


def _cloud(screen: Any) -> rx.Component:
    return rx.el.ol(
        rx.foreach(screen.face.cloud, lambda each: _word(screen, each)),
        class_name="poll-words",
    )


def _word(screen: Any, each: Any) -> rx.Component:
    stage, is_off, word = screen.stage, each.is_off, each.word
    return rx.el.li(
        rx.el.span(word, dir="auto", class_name=rx.cond(is_off, "muted poll-off", "")),
        rx.el.span(
            rx.el.strong(each.count, class_name="figures"),
            rx.el.button(
                rx.cond(is_off, rx.fragment(icon("eye")), rx.fragment(icon("eye-off"))),
                type="button",
                aria_label=rx.cond(
                    is_off,
                    words("poll.tablet.show_word", word=word),
                    words("poll.tablet.hide_word", word=word),
                ),
                on_click=screen.act(
                    stage.step_id,
                    stage.round,
                    "hide_word",
                    {"word": each.id, "on": ~is_off},
                ),
                class_name="button",
            ),
            class_name="row",
        ),
        key=each.id,
        class_name="card row between poll-row",
    )


def _tables(face: Any) -> rx.Component:
    found = face.points
    return rx.cond(
        face.kind == "quiz",
        rx.cond(
            found.length() > 0,
            rx.el.ol(rx.foreach(found, _table), class_name="stack-tight"),
            rx.el.p(text("poll.tablet.no_tables"), class_name="muted"),
        ),
    )


def _table(each: Any) -> rx.Component:
    numbers = each.tables
    return rx.el.li(
        words("poll.tables", n=numbers.length(), tables=numbers.join(", ")),
        rx.el.strong(words("poll.points", n=each.points), class_name="figures"),
        key=numbers.join("-"),
        class_name="card row between poll-row",
    )
