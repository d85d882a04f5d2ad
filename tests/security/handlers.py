"""What may be called on a server, and with what: every handler in Reflex's registry."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from reflex_base.registry import RegistrationContext

import plekberaad_app.plekberaad_app  # noqa: F401  (fills the registry as a start does)
from plekberaad_app.features.discovery import on_load, pages
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.room.identity import roles_for
from tests.security.house import House
from tests.security.sent import Payload, Sent

OF_THE_ROOM: Mapping[str, Callable[[House], Payload]] = {
    "phone_state.enter": lambda _: {},
    "phone_state.look_along": lambda _: {},
    "phone_state.act": lambda house: {
        "step_id": house.step_id,
        "round": 1,
        "name": "add_idea",
        "payload": {"id": "aanval-0001-idee", "text": "Een ingebroken idee"},
    },
    "phone_state.offer_challenge": lambda _: {"form": {"sentence": "Een ingebroken kans"}},
    "phone_state.withdraw_challenge": lambda _: {},
    "phone_state.be_ready": lambda house: {"stop": house.stop, "on": True},
    "phone_state.call_for_help": lambda _: {"on": True},
    "projector_state.enter": lambda _: {},
    "projector_state.observe": lambda _: {},
    "artist_state.enter": lambda _: {},
    "host_state.enter": lambda _: {},
    "host_state.act": lambda house: {
        "step_id": house.step_id,
        "round": 1,
        "name": "add_idea",
        "payload": {"id": "aanval-0002-idee", "text": "Een ingebroken idee"},
    },
    "host_state.take_time": lambda house: {"on": True, "made_on": _steering(house)},
    "host_state.be_ready": lambda house: {"stop": house.stop, "on": True},
    "host_state.call_for_help": lambda _: {"on": True},
    "host_state.pass_the_word": lambda _: {},
    "tablet_state.answer_call": lambda _: {"table": 1, "solved": True},
    "tablet_state.enter": lambda _: {},
    "tablet_state.steer": lambda house: {"command": "resume", "made_on": _steering(house)},
    "tablet_state.cure": lambda house: {
        "form": {"cure": "cure.0123456789abcdef", "made_on": str(_steering(house))}
    },
    "tablet_state.reopen": lambda house: {"step_id": house.step_id, "made_on": _steering(house)},
    "tablet_state.spread_rest": lambda house: {"made_on": _steering(house)},
    "tablet_state.unlock": lambda house: {"table": 1, "on": True, "made_on": _steering(house)},
    "tablet_state.show": lambda _: {"mode": "black"},
    "tablet_state.wall": lambda _: {"table": 1},
    "tablet_state.spotlight": lambda house: {"contribution_id": house.idea_id},
    "tablet_state.hide": lambda house: {"contribution_id": house.idea_id, "hidden": True},
    "tablet_state.act": lambda house: {
        "step_id": house.step_id,
        "round": 1,
        "name": "reveal",
        "payload": {},
    },
    "tablet_state.set_options": lambda house: {"form": {"step_id": house.step_id, "rounds": "2"}},
    "tablet_state.change_options": lambda house: {
        "step_id": house.step_id,
        "options": {"rounds": 2},
    },
    "tablet_state.send_message": lambda _: {"form": {"text": "Ga naar huis"}},
    "tablet_state.make_pin": lambda _: {},
    "tablet_state.add_person": lambda _: {"form": {"name": "Insluiper", "kind": "", "habit": ""}},
    "tablet_state.rename_person": lambda _: {"form": {"number": "1", "name": "Omgedoopt"}},
    "tablet_state.join_people": lambda _: {"form": {"number": "1", "other": "2"}},
    "tablet_state.part_phones": lambda _: {"number": 1},
    "tablet_state.go_home": lambda _: {"number": 3, "gone": True},
    "tablet_state.send_owner_home": lambda _: {"form": {"number": "1", "wish": "keep"}},
    "tablet_state.remove_owner": lambda _: {"form": {"number": "1", "wish": "stop"}},
    "tablet_state.remove_person": lambda _: {"number": 3, "take_along": True},
    "tablet_state.make_tables": lambda _: {"form": {"tables": "2"}},
    "tablet_state.move_person": lambda _: {"number": 2, "table": 1},
    "tablet_state.move_to_group": lambda _: {"number": 2, "group": 0},
    "tablet_state.undo_seating": lambda _: {},
    "tablet_state.stand_again": lambda _: {},
    "tablet_state.keep_together": lambda _: {"form": {"number": "1", "other": "2"}},
    "tablet_state.keep_apart": lambda _: {"number": 1},
    "tablet_state.name_owner": lambda _: {"form": {"number": "2", "sentence": "Een andere kans"}},
    "tablet_state.replace_owner": lambda _: {"round": 1, "table": 1, "number": 2},
    "tablet_state.let_challenge_through": lambda _: {"number": 1},
    "tablet_state.drop_owner": lambda _: {"number": 1},
}

# What is sent to the handlers of each feature, from its mirrored folder of tests.
SENT = [
    Sent(
        OF_THE_ROOM,
        own={
            "phone_state.act",
            "phone_state.offer_challenge",
            "phone_state.withdraw_challenge",
            "phone_state.be_ready",
            "phone_state.call_for_help",
        },
        effective={
            "tablet_state.steer",
            "tablet_state.show",
            "tablet_state.spotlight",
            "tablet_state.hide",
            "tablet_state.send_message",
            "tablet_state.make_pin",
            "tablet_state.add_person",
            "tablet_state.rename_person",
            "tablet_state.remove_person",
            "tablet_state.keep_together",
        },
    ),
    *(
        import_module(f"tests.features.{file.parent.name}.sent").SENT
        for file in sorted((ROOT / "tests" / "features").glob("*/sent.py"))
    ),
]
PLAUSIBLE = {name: payload for sent in SENT for name, payload in sent.payloads.items()}

# Reflex's own, by name: what a browser needs of it, and what it brings that is for nobody. One that
# is new with another release has to be looked at first.
OF_REFLEX: Mapping[str, Callable[[House], Payload]] = {
    "state.hydrate": lambda _: {},
    "state.hydrate_and_load": lambda house: {"hashes": ["x"], "vars": every_var(house)},
    "state.set_is_hydrated": lambda _: {"value": True},
    "on_load_internal_state.on_load_internal": lambda _: {},
    "on_load_internal_state.set_is_hydrated": lambda _: {"value": True},
    "update_vars_internal_state.update_vars_internal": lambda house: {"vars": every_var(house)},
    "frontend_event_exception_state.handle_frontend_exception": lambda _: {
        "info": "x",
        "component_stack": "x",
    },
}

WRONG = ({"a": {"b": [None]}}, [], None, True, 10**30, "x" * 2000, "\ud800", -1, "' OR 1=1 --")
SETVAR = {"var_name": "pin", "value": "000000"}
# More people, tables and rounds than either evening has.
MAX_COUNTED = 8


def every_handler() -> dict[str, Any]:
    """All handlers of the program, Reflex's own included, by their full names."""
    return {
        name: registered.handler.fn
        for name, registered in RegistrationContext.get().event_handlers.items()
        if not registered.handler.fn.__module__.startswith("tests")
    }


