"""A harvest on the tablet: choosing for a table, and going through what is told."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.harvest.options import CHOOSE, TELL
from plekberaad_app.activities.kit.phoneless_chips import phoneless_chips, picked_person
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.said import said
from plekberaad_app.ui.tables import table_badge, table_class, table_label, table_title
from plekberaad_app.ui.words import words


def tablet_panel(screen: Screen) -> rx.Component:
    """What can be done in this phase."""
    is_told = screen.face.out_of > 0
    return rx.fragment(
        rx.match(
            screen.stage.phase,
            (CHOOSE, _choosing(screen)),
            (TELL, rx.cond(is_told, _telling(screen))),
            rx.fragment(),
        )
    )


def _choosing(screen: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(text("harvest.tablet.tables"), class_name="lead"),
        rx.foreach(screen.face.per_table, lambda row: _table(screen, row)),
        class_name="stack-tight",
    )


def _table(screen: Any, row: Any) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            table_badge(row.table, tells_writing=True),
            rx.el.b(table_title(row.table)),
            rx.el.span(_progress(row), class_name="harvest-progress"),
            class_name="table-label",
        ),
        rx.el.ul(
            rx.foreach(row.ours, lambda item: _ours(screen, row, item)), class_name="stack-tight"
        ),
        rx.cond(row.left > 0, _choices(screen, row)),
        key=row.table,
        class_name="card harvest-at-table",
    )


def _progress(row: Any) -> Any:
    return rx.cond(
        row.sits_out & (row.brought == 0),
        text("harvest.projector.sits_out"),
        words("harvest.projector.brought", n=row.brought),
    )


def _ours(screen: Any, row: Any, item: Any) -> rx.Component:
    leaving, payload = text("harvest.phone.leave_out"), {"table": row.table, "item": item.id}
    return rx.el.li(
        said(item.text),
        rx.cond(item.can_leave, _tap(screen, "leave_out", payload, leaving, item.text)),
        key=item.id,
        class_name="well row between",
    )


def _choices(screen: Any, row: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h3(text("harvest.tablet.choose"), class_name="small"),
        rx.el.ul(
            rx.foreach(row.choices, lambda choice: _choice(screen, row, choice)),
            class_name="stack-tight",
        ),
        rx.el.p(text("harvest.tablet.paper"), class_name="small muted"),
        class_name="stack-tight",
    )


def _choice(screen: Any, row: Any, choice: Any) -> rx.Component:
    choosing, payload = text("harvest.phone.choose"), {"table": row.table, "choice": choice.number}
    return rx.el.li(
        said(choice.text),
        _tap(screen, "put_forward", payload, choosing, choice.text),
        key=choice.number,
        class_name="row between",
    )


def _telling(screen: Any) -> rx.Component:
    face = screen.face
    shown = face.shown
    return rx.el.section(
        rx.cond(
            shown.id != "",
            rx.fragment(_shown(face, shown), _hearts(screen, shown)),
            rx.el.p(text("harvest.tablet.all"), class_name="lead"),
        ),
        rx.el.div(
            rx.cond(face.before.id != "", _to(screen, face.before, "chevron-left", "back")),
            rx.cond(
                face.after.id != "",
                _to(screen, face.after, "chevron-right", "next", "button-main"),
                rx.cond(shown.id != "", _to_all(screen)),
            ),
            class_name="row between harvest-ways",
        ),
        class_name="stack",
    )


def _shown(face: Any, shown: Any) -> rx.Component:
    return rx.el.article(
        rx.el.header(
            table_label(shown.table),
            rx.el.span(words("harvest.projector.place", place=face.place, most=face.out_of)),
            class_name="row between",
        ),
        said(shown.about, class_name="small muted"),
        said(shown.text, class_name="lead"),
        rx.cond(
            shown.hearts > 0,
            rx.el.p(
                icon("heart"),
                words("harvest.projector.hearts", n=shown.hearts),
                class_name="icon-line",
            ),
        ),
        class_name=f"card stack-tight harvest-shown {table_class(shown.table)}",
    )


def _hearts(screen: Any, shown: Any) -> rx.Component:
    """For people without a phone: first for whom, then whether it touches them."""
    people = screen.face.hearts_for
    return rx.cond(
        people.length() > 0,
        rx.el.div(
            phoneless_chips(people, text("harvest.tablet.for_whom")),
            rx.el.div(
                _heart(screen, shown, text("harvest.phone.touches"), on=True),
                _heart(screen, shown, text("harvest.tablet.not"), on=False),
                class_name="row harvest-for-somebody",
            ),
            class_name="stack-tight harvest-phoneless",
        ),
    )


def _heart(screen: Any, shown: Any, label: str, *, on: bool) -> rx.Component:
    payload = {"item": shown.id, "on": on, "person": picked_person()}
    return _tap(screen, "give_heart", payload, label, shown.text)


def _to(screen: Any, item: Any, sign: str, way: str, look: str = "") -> rx.Component:
    label = words(f"harvest.tablet.{way}", table=item.table)
    return _way(screen, item.id, look, icon(sign), label)


def _to_all(screen: Any) -> rx.Component:
    return _way(screen, "", "button-main", icon("layout-grid"), text("harvest.tablet.to_all"))


def _way(screen: Any, item_id: Any, look: str, *label: Any) -> rx.Component:
    stage = screen.stage
    return rx.el.button(
        *label,
        type="button",
        on_click=screen.act(stage.step_id, stage.round, "tell_item", {"item": item_id}),
        class_name=f"button {look}".strip(),
    )


def _tap(screen: Any, act: str, payload: dict[str, Any], label: Any, about: Any) -> rx.Component:
    stage = screen.stage
    return rx.el.button(
        label,
        type="button",
        aria_label=naming(label, about),
        on_click=screen.act(stage.step_id, stage.round, act, payload),
        class_name="button",
    )
