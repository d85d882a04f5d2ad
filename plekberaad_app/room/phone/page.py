"""A participant's phone: one task and at most one thing to do."""

from dataclasses import asdict

import reflex as rx

from plekberaad_app.activities.contract.capabilities import Writes
from plekberaad_app.activities.contract.discovery import activities, panels
from plekberaad_app.activities.contract.views import TellsState
from plekberaad_app.core.people import MAX_CHALLENGE, MAX_FIRST_NAME
from plekberaad_app.core.privacy_notice import VERSION
from plekberaad_app.room.phone.check_in import check_in
from plekberaad_app.room.phone.frame import (
    called_by_number,
    message_to_all,
    phone_foot,
    phone_top,
    refused,
    task,
)
from plekberaad_app.room.phone.going_home import going_home
from plekberaad_app.room.phone.lobby import lobby, lobby_ground, lobby_told
from plekberaad_app.room.phone.own_moments import moments_told, own_moments
from plekberaad_app.room.phone.own_table import help_told, own_table
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.screen_texts import need_titles_of_steps
from plekberaad_app.ui.groups import own_group
from plekberaad_app.ui.idea_box import idea_outbox
from plekberaad_app.ui.late_panels import LatePanels
from plekberaad_app.ui.own_notes import OwnActs, earlier_notes, own_notes
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shell import bare_phone_shell, phone_shell
from plekberaad_app.ui.telling import announcements
from plekberaad_app.ui.texts import late_texts
from plekberaad_app.ui.words import language_switch, spoken, words
from plekberaad_app.ui.writers import writers_line

PHONE_PANELS = LatePanels("phone", panels("phone"), PhoneState)


def phone_page() -> rx.Component:
    """What a phone shows, depending on where the room is and whether this person is in."""
    need_titles_of_steps()
    shown = rx.match(
        PhoneState.stage.status,
        ("unknown", unknown()),
        ("closed", phone_shell(*over(), _foot())),
        ("lobby", _for_whom_is_in(_lobby())),
        ("running", _for_whom_is_in(_running())),
        loading(),
    )
    return rx.fragment(refusal_texts(), _announcements(), PHONE_PANELS.ahead(), shown)


def refusal_texts() -> rx.Component:
    """Why something cannot be done, which a phone seldom has to say."""
    return late_texts("refusals", "error.")


def _announcements() -> rx.Component:
    """Outside the screens, so that it notices when one replaces another."""
    me, stage = PhoneState.me, PhoneState.stage
    return announcements(
        stage,
        PhoneState.clock,
        lobby_told(me, stage),
        help_told(PhoneState),
        more=moments_told(PhoneState.mine),
        is_known=me.has_joined | (stage.status == "closed"),
    )


def waiting() -> tuple[rx.Component, ...]:
    """What a phone shows before the programme runs."""
    return (
        message_to_all(PhoneState.stage),
        refused(PhoneState.refusal),
        lobby(
            PhoneState.me,
            PhoneState.stage,
            PhoneState.offer_challenge,
            PhoneState.withdraw_challenge(),
            MAX_CHALLENGE,
        ),
    )


def doing() -> tuple[rx.Component, ...]:
    """The task of this moment, with what the running activity adds."""
    return (
        task(PhoneState.stage, _writers()),
        _refused(),
        own_group(PhoneState.me),
        own_moments(PhoneState.mine, PhoneState.stage, _own_acts()),
        PHONE_PANELS.running(),
    )


def _writers() -> rx.Component:
    """That others write here, in a step in which people do."""
    kinds = [kind for kind, one in activities().items() if isinstance(one.rules, Writes)]
    line = writers_line(PhoneState.writers, PhoneState.me.sits_at)
    return rx.cond(rx.Var.create(kinds).contains(PhoneState.stage.kind), line)


def _refused() -> rx.Component:
    """Not if what it was about has changed since, in this tab or another."""
    refusal, personal = PhoneState.refusal, rx.Var.create(PhoneState.personal).to(TellsState)
    holds = (refusal.as_of == "") | (refusal.as_of == personal.as_of)
    return refused(refusal, holds=holds)


def top() -> rx.Component:
    """Table and time."""
    return phone_top(PhoneState.me, PhoneState.clock, PhoneState.stage)


def _for_whom_is_in(inside: rx.Component) -> rx.Component:
    return rx.cond(
        PhoneState.me.is_loaded,
        rx.cond(PhoneState.me.has_joined, inside, _entrance()),
        loading(),
    )


def _entrance() -> rx.Component:
    return bare_phone_shell(
        message_to_all(PhoneState.stage), check_in(PhoneState.room, MAX_FIRST_NAME, VERSION)
    )


def over(*, is_onlooker: bool = False) -> tuple[rx.Component, ...]:
    """What people go home with."""
    return (
        message_to_all(PhoneState.stage),
        going_home(PhoneState.me, PhoneState.home, PhoneState.room, is_onlooker=is_onlooker),
    )


def _lobby() -> rx.Component:
    ground = rx.Var.create(f"phone phone-lobby {lobby_ground(PhoneState.me)}").to(str)
    title = said(PhoneState.room.title, rx.el.b)
    return phone_shell(*waiting(), _outbox(), _foot(), top=title, ground=ground)


def _running() -> rx.Component:
    stage, acts = PhoneState.stage, _own_acts()
    return phone_shell(
        *doing(),
        _outbox(),
        own_notes(PhoneState.mine, stage, acts),
        earlier_notes(PhoneState.earlier, acts),
        _foot(called_by_number(PhoneState.me, class_name="small"), own_table(PhoneState)),
        top=top(),
        occasion=spoken(stage.line),
        ground="phone phone-running",
    )


def _own_acts() -> OwnActs:
    """What each activity calls what people do with their own notes."""
    found = ((kind, one.rules) for kind, one in activities().items())
    writing = {kind: rules.writing_acts for kind, rules in found if isinstance(rules, Writes)}
    return OwnActs(PhoneState.act, {kind: asdict(acts) for kind, acts in writing.items()})


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


def _foot(*above: rx.Component) -> rx.Component:
    return phone_foot(PhoneState.room.code, *above)


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
