"""A poll on the projector: the question, how many answered, and afterwards the result, large."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.words import words


def projector_panel(screen: Screen) -> rx.Component:
    """What may not be seen yet is not in the face."""
    face = screen.face
    question = face.question
    return rx.el.section(
        rx.cond(question != "", said(question, rx.el.h2, class_name="lead poll-question")),
        rx.cond(
            face.is_open,
            _asked(face),
            rx.cond(
                face.is_empty,
                _large(text("poll.empty")),
                rx.cond(face.is_told, _result(face), _expected(face)),
            ),
        ),
        rx.cond(
            face.is_empty,
            rx.fragment(),
            rx.el.p(words("poll.projector.answered", n=face.answered), class_name="wall-count"),
        ),
        class_name="wall poll",
    )


def _asked(face: Any) -> rx.Component:
    asked = rx.match(
        face.kind,
        ("scale", rx.el.div(_steps(face), _ends(face), class_name="poll-scale")),
        ("cloud", _large(icon("smartphone", "poll-sign"), text("poll.projector.cloud"))),
        fitting(
            rx.el.ol(
                rx.foreach(
                    face.choices,
                    lambda choice: rx.el.li(
                        said(choice.label, rx.el.span),
                        key=choice.id,
                        class_name="poll-row",
                    ),
                ),
                class_name="poll-rows",
            )
        ),
    )
    return rx.fragment(asked)


def _steps(face: Any) -> rx.Component:
    return rx.el.ol(
        rx.foreach(
            face.choices,
            lambda choice: rx.el.li(choice.label, key=choice.id),
        ),
        class_name="poll-steps figures",
    )


def _ends(face: Any) -> rx.Component:
    ends = (face.low, face.high)
    return rx.el.div(*(said(end, rx.el.span) for end in ends), class_name="poll-ends")


def _large(*children: Any) -> rx.Component:
    return rx.el.p(*children, class_name="poll-large")


def _expected(face: Any) -> rx.Component:
    return _large(icon("hourglass", "poll-sign"), text("poll.projector.expected"))


def _result(face: Any) -> rx.Component:
    return rx.fragment(
        rx.match(
            face.kind,
            ("scale", _measured(face)),
            ("cloud", _cloud(face)),
            ("quiz", rx.el.div(_bars(face), _tables(face), class_name="poll-quiz")),
            _bars(face),
        )
    )


def _bars(face: Any) -> rx.Component:
    rows = face.rows
    return fitting(
        rx.el.ol(rx.foreach(rows, lambda row: _bar(face, row)), class_name="poll-rows"),
        class_name="poll-fit",
    )


def _bar(face: Any, row: Any) -> rx.Component:
    total, is_right = row.total, row.is_right
    return rx.el.li(
        rx.el.i(
            class_name="poll-bar",
            style={"inlineSize": f"{row.share}%"},
            aria_hidden="true",
        ),
        rx.el.span(
            rx.cond(is_right, icon("circle-check")),
            said(row.label, rx.el.span),
            class_name="poll-label",
        ),
        rx.el.b(
            rx.cond(face.kind == "ranking", words("poll.points", n=total), total),
            class_name="figures",
        ),
        key=row.id,
        class_name=rx.cond(is_right, "poll-row is-result is-right", "poll-row is-result"),
    )


def _measured(face: Any) -> rx.Component:
    """A column for each step, the average above them with the spread around it."""
    scale = face.scale
    average = scale.average
    return rx.cond(
        face.scale.is_none(),
        rx.fragment(),
        rx.el.div(
            rx.el.div(
                rx.el.p(
                    words("poll.projector.average", whole=average // 10, tenth=average % 10),
                    class_name="poll-average",
                ),
                rx.el.p(
                    rx.match(
                        scale.agreement,
                        *((each, text(f"poll.agreement.{each}")) for each in ("close", "apart")),
                        text("poll.agreement.wide"),
                    ),
                    class_name="lead",
                ),
            ),
            rx.el.ol(rx.foreach(face.rows, _column), class_name="poll-columns"),
            _spread(scale),
            _ends(face),
            class_name="poll-scale",
        ),
    )


def _column(row: Any) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.total, class_name="figures"),
        rx.el.i(style={"blockSize": f"{row.share}%"}, aria_hidden="true"),
        rx.el.span(row.label, class_name="figures"),
        key=row.id,
    )


def _spread(scale: Any) -> rx.Component:
    """In fifths of the width: a step stands in the middle of its own."""
    average, spread = scale.average, scale.spread
    middle = (average - 10) * 2 + 10
    return rx.el.div(
        rx.el.i(
            class_name="poll-band",
            style={
                "insetInlineStart": f"{middle - spread * 2}%",
                "inlineSize": f"{spread * 4}%",
            },
        ),
        rx.el.i(class_name="poll-pin", style={"insetInlineStart": f"{middle}%"}),
        class_name="poll-spread",
        aria_hidden="true",
    )


def _cloud(face: Any) -> rx.Component:
    more = face.more
    return rx.fragment(
        fitting(
            rx.el.ul(rx.foreach(face.cloud, _cloud_word), class_name="poll-cloud"),
            class_name="poll-fit",
        ),
        rx.cond(more > 0, rx.el.p(words("poll.projector.more", n=more), class_name="lead")),
    )


def _cloud_word(each: Any) -> rx.Component:
    return rx.el.li(
        said(each.word, rx.el.span),
        key=each.id,
        class_name="poll-word",
        custom_attrs={"data-size": each.size},
    )


def _tables(face: Any) -> rx.Component:
    found = face.points
    return rx.cond(
        found.length() > 0,
        rx.el.div(
            rx.el.h3(text("poll.projector.tables"), class_name="lead"),
            rx.el.ol(rx.foreach(found, _table), class_name="poll-tables"),
        ),
    )


def _table(each: Any) -> rx.Component:
    numbers = each.tables
    return rx.el.li(
        rx.el.span(words("poll.tables", n=numbers.length(), tables=numbers.join(", "))),
        rx.el.b(words("poll.points", n=each.points), class_name="figures"),
        key=numbers.join("-"),
    )
