"""The gate: every handler has a rule, and what no rule allows does not happen."""

import importlib
import pkgutil
from types import SimpleNamespace
from typing import Any, cast

import pytest
import reflex as rx
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext

import plekberaad_app
from plekberaad_app.core.rights import ANY_FACILITATOR, ANYONE, Action, Resource
from plekberaad_app.features.accounts import devices
from plekberaad_app.platform import logins
from plekberaad_app.platform.tokens import new_key
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import admission, identity
from plekberaad_app.room.identity import (
    Gate,
    Tabs,
    allows,
    facilitator_token,
    participant_key,
    roles_for,
    route_code,
)
from tests.casting import CODE, OTHER_CODE, PASSWORD

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


class GateSampleState(rx.State):
    """One handler of each kind, and one that forgot to say."""

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    def look(self):
        """For anyone."""

    @rx.event
    @allows(Action.ADD, Resource.CONTRIBUTION)
    def write(self):
        """For a participant."""

    @rx.event
    @allows(Action.CHANGE, Resource.CLOCK)
    def steer(self):
        """For a facilitator."""

    @rx.event(background=True)
    @allows(Action.CHANGE, Resource.CLOCK)
    async def steer_on(self):
        """In the background."""

    def forgotten(self):
        """No rule."""


ROOT = GateSampleState.get_full_name()
GUEST, PHONE, OLD_PHONE, FORGED, TABLET, LOGGED_OUT = (
    "guest",
    "phone",
    "phone of another evening",
    "forged",
    "tablet",
    "logged out",
)


def every_handler() -> dict[str, Any]:
    """All handlers there are, with every page's state loaded; those of tests are left out."""
    for module in pkgutil.walk_packages(plekberaad_app.__path__, "plekberaad_app."):
        if module.name.endswith("state"):
            importlib.import_module(module.name)
    return {
        name: registered.handler.fn
        for name, registered in RegistrationContext.get().event_handlers.items()
        if not registered.handler.fn.__module__.startswith("tests")
    }


def browser_with(cookie: str = "", path: str = "/", origin: str = "http://plek") -> Any:
    """A state as Reflex hands it to the gate; the served tests go through a real one."""
    headers = {"cookie": cookie, "origin": origin}
    browser = SimpleNamespace(
        rx_router_session=SimpleNamespace(client_token="t", client_ip="192.0.2.7"),
        rx_router_headers=SimpleNamespace(raw_headers=headers),
        router=SimpleNamespace(url=SimpleNamespace(path=path)),
    )
    return cast(Any, browser)


def cookie_of(who: str) -> str:
    if who == PHONE:
        return f"a=b; plekberaad_{CODE}={new_key(CODE)}"
    if who == OLD_PHONE:
        return f"plekberaad_{CODE}={new_key(OTHER_CODE)}"
    if who == FORGED:
        return f"plekberaad_{CODE}={'A' * 64}; {logins.COOKIE}=x; plekberaad_=1"
    if who == TABLET:
        return f"{logins.COOKIE}={devices.log_in('Anna', PASSWORD, now())}"
    if who == LOGGED_OUT:
        token = devices.log_in("Anna", PASSWORD, now())
        devices.log_out(token)
        return f"{logins.COOKIE}={token}"
    return ""


async def passes(name: str, who: str) -> bool:
    stopped = await Gate().preprocess(
        cast(Any, None), browser_with(cookie_of(who)), Event(name=name)
    )
    assert stopped is None or (not stopped.delta and not stopped.events)
    return stopped is None


def test_every_handler_says_who_may_call_it():
    forgotten = [name for name in every_handler() if roles_for(name) is None]
    assert not forgotten


def test_nothing_a_browser_does_not_need_is_open_to_anyone():
    names = every_handler()
    of_reflex = {name for name, fn in names.items() if fn.__module__.startswith("reflex")}
    open_to_anyone = {name for name in of_reflex if roles_for(name) == ANYONE}
    assert {name.rsplit(".", 1)[1] for name in open_to_anyone} == {
        "hydrate",
        "hydrate_and_load",
        "set_is_hydrated",
        "on_load_internal",
        "update_vars_internal",
    }


