"""The page of the report, which is also what is printed."""

from typing import Any

import reflex as rx

from plekberaad_app.core.disclosure import SMALLEST_CELL
from plekberaad_app.features.report.parts import (
    bar_figure,
    count_table,
    facts,
    next_steps,
    number_table,
    step_section,
)
from plekberaad_app.features.report.state import ReportState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import Styles
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.facilitator_bar import facilitator_bar
from plekberaad_app.ui.file_link import file_link
from plekberaad_app.ui.handing_on import hand_on_page
from plekberaad_app.ui.icons import icon


def report_page() -> rx.Component:
    """`/verslag/[code]`."""
    view = ReportState.view
    return rx.el.div(
        Styles.create("report"),
        rx.cond((view.status == "full") | (view.status == "empty"), facilitator_bar()),
        rx.el.main(
            rx.match(
                view.status,
                ("full", _full(view)),
                ("empty", _empty(view)),
                ("refused", _refused(view)),
                rx.fragment(rx.el.h1(text("report.page.title")), rx.el.p(text("report.loading"))),
            ),
            class_name="report-main",
        ),
        class_name="report",
    )


def _full(view: Any) -> rx.Component:
    return rx.fragment(
        _head(view),
        _tools(view),
        facts(view.facts),
        next_steps(view.next_steps),
        rx.foreach(view.steps, step_section),
        _figures(view),
        _private(view),
        rx.el.footer(rx.el.p(text("report.made")), class_name="muted small"),
    )


def _empty(view: Any) -> rx.Component:
    sentence = rx.fragment(rx.el.strong(text("report.empty.title")), rx.el.br(), view.message)
    return rx.fragment(_head(view), empty_state(sentence, "sticky-note"))


def _refused(view: Any) -> rx.Component:
    return rx.fragment(
        rx.el.h1(text("report.page.title"), class_name="title"),
        empty_state(view.message, "lock"),
        rx.el.a(icon("log-in"), text("report.log_in"), href="/inloggen", class_name="button"),
    )


def _head(view: Any) -> rx.Component:
    return rx.el.header(
        rx.el.p(text("report.eyebrow"), class_name="report-eyebrow"),
        rx.el.h1(view.title, class_name="title"),
        rx.el.p(
            rx.cond(view.place != "", rx.el.span(icon("map-pin"), view.place)),
            rx.cond(view.date != "", rx.el.span(icon("calendar"), view.date)),
            class_name="report-when muted",
        ),
        rx.cond(view.question != "", _question(view.question)),
        rx.cond(view.remark != "", rx.el.p(view.remark, class_name="say report-remark")),
        class_name="report-head",
    )


def _question(question: Any) -> rx.Component:
    return rx.el.div(
        rx.el.p(text("report.question"), class_name="small muted"),
        rx.el.p(question, class_name="lead"),
        class_name="report-question",
    )


def _tools(view: Any) -> rx.Component:
    files = f"/verslag/{view.code}"
    return rx.el.nav(
        rx.el.button(
            icon("printer"),
            text("report.print"),
            type="button",
            class_name="button",
            # A Var instead of an event: the browser prints without asking the server.
            custom_attrs={"onClick": rx.Var("() => window.print()")},
        ),
        file_link(f"{files}/verslag.xlsx", text("report.download.xlsx")),
        file_link(f"{files}/ideeen.csv", text("report.download.csv")),
        file_link(f"{files}/verslag.json", text("report.download.json")),
        file_link(f"{files}/ideeen.csv?verborgen=1", text("report.download.hidden")),
        rx.el.details(
            rx.el.summary(icon("share-2"), text("desk.links"), class_name="button"),
            hand_on_page(text("desk.links.report"), "verslag", view.code, ReportState.address),
        ),
        class_name="report-tools",
        aria_label=text("report.tools"),
    )


def _figures(view: Any) -> rx.Component:
    ideas = text("report.figure.ideas")
    return rx.el.section(
        rx.el.h2(text("report.figures")),
        rx.cond(
            view.idea_rows.length() > 0,
            bar_figure(
                ReportState.ideas_figure,
                ideas,
                text("report.figure.ideas.alt"),
                number_table(text("report.figure.table"), view.idea_columns, view.idea_rows, ideas),
            ),
        ),
        _people(ReportState.kinds_figure, "report.figure.people", view.kinds),
        rx.el.p(text("report.people.why", smallest=SMALLEST_CELL), class_name="muted small"),
        class_name="report-section",
    )


def _private(view: Any) -> rx.Component:
    """Figures for the facilitator alone: on this page, but neither printed nor in a file."""
    return rx.el.section(
        rx.el.h2(icon("lock"), text("report.private")),
        rx.el.p(text("report.private.why"), class_name="muted"),
        rx.el.p(view.share, class_name="lead"),
        _people(ReportState.habits_figure, "report.figure.habits", view.habits),
        class_name="report-section report-private",
    )


def _people(data: Any, key: str, lines: Any) -> rx.Component:
    title = text(key)
    table = count_table(lines, text("report.figure.group"), text("report.figure.count"), title)
    return rx.cond(
        lines.length() > 0,
        bar_figure(data, title, text(f"{key}.alt"), table),
        rx.el.div(rx.el.h3(title), rx.el.p(text("report.people.none"), class_name="muted")),
    )
