"""The phone of a participant: one task and at most one thing to do."""

import reflex as rx

from plekberaad_app.activities.phone_panels import PANELS
from plekberaad_app.components.check_in import check_in
from plekberaad_app.components.idea_box import idea_outbox
from plekberaad_app.components.lobby import lobby
from plekberaad_app.components.own_notes import earlier_notes, kept_notes, own_notes
from plekberaad_app.components.phone_frame import (
    closed,
    message_to_all,
    phone_foot,
    phone_top,
    refused,
    task,
)
from plekberaad_app.components.shell import phone_shell
from plekberaad_app.components.words import language_switch, words
from plekberaad_app.domain.informing import VERSION
from plekberaad_app.domain.people import MOST_FIRST_NAME
from plekberaad_app.states.phone import PhoneState


def phone_page() -> rx.Component:
    """What a phone shows, by where the room stands and whether this person is in."""
    shown = rx.match(
        PhoneState.stage.status,
        ("unknown", unknown()),
        ("closed", phone_shell(*_over(), _foot())),
        ("lobby", _for_whom_is_in(_lobby())),
        ("running", _for_whom_is_in(_running())),
        loading(),
    )
    return rx.fragment(shown)


def waiting() -> tuple[rx.Component, ...]:
    """What stands on a phone before the programme runs."""
    return (
        message_to_all(PhoneState.stage),
        refused(PhoneState.refusal),
        lobby(PhoneState.me, PhoneState.offer_challenge, PhoneState.withdraw_challenge()),
    )


def doing() -> tuple[rx.Component, ...]:
    """The task of this moment, with what the running activity adds."""
    panels = [(kind, panel(PhoneState)) for kind, panel in PANELS.items()]
    return (
        task(PhoneState.stage),
        refused(PhoneState.refusal),
        rx.fragment(rx.match(PhoneState.stage.kind, *panels, rx.fragment())),
    )


def top() -> rx.Component:
    """Table and time."""
    return phone_top(PhoneState.me, PhoneState.clock)


def _for_whom_is_in(inside: rx.Component) -> rx.Component:
    return rx.cond(
        PhoneState.me.is_loaded,
        rx.cond(PhoneState.me.has_joined, inside, _entrance()),
        loading(),
    )


def _entrance() -> rx.Component:
    return phone_shell(
        message_to_all(PhoneState.stage), check_in(PhoneState.room, MOST_FIRST_NAME, VERSION)
    )


def _over() -> tuple[rx.Component, ...]:
    return (message_to_all(PhoneState.stage), closed(), kept_notes(PhoneState.earlier))


def _lobby() -> rx.Component:
    return phone_shell(*waiting(), _outbox(), _foot(), top=top())


def _running() -> rx.Component:
    stage, act = PhoneState.stage, PhoneState.act
    return phone_shell(
        *doing(),
        _outbox(),
        own_notes(PhoneState.mine, stage, act),
        earlier_notes(PhoneState.earlier, act),
        _foot(),
        top=top(),
    )


def _outbox() -> rx.Component:
    return idea_outbox(
        PhoneState.room.code,
        PhoneState.stage,
        PhoneState.stored,
        PhoneState.refusal,
        on_send=lambda step, round_number, act, item, said, behalf: PhoneState.act(
            step,
            round_number,
            act,
            {"id": item, "text": said, "round": round_number, "behalf": behalf},
        ),
    )


def _foot() -> rx.Component:
    return phone_foot(PhoneState.room.code, PhoneState.clock)


def unknown() -> rx.Component:
    """There is no such room."""
    return phone_shell(
        rx.el.h1(words("phone.unknown.title"), class_name="title"),
        rx.el.p(words("phone.unknown.advice"), class_name="lead"),
        rx.el.a(words("phone.unknown.again"), href="/", class_name="button button-main"),
        language_switch(),
    )


def loading() -> rx.Component:
    """Nothing is known yet."""
    return phone_shell(rx.el.h1(words("phone.loading"), class_name="lead muted waiting"))
