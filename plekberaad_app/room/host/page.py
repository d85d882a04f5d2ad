"""`/tafel/<link>`: one table, for whoever helps it, or for the device that it shares."""

from dataclasses import asdict
from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.capabilities import Writes
from plekberaad_app.activities.contract.discovery import activities, panels
from plekberaad_app.room.host.state import HostState
from plekberaad_app.room.host.tools import around_the_table, for_whom, speaker_told, table_tools
from plekberaad_app.room.phone.frame import message_to_all, phone_top, refused, task
from plekberaad_app.room.phone.own_table import help_told
from plekberaad_app.room.phone.page import refusal_texts
from plekberaad_app.room.screen_texts import need_titles_of_steps
from plekberaad_app.ui.at_the_tap import picked_number
from plekberaad_app.ui.idea_box import idea_outbox
from plekberaad_app.ui.late_panels import LatePanels
from plekberaad_app.ui.own_notes import OwnActs, own_notes
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shell import phone_shell
from plekberaad_app.ui.speech import wake_lock
from plekberaad_app.ui.tables import seek_the_animal, table_class
from plekberaad_app.ui.telling import announcements
from plekberaad_app.ui.words import language_switch, spoken, words

# On the class, Reflex replaces every field by a Var, which no type checker can know.
HOST: Any = HostState

HOST_PANELS = LatePanels("phone", panels("phone"), HOST, on="host")


def host_page() -> rx.Component:
    """What this table does now, and what can be done for it."""
    need_titles_of_steps()
    shown = rx.match(
        HOST.stage.status,
        ("unknown", _void()),
        ("closed", _calm(words("host.closed.title"), words("host.closed.text"))),
        ("lobby", _lobby()),
        ("running", _running()),
        phone_shell(rx.el.h1(words("phone.loading"), class_name="lead muted waiting")),
    )
    said = announcements(HOST.stage, HOST.clock, help_told(HOST), speaker_told(HOST))
    return rx.fragment(refusal_texts(), said, wake_lock(), HOST_PANELS.ahead(), shown)


def _running() -> rx.Component:
    stage = HOST.stage
    return phone_shell(
        task(stage),
        refused(HOST.refusal),
        rx.el.div(
            rx.el.div(around_the_table(HOST), table_tools(HOST), class_name="stack host-around"),
            rx.el.div(
                rx.cond(HOST.host.can_write, for_whom(HOST)),
                _panel(),
                own_notes(HOST.mine, stage, _own_acts()),
                class_name="stack",
            ),
            class_name="host-halves",
        ),
        _outbox(),
        _foot(),
        top=phone_top(HOST.me, HOST.clock, stage),
        occasion=spoken(stage.line),
        ground="phone phone-running host",
    )


def _panel() -> rx.Component:
    """What a phone at this table shows; where people do not write, only to look at."""
    return rx.cond(
        HOST.host.can_write,
        HOST_PANELS.running(),
        rx.el.div(HOST_PANELS.running(), custom_attrs={"inert": True}, class_name="host-looks"),
    )


def _lobby() -> rx.Component:
    table = HOST.host.table
    ground = rx.Var.create(f"phone phone-lobby host {table_class(table)}").to(str)
    return phone_shell(
        message_to_all(HOST.stage),
        refused(HOST.refusal),
        rx.el.section(
            rx.el.div(
                rx.el.i(class_name="lobby-animal", aria_hidden="true"),
                rx.el.h1(words("host.lobby.title", table=table), class_name="lobby-table figures"),
                rx.el.p(seek_the_animal(table), class_name="lead"),
                class_name="lobby-middle",
            ),
            class_name=rx.Var.create(f"lobby {table_class(table)}").to(str),
        ),
        rx.el.p(words("host.lobby.text"), class_name="muted"),
        _foot(),
        top=said(HOST.room.title, rx.el.b),
        ground=ground,
    )


def _void() -> rx.Component:
    return _calm(words("helpers.void.title"), words("helpers.void.next"))


def _calm(title: Any, sentence: Any) -> rx.Component:
    return phone_shell(
        rx.el.h1(title, class_name="title"), rx.el.p(sentence, class_name="lead"), _foot()
    )


def _foot() -> rx.Component:
    return rx.el.footer(language_switch(), class_name="phone-foot")


def _own_acts() -> OwnActs:
    found = ((kind, one.rules) for kind, one in activities().items())
    writing = {kind: rules.writing_acts for kind, rules in found if isinstance(rules, Writes)}
    return OwnActs(HOST.act, {kind: asdict(acts) for kind, acts in writing.items()})


def _outbox() -> rx.Component:
    person = picked_number("for_whom")

    def on_send(step: Any, round_number: Any, act: Any, item: Any, text: Any, _behalf: Any) -> Any:
        note = {"id": item, "text": text, "round": round_number}
        payload = rx.cond(person > 0, note | {"person": person}, note)
        return HOST.act(step, round_number, act, payload)

    return idea_outbox(HOST.room.code, HOST.stage, HOST.stored, HOST.refusal, on_send=on_send)
