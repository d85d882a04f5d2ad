"""What was refused is kept for who watches: which rule, and who tried, in nobody's words."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.accounts import devices, invitations
from plekberaad_app.platform import logins, metrics, refusals
from plekberaad_app.platform.logs import SAFE_KEYS
from plekberaad_app.platform.pacing import MAX_BUCKETS
from plekberaad_app.platform.permissions import Facilitator, require_right
from plekberaad_app.platform.refusals import NOBODY, Refused, asks_from, refused
from plekberaad_app.platform.use_cases import execute, now
from plekberaad_app.room import takeover_pin
from tests.casting import CODE, PASSWORD, evening, new_facilitator
from tests.settings import overridden

ADDRESS = "192.0.2.77"
TYPED = "kruidnagelthee"
STAND_IN = Facilitator("Els", "library-1", "facilitator-1", live_session_id="evening-1")

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.fixture(autouse=True)
def asked(refusals_kept: list[Any]) -> list[Any]:
    asks_from(ADDRESS)
    return refusals_kept


async def refusal_of(use_case: Any, *args: Any) -> str:
    with pytest.raises(DomainError) as refusal:
        await execute(use_case, *args)
    return refusal.value.code


async def test_a_wrong_password_is_kept_with_the_id_of_whoever_it_was_tried_for(asked):
    anna = new_facilitator("Anna", "De Linde")
    assert await refusal_of(devices.log_in, " ANNA ", TYPED, now()) == "login_wrong"
    assert await refusal_of(devices.log_in, TYPED, TYPED, now()) == "login_wrong"
    assert [kept["who"] for kept in asked] == [anna.id, NOBODY]
    assert {(kept["event"], kept["kind"], kept["handler"]) for kept in asked} == {
        ("refused", "login", "log_in")
    }
    assert TYPED not in str(asked)


async def test_links_and_pins_that_are_no_good_are_kept(asked):
    evening(new_facilitator("Anna", "De Linde"))
    await refusal_of(takeover_pin.take_over, CODE, "123456", now())
    await refusal_of(invitations.accept_invitation, TYPED, "a", "b", PASSWORD, now())
    assert [(kept["kind"], kept["code"]) for kept in asked] == [
        ("login", "pin_void"),
        ("login", "invitation_unknown"),
    ]
    assert TYPED not in str(asked)


async def test_anyone_who_asks_for_what_is_not_theirs_is_kept_by_their_id(asked):
    await refusal_of(require_right, STAND_IN, Action.CHANGE, Resource.LIBRARY)
    assert [(kept["kind"], kept["code"], kept["who"]) for kept in asked] == [
        ("right", "not_your_library", "facilitator-1")
    ]


async def test_the_next_who_asks_is_nobody_until_it_is_known(asked):
    await refusal_of(require_right, STAND_IN, Action.CHANGE, Resource.LIBRARY)
    await refusal_of(logins.require_login, "", now())
    assert [kept["who"] for kept in asked] == ["facilitator-1", NOBODY]


@pytest.mark.parametrize("refusal", [BadInput("text_too_long"), NotAllowed("evening_closed")])
async def test_the_course_of_an_evening_is_nobodys_business(refusal, asked):
    def use_case() -> None:
        raise refusal

    await refusal_of(use_case)
    assert asked == []


def test_an_address_is_a_tag_that_is_another_the_next_day_and_with_another_secret(asked, tmp_path):
    day = datetime(2026, 11, 27, 23, 59, tzinfo=UTC)
    for moment, address in ((day, ADDRESS), (day, ADDRESS), (day, "192.0.2.78")):
        with time_machine.travel(moment, tick=False):
            asks_from(address)
            refused(Refused.REQUEST, "other_site")
    asks_from(ADDRESS)
    with time_machine.travel(day.replace(day=28), tick=False):
        refused(Refused.REQUEST, "other_site")
    with time_machine.travel(day, tick=False), overridden(data=tmp_path, secret="x" * 32):
        refused(Refused.REQUEST, "other_site")
    first, same, *others = (kept["address"] for kept in asked)
    assert first == same
    assert len({first, *others}) == 4
    assert ADDRESS not in str(asked)


def test_all_that_is_kept_may_be_logged_as_it_is(asked):
    refused(Refused.EVENT, "stopped_at_the_gate")
    (kept,) = asked
    texts = {field for field, value in kept.items() if isinstance(value, str)}
    assert texts - {"log_level"} <= SAFE_KEYS


def test_anyone_who_floods_us_fills_no_disk_and_is_counted_all_the_same(asked, monkeypatch):
    before = counted()
    for _ in range(25):
        refused(Refused.SOCKET, "said_too_much")
    assert len(asked) == 20
    assert counted() - before == 25
    monkeypatch.setattr(refusals._pace, "allows", lambda _key: True)
    refused(Refused.SOCKET, "said_too_much")
    refused(Refused.SOCKET, "said_too_much")
    assert [kept["left_out"] for kept in asked[-3:]] == [0, 5, 0]


def test_what_was_left_out_is_not_remembered_without_end(monkeypatch):
    monkeypatch.setattr(refusals, "MAX_BUCKETS", 2)
    monkeypatch.setattr(refusals._pace, "allows", lambda _key: False)
    assert MAX_BUCKETS > 2
    for number in range(4):
        asks_from(f"192.0.2.{number}")
        refused(Refused.SOCKET, "said_too_much")
        refused(Refused.SOCKET, "said_too_much")
    assert sorted(refusals._left_out.values()) == [2, 2]


def counted() -> float:
    return metrics.REGISTRY.get_sample_value("plekberaad_refused_total", {"kind": "socket"}) or 0
