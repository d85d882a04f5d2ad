"""The tablet's page: what it shows before, during and instead of an evening."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.screen_texts import need_titles_of_steps
from plekberaad_app.room.tablet.agenda import agenda
from plekberaad_app.room.tablet.bar import bar
from plekberaad_app.room.tablet.calls import ready
from plekberaad_app.room.tablet.frame import VIEWS, rail, top, view
from plekberaad_app.room.tablet.notice import notice
from plekberaad_app.room.tablet.now import TABLET_PANELS, now
from plekberaad_app.room.tablet.obstacle import obstacle
from plekberaad_app.room.tablet.outcomes import outcomes
from plekberaad_app.room.tablet.owners import PLAN_PANELS, owners
from plekberaad_app.room.tablet.paper import paper
from plekberaad_app.room.tablet.people import people
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.room.tablet.seating import seating
from plekberaad_app.room.tablet.side import side
from plekberaad_app.room.tablet.strip import strip
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.shell import tablet_shell
from plekberaad_app.ui.telling import announcements
from plekberaad_app.ui.writers import writing_tables

_CONTENTS = (now, people, seating, owners, paper, agenda, outcomes)


def tablet_page() -> rx.Component:
    """The page `/begeleid/<code>`."""
    need_titles_of_steps()
    return tablet_shell(
        writing_tables(SCREEN.writing_tables),
        rx.match(
            SCREEN.stage.status,
            ("", _waiting()),
            ("unknown", _unknown()),
            _evening(),
        ),
        announcements(SCREEN.stage, SCREEN.clock),
        TABLET_PANELS.ahead(),
        PLAN_PANELS.ahead(),
    )


def _evening() -> rx.Component:
    views = (view(name, content()) for name, content in zip(VIEWS, _CONTENTS, strict=True))
    return rx.el.div(
        top(),
        strip(),
        rail(),
        rx.el.main(*views, class_name="tablet-main"),
        side(),
        rx.el.div(ready(), obstacle(), notice(), class_name="tablet-told"),
        bar(),
        class_name="tablet-frame",
    )


def _waiting() -> rx.Component:
    return rx.el.main(
        rx.el.h1(text("tablet.waiting"), class_name="lead"),
        class_name="tablet-alone",
    )


def _unknown() -> rx.Component:
    return rx.el.main(
        rx.el.h1(text("tablet.unknown.title"), class_name="title"),
        empty_state(text("tablet.unknown.next")),
        rx.el.a(text("tablet.unknown.link"), href="/voorbereiden", class_name="button button-main"),
        class_name="tablet-alone stack",
    )
