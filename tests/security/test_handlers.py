"""Every handler, called by everybody, with everything: only what the table allows has an effect."""

from collections.abc import Collection, Iterator
from typing import Any

import pytest

from plekberaad_app.domain.rights import DRIVERS, Role
from plekberaad_app.states.identity import roles_for
from tests.security.attacks import Attacker, Matrix, attack
from tests.security.handlers import PLAUSIBLE, every_handler, page_of, payloads, short
from tests.security.house import House

in_the_house = pytest.mark.asyncio(loop_scope="module")

# What they may do to what is their own.
OWN = {
    "participant": {
        "phone_state.act",
        "phone_state.offer_challenge",
        "phone_state.withdraw_challenge",
    },
    "facilitator of another library": {"preparing_state.create", "preparing_state.invite"},
}
# What certainly changes something when who may calls it like that.
HAS_EFFECT = {
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
    "preparing_state.create",
    "preparing_state.invite",
    "programme_state.add_step",
    "programme_state.set_minutes",
    "programme_state.rename",
}


def test_every_handler_of_ours_is_in_the_table_and_is_attacked():
    handlers = every_handler()
    assert [name for name in handlers if roles_for(name) is None] == []
    ours = {
        short(name)
        for name, fn in handlers.items()
        if fn.__module__.startswith("plekberaad_app") and not name.endswith(".setvar")
    }
    assert ours == PLAUSIBLE.keys()


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
    stale = recorded[:2]
    tried, _ = await attack(tablet.browser, stale)
    assert house.truth() == before
    matrix.note("a command made on an older state", "facilitator", tried=1)


@pytest.mark.served
@in_the_house
async def test_the_same_payloads_do_work_for_who_may(house: House, matrix: Matrix):
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
        if Role.NOBODY not in (roles_for(name) or DRIVERS):
            yield page, f"{name.rpartition('.')[0]}.enter", {}
        for payload in payloads(name, house):
            yield page, name, payload


def _named(shorts: set[str]) -> list[str]:
    return sorted(name for name in every_handler() if short(name) in shorts)
