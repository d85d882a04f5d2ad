"""Every handler, called by everybody, with everything: only what the table allows has an effect."""

from collections.abc import Collection, Iterator
from typing import Any

import pytest
import reflex as rx
from reflex.istate.storage import ClientStorageBase
from reflex_base.registry import RegistrationContext

from plekberaad_app.core.rights import ANY_FACILITATOR, Action, Resource, Role
from plekberaad_app.room.identity import allows, roles_for
from tests.security.attacks import Attacker, Matrix, attack
from tests.security.handlers import (
    OF_REFLEX,
    PLAUSIBLE,
    SENT,
    anothers,
    every_handler,
    every_var,
    page_of,
    payloads,
    short,
    without_a_row,
)
from tests.security.house import BEA, House

in_the_house = pytest.mark.asyncio(loop_scope="session")

HALF = 40
SPOILING = {name for sent in SENT for name in sent.spoiling}
HAS_EFFECT = {name for sent in SENT for name in sent.effective}
# What they may do to what is their own.
OWN = {
    "participant": set(SENT[0].own),
    BEA: {name for sent in SENT[1:] for name in sent.own},
}


class ToyState(rx.State):
    """What somebody adds without a thought for who may call it."""

    @rx.event
    def forgotten(self) -> None:
        """In no table at all."""

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    def never_attacked(self) -> None:
        """In the table of rights, and not among the attacks."""


def test_every_handler_is_in_the_table_and_is_attacked():
    handlers = every_handler()
    assert without_a_row(handlers) == []
    named = {short(name) for name in handlers if not name.endswith(".setvar")}
    assert named == {*PLAUSIBLE, *OF_REFLEX}


def test_a_handler_without_a_row_is_found():
    toys = {
        f"{ToyState.get_full_name()}.{name}": handler.fn
        for name, handler in ToyState.event_handlers.items()
        if name != "setvar"
    }
    assert len(toys) == 2
    assert without_a_row({**every_handler(), **toys}) == list(toys)


def test_no_var_of_ours_is_kept_by_a_browser():
    kept = [
        f"{state}.{name}"
        for state, kind in RegistrationContext.get().base_states.items()
        for name, field in kind.get_fields().items()
        if isinstance(field.default, ClientStorageBase)
    ]
    assert kept == []


@pytest.mark.served
@in_the_house
async def test_nobody_changes_or_reads_an_evening_that_is_not_theirs(house: House, matrix: Matrix):
    before = house.truth()
    for who, browser in house.identities.items():
        tried, heard = await attack(browser, _events(house, OWN.get(who, ())))
        assert house.truth() == before, who
        assert [word for word in house.secrets() if word in heard] == [], who
        matrix.note("every handler, three kinds of payload and more", who, tried=tried)


@pytest.mark.served
@in_the_house
@pytest.mark.parametrize("who", [BEA, "participant of another evening"])
async def test_ids_of_an_evening_do_nothing_to_it_from_another_ones_own_page(
    house: House, matrix: Matrix, who: str
):
    before = house.truth_of_de_linde()
    # Bea sends all her own people away, and an owner withdraws the one challenge of the table.
    async with house.to_take_apart() as own:
        owner = own.at_table(1, "owner")[0]
        browser = house.identities[BEA] if who == BEA else owner.browser
        events = [
            (page_of(name, own.code), name, payload)
            for name in every_handler()
            if short(name) in PLAUSIBLE and short(name) not in SPOILING
            for payload in anothers(name, house)
        ]
        tried, heard = await attack(browser, _with_entering(events))
        await owner.until(lambda shown: shown["me"]["role"] != "owner")
    assert house.truth_of_de_linde() == before
    assert [word for word in house.words_of_de_linde() if word in heard] == []
    matrix.note("ids of others and counted ids, on an own page", who, tried=tried)


@pytest.mark.served
@in_the_house
async def test_what_a_browser_says_it_keeps_is_not_believed(house: House, matrix: Matrix):
    update = next(name for name in every_handler() if name.endswith("update_vars_internal"))
    for who, browser in house.identities.items():
        before = house.truth()
        events = [("/", update, {"vars": {var: value}}) for var, value in every_var(house).items()]
        tried, heard = await attack(browser, events)
        assert house.evening.code.encode() not in heard, who
        assert house.truth() == before
        matrix.note("every var, as one that a browser keeps", who, tried=tried)


