"""Which evening hangs where, to the minute, also in the nights in which the clock is changed."""

from datetime import datetime

import pytest

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.features.evenings.cards import board, card, shown
from plekberaad_app.features.evenings.noticeboard import (
    Group,
    group_of,
    in_order,
    is_today,
    matches,
)
from plekberaad_app.platform.feature import Todo
from plekberaad_app.platform.i18n.dates import ZONE


def at(written: str) -> datetime:
    """A moment on the clock of the room."""
    return datetime.fromisoformat(written).replace(tzinfo=ZONE)


def evening(starts: str = "", status: Status = Status.LOBBY, **more) -> LiveSession:
    starts_at = at(starts) if starts else None
    more = {"title": "Het plein", "code": "ABCDEF", "minutes_available": 150} | more
    return LiveSession("id", library_id="De Linde", starts_at=starts_at, status=status, **more)


@pytest.mark.parametrize(
    ("starts", "now", "group"),
    [
        # Seven days from today, until midnight.
        ("2026-12-08T23:59", "2026-12-01T00:00", Group.THIS_WEEK),
        ("2026-12-09T00:00", "2026-12-01T23:59", Group.LATER),
        ("2026-12-09T00:00", "2026-12-02T00:00", Group.THIS_WEEK),
        # Its day is over at midnight, or at its planned end if that is later.
        ("2026-12-01T19:30", "2026-12-01T23:59", Group.THIS_WEEK),
        ("2026-12-01T19:30", "2026-12-02T00:00", Group.PAST),
        ("2026-12-01T22:00", "2026-12-02T00:29", Group.THIS_WEEK),
        ("2026-12-01T22:00", "2026-12-02T00:30", Group.PAST),
        ("", "2026-12-01T12:00", Group.LATER),
        # The night to summer time: midnight is at 23.00 UTC before it, at 22.00 UTC after it.
        ("2026-03-28T20:00", "2026-03-28T23:59", Group.THIS_WEEK),
        ("2026-03-28T20:00", "2026-03-29T00:00", Group.PAST),
        ("2026-03-29T20:00", "2026-03-29T23:59", Group.THIS_WEEK),
        ("2026-03-29T20:00", "2026-03-30T00:00", Group.PAST),
        ("2026-04-04T23:59", "2026-03-28T00:00", Group.THIS_WEEK),
        ("2026-04-05T00:00", "2026-03-28T23:59", Group.LATER),
        # The night to winter time, a day of 25 hours.
        ("2026-10-25T20:00", "2026-10-25T23:59", Group.THIS_WEEK),
        ("2026-10-25T20:00", "2026-10-26T00:00", Group.PAST),
        ("2026-11-01T23:59", "2026-10-25T00:00", Group.THIS_WEEK),
        ("2026-11-02T00:00", "2026-10-25T23:59", Group.LATER),
    ],
)
def test_an_evening_hangs_by_the_day_of_the_room(starts, now, group):
    assert group_of(evening(starts), at(now)) is group


def test_an_evening_into_the_night_of_winter_time_lasts_an_hour_longer_on_the_clock():
    late = evening("2026-10-25T00:30", minutes_available=60 * 24 + 60)
    assert group_of(late, at("2026-10-26T00:29")) is Group.THIS_WEEK
    assert group_of(late, at("2026-10-26T00:30")) is Group.PAST


@pytest.mark.parametrize("starts", ["", "2020-01-01T19:30", "2030-01-01T19:30"])
def test_what_runs_is_of_this_week_and_what_closed_is_past_whatever_was_planned(starts):
    now = at("2026-12-01T12:00")
    assert group_of(evening(starts, Status.RUNNING), now) is Group.THIS_WEEK
    assert group_of(evening(starts, Status.CLOSED), now) is Group.PAST


@pytest.mark.parametrize(
    ("starts", "now", "expected"),
    [
        ("2026-12-01T19:30", "2026-12-01T00:00", True),
        ("2026-12-01T19:30", "2026-11-30T23:59", False),
        ("2026-12-01T22:00", "2026-12-02T00:29", True),
        ("2026-12-01T22:00", "2026-12-02T00:30", False),
        ("", "2026-12-01T12:00", False),
    ],
)
def test_an_evening_is_of_today_until_it_is_over(starts, now, expected):
    assert is_today(evening(starts), at(now)) is expected


def test_what_runs_is_first_then_what_comes_soonest_and_without_a_date_last():
    running = evening("2026-12-03T19:30", Status.RUNNING)
    soon, late = evening("2026-12-02T19:30"), evening("2026-12-04T19:30")
    newer, older = evening(title="nieuw"), evening(title="oud")
    found = in_order(Group.LATER, [newer, late, older, soon, running])
    assert found == [running, soon, late, newer, older]


def test_of_the_past_the_latest_is_first():
    first, last = evening("2026-11-02T19:30"), evening("2026-11-09T19:30")
    assert in_order(Group.PAST, [first, evening(), last]) == [last, first, evening()]


@pytest.mark.parametrize(
    ("sought", "is_found"),
    [
        ("", True),
        ("  ", True),
        ("cafe", True),
        ("CAFÉ noord", True),
        ("noord cafe wat", True),
        ("abc def", True),
        ("abcdef", True),
        ("zuid", False),
        ("cafe zuid", False),
    ],
)
def test_every_word_has_to_be_somewhere(sought, is_found):
    assert matches(sought, ("Het Café", "Noord", "Wat kan hier?", "ABC DEF", "ABCDEF")) is is_found


NOW = at("2026-12-01T12:00")
DONE = Todo("Datum gekozen", True, "/voorbereiden/ABCDEF")
OPEN = Todo("Schrijf de vraag op", False, "/voorbereiden/ABCDEF")


@pytest.mark.parametrize(
    ("of", "todo", "leads_to"),
    [
        (evening("2026-12-01T19:30", Status.RUNNING), [], "/begeleid/ABCDEF"),
        (evening("2026-12-01T19:30", Status.CLOSED), [], "/verslag/ABCDEF"),
        (evening("2026-11-01T19:30"), [OPEN], "/voorbereiden/ABCDEF"),
        (evening("2026-12-04T19:30"), [DONE, OPEN], "/voorbereiden/ABCDEF"),
        (evening("2026-12-04T19:30"), [DONE], "/begeleid/ABCDEF"),
        (evening("2026-12-01T19:30"), [OPEN], "/begeleid/ABCDEF"),
    ],
)
def test_the_main_button_is_the_next_thing_to_do(of, todo, leads_to):
    assert card(of, todo, NOW).way.href == leads_to


def test_before_the_day_itself_the_main_button_says_what_is_still_to_do():
    assert card(evening("2026-12-04T19:30"), [DONE, OPEN], NOW).way.says == OPEN.says


def test_with_two_hundred_evenings_the_past_shows_ten_and_a_search_goes_over_all():
    past = [evening("2025-01-01T19:30", title=f"Avond {number}") for number in range(190)]
    groups = board([*past, *(evening(title=f"Plan {each}") for each in range(10))], {}, NOW)
    assert [(group.name, len(group.cards), group.more) for group in shown(groups, "", 10)] == [
        ("later", 10, 0),
        ("past", 10, 180),
    ]
    (found,) = shown(groups, "avond 189", 10)
    assert ([each.title for each in found.cards], found.more) == (["Avond 189"], 0)


def test_of_an_evening_that_is_over_nothing_is_still_to_do():
    assert card(evening("2026-12-04T19:30"), [OPEN], NOW).todo
    over = card(evening("2026-11-01T19:30"), [OPEN], NOW)
    assert (over.is_over, over.todo) == (True, [])
