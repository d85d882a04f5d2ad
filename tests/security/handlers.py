"""What may be called on a server, and with what: every handler in Reflex's registry."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reflex_base.registry import RegistrationContext

import plekberaad_app.plekberaad_app  # noqa: F401  (fills the registry as a start does)
from plekberaad_app.room.identity import roles_for
from tests.clients.facilitator import PASSWORD
from tests.security.house import House

Payload = Mapping[str, Any]

# A payload that works for who may call it, by state and handler.
PLAUSIBLE: Mapping[str, Callable[[House], Payload]] = {
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
    "my_data_state.enter": lambda _: {},
    "projector_state.enter": lambda _: {},
    "report_state.enter": lambda _: {},
    "begin_state.enter": lambda _: {},
    "own_login_state.enter": lambda _: {},
    "own_login_state.begin": lambda _: {"form": {"password": "geraden en niet goed"}},
    "own_login_state.confirm": lambda _: {"form": {"code": "123456"}},
    "own_login_state.end": lambda _: {"form": {"password": PASSWORD, "code": "123456"}},
    "tablet_state.enter": lambda _: {},
    "tablet_state.steer": lambda house: {"command": "resume", "made_on": _steering(house)},
    "tablet_state.cure": lambda house: {
        "form": {"cure": "cure.0123456789abcdef", "made_on": str(_steering(house))}
    },
    "tablet_state.reopen": lambda house: {"step_id": house.step_id, "made_on": _steering(house)},
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
    "tablet_state.set_rounds": lambda house: {"step_id": house.step_id, "rounds": 2},
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
    "tablet_state.undo_seating": lambda _: {},
    "tablet_state.stand_again": lambda _: {},
    "tablet_state.keep_together": lambda _: {"form": {"number": "1", "other": "2"}},
    "tablet_state.keep_apart": lambda _: {"number": 1},
    "tablet_state.name_owner": lambda _: {"form": {"number": "2", "sentence": "Een andere kans"}},
    "tablet_state.replace_owner": lambda _: {"round": 1, "table": 1, "number": 2},
    "tablet_state.let_challenge_through": lambda _: {"number": 1},
    "tablet_state.drop_owner": lambda _: {"number": 1},
    "preparing_state.enter": lambda _: {},
    "preparing_state.create": lambda _: {"form": {"title": "Ingebroken", "starts_at": ""}},
    "preparing_state.delete": lambda house: {"code": house.evening.code},
    "preparing_state.invite": lambda _: {"form": {"password": PASSWORD}},
    "preparing_state.log_out": lambda _: {
        "form": {"login_id": "0123456789abcdef", "password": PASSWORD}
    },
    "programme_state.enter": lambda _: {},
    "programme_state.refit": lambda _: {},
    "programme_state.add_step": lambda _: {"kind": "voting", "step_id": "aanval-stap"},
    "programme_state.remove_step": lambda house: {"step_id": _last_step(house)},
    "programme_state.move_step": lambda house: {"step_id": _last_step(house), "place": 1},
    "programme_state.describe": lambda _: {"form": {"title": "Ingebroken"}},
    "programme_state.store_step": lambda house: {
        "form": {"step_id": _last_step(house), "title": "Ingebroken", "minutes": "9"}
    },
}

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
OF_PAGES = {
    "phone_state": "/d/{}",
    "projector_state": "/scherm/{}",
    "tablet_state": "/begeleid/{}",
    "report_state": "/verslag/{}",
    "programme_state": "/voorbereiden/{}",
    "preparing_state": "/voorbereiden",
    "begin_state": "/begin/{}",
    "own_login_state": "/mijn-login",
    "my_data_state": "/mijn-gegevens/{}",
}


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
    return OF_PAGES.get(short(name).partition(".")[0], "/").format(code)


def payloads(name: str, house: House) -> Iterator[Any]:
    """What works for who may, then the same with every value of a wrong type in turn."""
    plausible = dict({**PLAUSIBLE, **OF_REFLEX}.get(short(name), lambda _: SETVAR)(house))
    yield plausible
    yield {"var_name": "_live_session_id", "value": house.evening.code}
    for index, wrong in enumerate(WRONG[: max(2, len(plausible))]):
        yield {field: WRONG[(index + at) % len(WRONG)] for at, field in enumerate(plausible)} or {
            "value": wrong
        }


def _steering(house: House) -> int:
    return house.evening.facilitator.shown["controls"]["steering"]


def _last_step(house: House) -> str:
    return house.evening.facilitator.shown["programme"][-1]["id"]
