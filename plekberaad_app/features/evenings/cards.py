"""The cards on the noticeboard, made from evenings and what is still to do before them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.join_codes import display
from plekberaad_app.features.evenings.noticeboard import (
    Group,
    group_of,
    in_order,
    is_today,
    matches,
)
from plekberaad_app.features.evenings.views import (
    DeletedCard,
    GroupView,
    LeafView,
    LiveSessionCard,
    TodoView,
    WayView,
)
from plekberaad_app.platform.feature import Todo
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.dates import date_and_time, leaf

SHOWN = 10
"""How many past evenings are shown at first, and how many more with each tap."""


def board(
    live_sessions: Sequence[LiveSession], todo: Mapping[str, Sequence[Todo]], now: datetime
) -> list[GroupView]:
    """Everything there is, newest first, as the groups of the board; each has all its cards."""
    hung: dict[Group, list[LiveSession]] = {group: [] for group in Group}
    for live_session in live_sessions:
        hung[group_of(live_session, now)].append(live_session)
    return [
        GroupView(
            group.value, [card(each, todo.get(each.id, ()), now) for each in in_order(group, found)]
        )
        for group, found in hung.items()
    ]


def shown(groups: Sequence[GroupView], sought: str, past: int) -> list[GroupView]:
    """What is shown of it: what was sought, the first `past` of what was, and no empty group."""
    found = [_found(group, sought) for group in groups]
    cut = [_cut(group, past) if group.name == Group.PAST else group for group in found]
    return [group for group in cut if group.cards]


def card(live_session: LiveSession, todo: Sequence[Todo], now: datetime) -> LiveSessionCard:
    """One evening."""
    starts_at = live_session.starts_at
    is_over = group_of(live_session, now) is Group.PAST
    return LiveSessionCard(
        code=display(live_session.code),
        title=live_session.title,
        place=live_session.place,
        question=live_session.question,
        starts=date_and_time(starts_at) if starts_at else "",
        status=live_session.status.value,
        is_over=is_over,
        leaf=LeafView(*leaf(starts_at)) if starts_at else LeafView(),
        way=_way(live_session, todo, now),
        todo=[TodoView(each.says, each.is_done, each.href) for each in todo if not is_over],
    )


def deleted_card(live_session: LiveSession, until: datetime) -> DeletedCard:
    """An evening that can be restored."""
    return DeletedCard(display(live_session.code), live_session.title, date_and_time(until))


def _way(live_session: LiveSession, todo: Sequence[Todo], now: datetime) -> WayView:
    """Report, steer, a new date, or the first thing that is still to do."""
    code, group = live_session.code, group_of(live_session, now)
    if live_session.status is Status.CLOSED:
        return WayView(text("evenings.way.report"), f"/verslag/{code}", "file-text")
    if live_session.status is Status.RUNNING:
        return WayView(text("evenings.way.go_on"), f"/begeleid/{code}")
    if group is Group.PAST:
        return WayView(text("evenings.way.new_date"), f"/voorbereiden/{code}", "calendar")
    ahead = next((each for each in todo if not each.is_done), None)
    if ahead and not is_today(live_session, now):
        return WayView(ahead.says, ahead.href, "arrow-right")
    return WayView(text("desk.to_tablet"), f"/begeleid/{code}")


def _found(group: GroupView, sought: str) -> GroupView:
    return replace(group, cards=[each for each in group.cards if matches(sought, _texts(each))])


def _cut(group: GroupView, most: int) -> GroupView:
    return replace(group, cards=group.cards[:most], more=max(0, len(group.cards) - most))


def _texts(card: LiveSessionCard) -> tuple[str, ...]:
    """What is searched; a code with its space and without."""
    return card.title, card.place, card.question, card.code, card.code.replace(" ", "")
