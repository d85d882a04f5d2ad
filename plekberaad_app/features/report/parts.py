"""Parts of the page: key numbers, next steps, the blocks of each step, charts with a table."""

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
    """Everything that people will do, at the top of the report."""
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
    """The blocks of one step."""
    return rx.el.section(
        rx.el.h2(step.title),
        rx.cond(step.lasted != "", rx.el.p(step.lasted, class_name="muted")),
        rx.foreach(
            step.sections, lambda found: rx.cond(found.is_card, _card(found), _blocks(found.blocks))
        ),
        class_name="report-section",
    )


def bar_figure(data: Any, title: str, description: str, table: rx.Component) -> rx.Component:
    """A chart, its description in words, and the same numbers as a table."""
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


def count_table(lines: Any, first: Any, second: Any, caption: Any) -> rx.Component:
    """A table of two columns: a label and its count."""
    return rx.el.table(
        rx.el.caption(caption, class_name="unseen"),
        _heading(first, second),
        rx.el.tbody(
            rx.foreach(lines, lambda line: rx.el.tr(_row_heading(line.label), rx.el.td(line.count)))
        ),
        class_name="report-table figures",
    )


def number_table(first: str, columns: Any, rows: Any, caption: str) -> rx.Component:
    """A table with a row for each label and a number in each column."""
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
        rx.cond(
            step.table > 0,
            rx.el.p(
                table_badge(step.table), rx.el.span(step.table_label), class_name="report-place"
            ),
        ),
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


def _card(card: Any) -> rx.Component:
    return rx.el.article(
        rx.el.header(
            rx.cond(
                card.place != "",
                rx.el.p(
                    rx.cond(card.table > 0, table_badge(card.table)),
                    rx.el.span(card.place),
                    class_name="report-place",
                ),
            ),
            rx.cond(card.challenge != "", rx.el.h3(card.challenge)),
            rx.cond(card.owner != "", rx.el.p(card.owner, class_name="muted")),
        ),
        _blocks(card.blocks),
        class_name=f"report-round {table_class(card.table)}",
    )


def _blocks(blocks: Any) -> rx.Component:
    return rx.fragment(rx.foreach(blocks, _block))


def _block(block: Any) -> rx.Component:
    drawn = rx.match(
        block.type,
        ("heading", rx.el.h3(block.title, dir="auto")),
        ("paragraph", rx.el.p(block.title, dir="auto")),
        ("notes", _notes(block)),
        ("counts", _counts(block)),
        ("table", _table(block)),
        ("next_steps", _decided(block.steps)),
        rx.fragment(),
    )
    return rx.fragment(drawn)


def _notes(block: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h4(rx.cond(block.is_marked, icon("hand-helping")), block.title),
        rx.el.ul(rx.foreach(block.notes, _note), class_name="report-notes"),
        class_name=rx.cond(block.is_marked, "report-heap is-marked", "report-heap"),
    )


def _note(note: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(note.text),
        rx.cond(note.answer != "", rx.el.p(note.answer, class_name="muted small")),
        class_name="report-note",
    )


def _counts(block: Any) -> rx.Component:
    return rx.fragment(
        rx.cond(block.lead != "", rx.el.p(block.lead, class_name="lead", dir="auto")),
        count_table(block.counts, block.columns[0], block.columns[1], block.title),
    )


def _table(block: Any) -> rx.Component:
    head = rx.el.tr(rx.foreach(block.columns, lambda title: rx.el.th(title, scope="col")))
    return rx.el.div(
        rx.el.table(
            rx.el.caption(block.title),
            rx.el.thead(head),
            rx.el.tbody(rx.foreach(block.rows, lambda row: rx.el.tr(rx.foreach(row, rx.el.td)))),
            class_name="report-table",
        ),
        class_name="report-scroll",
        role="region",
        aria_label=block.title,
        tab_index=0,
    )


def _decided(steps: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h4(icon("footprints"), text("report.next_step")),
        rx.foreach(
            steps,
            lambda step: rx.cond(
                step.what != "",
                rx.fragment(rx.el.p(step.what, class_name="lead"), _who_and_when(step)),
                rx.el.p(step.remark),
            ),
        ),
        class_name="report-outcome",
    )


def _heading(first: Any, second: Any) -> rx.Component:
    return rx.el.thead(rx.el.tr(rx.el.th(first, scope="col"), rx.el.th(second, scope="col")))


def _row_heading(label: Any) -> rx.Component:
    return rx.el.th(label, scope="row")


def _number_row(row: Any) -> rx.Component:
    return rx.el.tr(_row_heading(row.label), rx.foreach(row.cells, rx.el.td))