@pytest.mark.served
@in_the_house
async def test_a_facilitator_without_origin_is_nobody(house: House, matrix: Matrix):
    before = house.truth()
    anna = house.evening.facilitator.browser
    tried, heard = await attack(anna, _events(house), origin="")
    assert house.truth() == before
    assert [word for word in house.secrets() if word in heard] == []
    matrix.note("every handler, from a script that names no origin", "facilitator", tried=tried)


@pytest.mark.served
@in_the_house
async def test_a_tab_that_takes_over_anothers_token_finds_nothing_in_it(
    house: House, matrix: Matrix
):
    tablet = house.evening.facilitator
    token = tablet.token
    await tablet.close()
    for who, browser in house.identities.items():
        thief = Attacker(browser, tablet.path, token)
        await thief.come_in()
        await thief.be_heard_out()
        assert [word for word in house.secrets() if word in thief.heard] == [], who
        await thief.close()
        matrix.note("the token of a tablet's tab", who, tried=1)
    await tablet.open()


@pytest.mark.served
@in_the_house
async def test_what_a_facilitator_sent_does_nothing_when_another_sends_it_again(
    house: House, matrix: Matrix
):
    tablet = house.evening.facilitator
    steering = tablet.shown["controls"]["steering"]
    recorded: list[tuple[str, str, Any]] = [
        (tablet.path, f"{tablet.full_state}.enter", {}),
        (tablet.path, f"{tablet.full_state}.steer", {"command": "resume", "made_on": steering}),
        (tablet.path, f"{tablet.full_state}.show", {"mode": "black"}),
    ]
    await attack(tablet.browser, recorded)
    await tablet.steer("pause")
    before = house.truth()
    for who, browser in house.identities.items():
        tried, _ = await attack(browser, recorded)
        matrix.note("a recorded socket of the facilitator", who, tried=tried)
    assert house.truth() == before


@pytest.mark.served
@in_the_house
async def test_a_command_made_on_an_older_state_does_nothing(house: House, matrix: Matrix):
    tablet = house.evening.facilitator
    payloads_of = {
        name: PLAUSIBLE[short(name)](house) for name in every_handler() if short(name) in PLAUSIBLE
    }
    on_a_state = {name: made for name, made in payloads_of.items() if "made_on" in made}
    assert len(on_a_state) > 2
    steering = tablet.shown["controls"]["steering"]
    await tablet.steer("resume")
    await tablet.steer("pause")
    before = house.truth()
    stale = [
        (tablet.path, name, {**made, "made_on": version})
        for name, made in on_a_state.items()
        for version in (steering, steering - 1, 0, -1, 10**6)
    ]
    await attack(tablet.browser, [(tablet.path, f"{tablet.full_state}.enter", {}), *stale])
    assert house.truth() == before
    matrix.note("commands made on an older or a made-up state", "facilitator", tried=len(stale))


@pytest.mark.served
@in_the_house
async def test_the_same_payloads_do_work_for_whoever_may(house: House, matrix: Matrix):
    anna, worked = house.evening.facilitator.browser, set[str]()
    for name in _named(HAS_EFFECT):
        before = house.truth()
        page = page_of(name, house.evening.code)
        enter = f"{name.rpartition('.')[0]}.enter"
        payload = PLAUSIBLE[short(name)](house)
        await attack(anna, [(page, enter, {}), (page, name, payload)])
        worked |= {short(name)} if house.truth() != before else set()
    assert worked == HAS_EFFECT
    tried = len(HAS_EFFECT)
    matrix.note("the same payloads, by who may", "facilitator", tried=tried, effect=len(worked))


def _events(house: House, own: Collection[str] = ()) -> Iterator[tuple[str, str, Any]]:
    """All that can be sent, but for what somebody may do to their own."""
    for name in every_handler():
        if short(name) in own:
            continue
        page = page_of(name, house.evening.code)
        if Role.NOBODY not in (roles_for(name) or ANY_FACILITATOR):
            yield page, f"{name.rpartition('.')[0]}.enter", {}
        for payload in payloads(name, house):
            yield page, name, payload


def _with_entering(events: list[tuple[str, str, Any]]) -> Iterator[tuple[str, str, Any]]:
    """The same, after opening the page of each, as a socket may say only so much."""
    for at, (page, name, payload) in enumerate(events):
        if at % HALF == 0 or events[at - 1][0] != page:
            yield page, f"{name.rpartition('.')[0]}.enter", {}
        yield page, name, payload


def _named(shorts: set[str]) -> list[str]:
    return sorted(name for name in every_handler() if short(name) in shorts)