def without_a_row(handlers: Mapping[str, Any]) -> list[str]:
    """Handlers of which no table says who may call them, or with which nobody ever attacked."""
    return [
        name
        for name in handlers
        if roles_for(name) is None
        or not (name.endswith(".setvar") or short(name) in {**PLAUSIBLE, **OF_REFLEX})
    ]


def every_var(house: House) -> Payload:
    """Every var of every state, as a browser brings what it keeps itself, with De Linde in it."""
    return {
        f"{state}.{var}": house.evening.code
        for state, kind in RegistrationContext.get().base_states.items()
        for var in {*kind.vars, *kind.get_fields()}
    }


def anothers(name: str, house: House) -> Iterator[Any]:
    """What works in De Linde's evening, sent from an own one; then everything that is counted."""
    plausible = dict(PLAUSIBLE[short(name)](house))
    yield plausible
    counted = [field for field, value in plausible.items() if type(value) is int]
    for number in range(MAX_COUNTED):
        if counted:
            yield plausible | dict.fromkeys(counted, number)
    form = plausible.get("form", {})
    if "number" in form:
        for number in range(MAX_COUNTED):
            yield {"form": {**form, "number": str(number)}}


def short(name: str) -> str:
    """The last part of a state's name, and its handler: 'tablet_state.steer'."""
    state, handler = name.rsplit(".", 2)[-2:]
    return f"{state.rsplit('____', 1)[-1]}.{handler}"


def page_of(name: str, code: str) -> str:
    """The page from which a browser would call this handler."""
    state = name.rpartition(".")[0]
    found = (page for page, states in _pages() if state in states)
    return re.sub(r"\[\w+\]", code, next(found, "/"))


def payloads(name: str, house: House) -> Iterator[Any]:
    """What works for who may, then the same with every value of a wrong type in turn."""
    plausible = dict({**PLAUSIBLE, **OF_REFLEX}.get(short(name), lambda _: SETVAR)(house))
    yield plausible
    yield {"var_name": "_live_session_id", "value": house.evening.code}
    for index, wrong in enumerate(WRONG[: max(2, len(plausible))]):
        yield {field: WRONG[(index + at) % len(WRONG)] for at, field in enumerate(plausible)} or {
            "value": wrong
        }


@cache
def _pages() -> list[tuple[str, set[str]]]:
    """The addresses of pages, each with the states that are asked something when it opens."""
    return [
        (page.address, {handler.state.get_full_name() for handler in on_load(declared, page)})
        for declared, page in pages()
    ]


def _steering(house: House) -> int:
    return house.evening.facilitator.shown["controls"]["steering"]
