"""On the desk of an evening: who helps, each with a link of their own."""

from typing import Any

import reflex as rx

from plekberaad_app.core.name_rules import MAX_NAME
from plekberaad_app.core.rights import Role
from plekberaad_app.core.seating import MAX_TABLES
from plekberaad_app.features.helpers.model import PAGES
from plekberaad_app.features.helpers.state import HelpersState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.guarded import guarded, yes_button
from plekberaad_app.ui.handing_on import hand_on_link
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import labelled, line
from plekberaad_app.ui.tables import table_badge, table_title
from plekberaad_app.ui.told import told
from plekberaad_app.ui.unfolding import unfolding_form
from plekberaad_app.ui.unsaved import form_foot

# On the class, Reflex replaces every field by a Var, which no type checker can know.
HELPERS: Any = HelpersState

_SYMBOLS = {
    Role.TABLE_HOST: "armchair",
    Role.ARTIST: "sparkles",
    Role.OBSERVER: "eye",
    Role.STAND_IN: "tablet",
}
_PRINT = rx.Var("() => window.print()")


def helpers() -> rx.Component:
    """Who has a link, the links of this moment, and a form for each role."""
    return rx.cond(
        HELPERS.may_hand_out,
        rx.el.section(
            rx.el.div(
                rx.el.h2(text("helpers.title"), class_name="lead"),
                rx.el.p(text("helpers.how")),
            ),
            rx.cond(HELPERS.handed_out.length() > 0, _handed_out()),
            rx.cond(HELPERS.answers != "new", told(HELPERS.notice)),
            rx.cond(
                HELPERS.helpers.length() > 0,
                rx.el.ul(rx.foreach(HELPERS.helpers, _helper), class_name="helpers-list"),
            ),
            rx.el.div(_all_tables(), *(_new(role) for role in PAGES), class_name="row helpers-new"),
            class_name="card stack helpers",
        ),
    )


def _handed_out() -> rx.Component:
    """The only time that these links can be read; each is a sheet of paper when printed."""
    return rx.el.div(
        rx.el.p(icon("info"), text("helpers.once"), class_name="icon-line"),
        rx.foreach(HELPERS.handed_out, _link),
        rx.el.button(
            icon("printer"),
            text("helpers.print"),
            type="button",
            class_name="button helpers-print",
            custom_attrs={"onClick": _PRINT},
        ),
        class_name="say stack helpers-links",
    )


def _link(card: Any) -> rx.Component:
    return rx.el.div(
        rx.el.div(hand_on_link(_whose(card), card.link, card.qr), class_name="helpers-link"),
        rx.el.div(
            rx.el.p(HELPERS.title, class_name="lead"),
            rx.cond(card.table > 0, table_badge(card.table)),
            rx.el.h2(_called(card), class_name="title"),
            rx.el.p(_does(card.role), class_name="lead"),
            rx.el.img(src=card.qr, alt="", class_name="desk-qr"),
            rx.el.p(card.link, dir="ltr"),
            aria_hidden="true",
            class_name="helpers-sheet",
        ),
        key=card.id,
    )


def _helper(helper: Any) -> rx.Component:
    return rx.el.li(
        _sign(helper),
        rx.el.div(
            rx.el.p(_called(helper)),
            rx.cond(helper.name != "", rx.el.p(helper.name, class_name="muted")),
        ),
        rx.el.div(
            rx.el.button(
                icon("rotate-ccw"),
                rx.el.span(text("helpers.renew")),
                type="button",
                on_click=HELPERS.renew(helper.id),
                class_name="button button-quiet",
            ),
            guarded(
                text("helpers.withdraw"),
                text("helpers.withdraw.sure"),
                yes_button(text("helpers.withdraw.yes"), HELPERS.withdraw(helper.id)),
                symbol="x",
            ),
            class_name="row",
        ),
        key=helper.id,
        custom_attrs={"data-role": helper.role},
    )


def _sign(helper: Any) -> rx.Component:
    signs = [(role.value, icon(_SYMBOLS[role], "helpers-sign")) for role in PAGES]
    return rx.cond(
        helper.table > 0, table_badge(helper.table), rx.match(helper.role, *signs, icon("user"))
    )


def _called(helper: Any) -> rx.Var[str]:
    """'Tafel 3 · vos', or what somebody without a table does."""
    roles = [(role.value, text(f"helpers.role.{role.value}")) for role in PAGES]
    return rx.cond(
        helper.table > 0, table_title(helper.table), rx.match(helper.role, *roles, "")
    ).to(str)


def _does(role: Any) -> rx.Var[str]:
    return rx.match(role, *((each.value, text(f"helpers.does.{each.value}")) for each in PAGES), "")


def _new(role: Role) -> rx.Component:
    """A button that unfolds what has to be said for a link in this role."""
    return unfolding_form(
        rx.el.summary(
            icon(_SYMBOLS[role]), text(f"helpers.role.{role.value}"), class_name="button"
        ),
        checked_form(
            rx.el.p(text(f"helpers.does.{role.value}")),
            rx.el.input(type="hidden", name="role", value=role.value),
            *([_which_table("table", "1")] if role is Role.TABLE_HOST else []),
            *([_which_step()] if role is Role.ARTIST else []),
            line(text("helpers.name"), "name", max_length=MAX_NAME),
            form_foot(
                rx.el.button(text("helpers.make"), type="submit", class_name="button button-main"),
                HELPERS,
                "new",
            ),
            on_submit=HELPERS.hand_out,
            reset_on_submit=True,
            class_name="stack desk-settings",
        ),
        group="helpers",
    )


def _which_step() -> rx.Component:
    return labelled(
        text("helpers.step"),
        rx.el.select(
            rx.el.option(text("helpers.step.none"), value=""),
            rx.foreach(HELPERS.steps, lambda step: rx.el.option(step.title, value=step.id)),
            name="step_id",
            class_name="input",
        ),
    )


def _whose(card: Any) -> rx.Var[str]:
    named = rx.Var.create(f"{_called(card)} · {card.name}")
    return rx.cond(card.name != "", named, _called(card)).to(str)


def _all_tables() -> rx.Component:
    """A link for each table, for the device that it shares: to print and put on the tables."""
    return unfolding_form(
        rx.el.summary(icon("tablet"), text("helpers.tables"), class_name="button"),
        checked_form(
            rx.el.p(text("helpers.tables.how")),
            _which_table("tables", "6"),
            form_foot(
                rx.el.button(
                    text("helpers.tables.make"), type="submit", class_name="button button-main"
                ),
                HELPERS,
                "new",
            ),
            on_submit=HELPERS.hand_out,
            reset_on_submit=True,
            class_name="stack desk-settings",
        ),
        group="helpers",
    )


def _which_table(name: str, default: str) -> rx.Component:
    return labelled(
        text(f"helpers.{name}.label"),
        rx.el.input(
            type="number",
            name=name,
            min=1,
            max=MAX_TABLES,
            default_value=default,
            required=True,
            class_name="input figures",
        ),
    )
