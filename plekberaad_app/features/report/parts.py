"""The parts of a report: numbers, next steps, rounds with their notes, figures with their table."""

from typing import Any

import reflex as rx

from plekberaad_app.features.report import figures as report_figures
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.tables import table_badge, table_class


def facts(lines: Any) -> rx.Component:
    """The evening in a few numbers."""
    return rx.el.ul(
        rx.foreach(
            lines, lambda line: rx.el.li(rx.el.b(line.count, class_name="figures"), line.label)
        ),
        class_name="report-facts",
    )


def next_steps(steps: Any) -> rx.Component:
    """Everything that was taken on, first of all."""
    return rx.el.section(
        rx.el.h2(text("report.next_steps")),
        rx.cond(
            steps.length() > 0,
            rx.el.ol(rx.foreach(steps, _next_step), class_name="report-next-steps"),
            rx.el.p(text("report.next_steps.none"), class_name="muted"),
        ),
        class_name="report-section",
    )


def step_section(step: Any) -> rx.Component:
    """What one step left: its rounds, or what was chosen."""
    return rx.el.section(
        rx.el.h2(step.title),
        rx.cond(step.question != "", rx.el.p(step.question, class_name="lead", dir="auto")),
        rx.foreach(step.rounds, _round_card),
        rx.cond(
            step.choices.length() > 0,
            count_table(
                step.choices, text("report.vote.choice"), text("report.vote.dots"), step.title
            ),
        ),
        class_name="report-section",
    )


def bar_figure(data: Any, title: str, description: str, table: rx.Component) -> rx.Component:
    """A figure, what it shows in words, and the same numbers as a table."""
    plot = rx.plotly.basic(
        data=data,
        config=report_figures.CONFIG,
        template=None,
        use_resize_handler=True,
        width="100%",
    )
    return rx.el.figure(
        rx.el.figcaption(rx.el.h3(title)),
        rx.el.div(plot, role="img", aria_label=description, class_name="report-plot"),
        table,
        class_name="report-figure",
    )


def count_table(lines: Any, first: str, second: str, caption: Any) -> rx.Component:
    """Two columns: a label and its number."""
    return rx.el.table(
        rx.el.caption(caption, class_name="unseen"),
        _heading(first, second),
        rx.el.tbody(
            rx.foreach(lines, lambda line: rx.el.tr(_row_heading(line.label), rx.el.td(line.count)))
        ),
        class_name="report-table figures",
    )


def number_table(first: str, columns: Any, rows: Any, caption: str) -> rx.Component:
    """A row for each label, a number for each column."""
    head = rx.el.tr(
        rx.el.th(first, scope="col"), rx.foreach(columns, lambda name: rx.el.th(name, scope="col"))
    )
    return rx.el.div(
        rx.el.table(
            rx.el.caption(caption, class_name="unseen"),
            rx.el.thead(head),
            rx.el.tbody(rx.foreach(rows, _number_row)),
            class_name="report-table report-sums figures",
        ),
        class_name="report-scroll",
        role="region",
        aria_label=caption,
        tab_index=0,
    )


def _next_step(step: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(table_badge(step.table), rx.el.span(step.table_label), class_name="report-place"),
        rx.el.div(
            rx.el.h3(step.what),
            _who_and_when(step),
            rx.el.p(step.challenge, class_name="muted small"),
        ),
        class_name=f"report-next-step {table_class(step.table)}",
    )


def _who_and_when(step: Any) -> rx.Component:
    return rx.el.dl(
        _detail(text("report.next_steps.who"), step.who),
        _detail(text("report.next_steps.when"), step.when),
        class_name="report-details",
    )


def _detail(name: str, value: Any) -> rx.Component:
    return rx.cond(value != "", rx.el.div(rx.el.dt(name), rx.el.dd(value)))


def _round_card(card: Any) -> rx.Component:
    return rx.el.article(
        rx.el.header(
            rx.el.p(
                table_badge(card.table),
                rx.el.span(card.round_label, " · ", card.table_label),
                class_name="report-place",
            ),
            rx.el.h3(card.challenge),
            rx.cond(card.owner != "", rx.el.p(card.owner, class_name="muted")),
        ),
        rx.cond(card.questions.length() > 0, _notes(text("report.questions"), card.questions, "")),
        rx.cond(card.marked.length() > 0, _notes(text("report.marked"), card.marked, "is-marked")),
        _notes(card.others_label, card.others, ""),
        _outcome(card.next_step),
        class_name=f"report-round {table_class(card.table)}",
    )


def _notes(title: Any, notes: Any, class_name: str) -> rx.Component:
    sign = icon("hand-helping") if class_name else rx.fragment()
    return rx.el.section(
        rx.el.h4(sign, title),
        rx.el.ul(rx.foreach(notes, _note), class_name="report-notes"),
        class_name=f"report-heap {class_name}".strip(),
    )


def _note(note: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(note.text),
        rx.cond(note.answer != "", rx.el.p(note.answer, class_name="muted small")),
        class_name="report-note",
    )


def _outcome(step: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h4(icon("footprints"), text("report.next_step")),
        rx.cond(
            step.what != "",
            rx.fragment(rx.el.p(step.what, class_name="lead"), _who_and_when(step)),
            rx.el.p(step.remark),
        ),
        class_name="report-outcome",
    )


def _heading(first: str, second: str) -> rx.Component:
    return rx.el.thead(rx.el.tr(rx.el.th(first, scope="col"), rx.el.th(second, scope="col")))


def _row_heading(label: Any) -> rx.Component:
    return rx.el.th(label, scope="row")


def _number_row(row: Any) -> rx.Component:
    return rx.el.tr(_row_heading(row.label), rx.foreach(row.cells, rx.el.td))
