"""What happens to people's data, for those who want to know more than three sentences."""

import reflex as rx

from plekberaad_app.core.privacy_notice import VERSION
from plekberaad_app.ui.shell import phone_shell
from plekberaad_app.ui.speech import read_aloud
from plekberaad_app.ui.words import language_switch, words

PARTS = ("who", "what", "why", "seen", "long", "rights", "phone")


def privacy_page() -> rx.Component:
    """`/privacy`: the same for every evening; each part can be read aloud."""
    return phone_shell(
        rx.el.header(rx.el.b(words("start.name")), language_switch(), class_name="row between"),
        rx.el.h1(words("privacy.title"), class_name="title"),
        rx.el.p(words("privacy.intro"), class_name="lead"),
        *(_part(name) for name in PARTS),
        rx.el.button(
            words("privacy.back"),
            type="button",
            class_name="button button-main wide",
            # Only the browser knows where somebody came from.
            custom_attrs={"onClick": rx.Var("() => window.history.back()")},
        ),
        rx.el.p(words("privacy.version", version=VERSION), class_name="small muted"),
    )


def _part(name: str) -> rx.Component:
    said = words(f"privacy.{name}.text")
    return rx.el.section(
        rx.el.div(
            rx.el.h2(words(f"privacy.{name}"), class_name="lead"),
            read_aloud(said),
            class_name="row between",
        ),
        rx.el.p(said),
        class_name="stack-tight",
    )