def test_setvar_is_for_nobody_on_every_state():
    setters = [name for name in every_handler() if name.endswith(".setvar")]
    assert setters
    assert all(roles_for(name) == frozenset() for name in setters)


def test_what_a_phone_may_do_on_a_tablet_or_at_a_desk_is_only_to_look():
    names = [name for name in every_handler() if "tablet_state." in name or "preparing" in name]
    ours = {name: roles_for(name) or frozenset() for name in names if not name.endswith(".setvar")}
    looking = {name for name in ours if name.endswith(".enter")}
    assert looking
    assert all(ours[name] and ours[name] <= ANY_FACILITATOR for name in ours.keys() - looking)


@pytest.mark.parametrize(
    ("handler", "who"),
    [
        ("look", {GUEST, PHONE, OLD_PHONE, FORGED, TABLET, LOGGED_OUT}),
        ("write", {PHONE}),
        ("steer", {TABLET}),
        ("steer_on", {TABLET}),
        ("forgotten", set()),
        ("setvar", set()),
        ("no_such_handler", set()),
    ],
)
async def test_only_whoever_is_named_passes(anna, handler, who):
    everyone = (GUEST, PHONE, OLD_PHONE, FORGED, TABLET, LOGGED_OUT)
    passed = {each for each in everyone if await passes(f"{ROOT}.{handler}", each)}
    assert passed == who


async def test_the_gate_stays_shut_when_the_database_is_gone(anna, monkeypatch):
    def gone(*_args):
        raise OSError

    cookie = cookie_of(TABLET)
    monkeypatch.setattr(logins, "who_steers", gone)
    event = Event(name=f"{ROOT}.steer")
    assert await Gate().preprocess(cast(Any, None), browser_with(cookie), event) is not None


def test_a_tab_is_known_by_its_cookies_and_who_comes_with_others_starts_afresh():
    tabs = Tabs(most=2)
    assert [tabs.has_another_browser("t", cookies) for cookies in ("a", "a", "", "", "a")] == [
        False,
        False,
        True,
        False,
        True,
    ]
    assert not tabs.has_another_browser("u", "b")


async def test_what_was_stopped_is_kept_without_what_was_in_it(anna, refusals_kept):
    event = Event(name=f"{ROOT}.steer", payload={"text": "a secret of Sam"})
    await Gate().preprocess(cast(Any, None), browser_with(), event)
    (kept,) = refusals_kept
    assert (kept["kind"], kept["handler"]) == ("event", "gate_sample_state.steer")
    assert "Sam" not in str(kept)


async def test_a_made_up_name_is_not_kept(refusals_kept):
    await Gate().preprocess(cast(Any, None), browser_with(), Event(name="Sam lives at number 3"))
    assert [kept["handler"] for kept in refusals_kept] == ["unknown"]


def test_a_state_knows_its_phone_and_its_room(room):
    key = admission.check_in(CODE, "Sam", "", "", now())
    state = browser_with(f"plekberaad_{CODE}={key}", "/d/k7m%203xp")
    assert route_code(state) == CODE
    assert participant_key(state, route_code(state)) == key
    assert participant_key(state, OTHER_CODE) == ""
    assert facilitator_token(state) == ""


def test_a_socket_that_no_page_opened_has_no_facilitator(anna):
    assert facilitator_token(browser_with(cookie_of(TABLET), origin="")) == ""


def test_a_state_knows_its_facilitator(anna):
    state = browser_with(f"{logins.COOKIE}=abc")
    assert facilitator_token(state) == "abc"


@pytest.mark.parametrize("header", ["", ";;;", "=", "a=b=c", "plekberaad_", "\0", 'x="' * 50])
def test_a_broken_cookie_is_no_cookie(header):
    state = browser_with(header)
    assert facilitator_token(state) == participant_key(state, CODE) == ""
    assert not identity._has_our_key(header)


@pytest.mark.parametrize(
    ("path", "code"),
    [("/", ""), ("/d", ""), ("/d/", ""), ("/d/hallo", "hallo"), ("/d/%00/x", "\0")],
)
def test_an_address_without_a_code_has_none(path, code):
    assert route_code(browser_with(path=path)) == code
