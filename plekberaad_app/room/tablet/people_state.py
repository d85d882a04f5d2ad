"""The tablet's handlers for people: who is in, who sits where, and who is an owner."""

import random
from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import form_number, read_number, read_text
from plekberaad_app.core.reseating import Change
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.live.registry import room_registry
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import (
    admission,
    challenges,
    departures,
    erasure,
    grouping,
    merging_people,
    seating,
)
from plekberaad_app.room.act_requests import read_id
from plekberaad_app.room.identity import allows
from plekberaad_app.room.tablet.forms import seating_sentence, sent_as, to_undo
from plekberaad_app.room.tablet.steering import Steering


class PeopleHandlers(Steering, mixin=True):
    """Part of the tablet's state; the last change of seats can be undone."""

    _last_seating: Change | None = None

    @rx.event
    @allows(Action.ADD, Resource.PEOPLE)
    async def add_person(self, form: dict[str, Any]) -> None:
        """Let somebody without a phone join, once per id of the form."""
        await self._do(
            lambda who, room: admission.add_by_hand(
                who,
                room,
                read_text(form, "name"),
                read_text(form, "kind"),
                read_text(form, "habit"),
                now(),
                person_id=read_id(read_text(form, "id")),
            ),
            done=lambda person: text("live.done.person_added", number=person.number),
            about=sent_as(form),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PEOPLE)
    async def rename_person(self, form: dict[str, Any]) -> None:
        """Correct a first name."""
        await self._do(
            lambda who, room: admission.rename(
                who, room, form_number(form, "number"), read_text(form, "name")
            )
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PEOPLE)
    async def join_people(self, form: dict[str, Any]) -> None:
        """Make one person of two rows on the list."""
        await self._do(
            lambda who, room: merging_people.join_people(
                who, room, form_number(form, "number"), form_number(form, "other"), now()
            ),
            done=lambda person: text("live.done.joined", number=person.number),
            about=sent_as(form),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PEOPLE)
    async def part_phones(self, number: int) -> None:
        """Somebody's second phone turned out to be another person's."""
        await self._do(
            lambda who, room: merging_people.part_phones(who, room, read_number(number)),
            done=lambda _: self._tell_whose_phone(),
        )

    def _tell_whose_phone(self) -> str:
        room_registry().identify(self._live_session_id)
        return text("live.done.phones_parted")

    @rx.event
    @allows(Action.CHANGE, Resource.PEOPLE)
    async def go_home(self, number: int, gone: bool) -> None:
        """Somebody went home, or is back; nothing of theirs is deleted."""
        await self._do(
            lambda who, room: admission.go_home(
                who, room, read_number(number), now(), gone=gone is True
            ),
            done=lambda person: text(f"live.done.{'gone_home' if person.has_left else 'is_back'}"),
        )

    @rx.event
    @allows(Action.REMOVE, Resource.PEOPLE)
    async def send_owner_home(self, form: dict[str, Any]) -> None:
        """Somebody who brought a wish went home; the form says what happens to it."""
        await self._do(
            lambda who, room: departures.goes_home(who, room, *_parting(form), now()),
            done=lambda _: text("live.done.gone_home"),
        )

    @rx.event
    @allows(Action.REMOVE, Resource.PEOPLE)
    async def remove_owner(self, form: dict[str, Any]) -> None:
        """Erase somebody who brought a wish; the form says what happens to it."""
        await self._do(
            lambda who, room: departures.erase(
                who, room, *_parting(form), now(), take_along=bool(read_text(form, "take_along"))
            ),
            done=lambda _: text("live.done.person_erased"),
        )

    @rx.event
    @allows(Action.REMOVE, Resource.PEOPLE)
    async def remove_person(self, number: int, take_along: bool) -> None:
        """Erase somebody who left or asks for it, with or without what was typed for them."""
        await self._do(
            lambda who, room: erasure.erase(
                who, room, read_number(number), now(), take_along=take_along is True
            ),
            done=lambda _: text("live.done.person_erased"),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.SEATS)
    async def make_tables(self, form: dict[str, Any]) -> None:
        """Divide everyone over tables and say what was done.

        If it arrives twice, with the same id, it divides the same people in the same way.
        """
        outcome = await self._ask(
            lambda who, room: seating.make_tables(
                who,
                room,
                form_number(form, "tables"),
                random.Random(read_text(form, "id") or None),  # nosec B311
            )
        )
        if not outcome.is_refused:
            summary, self._last_seating = outcome.value
            self._tell("ok", seating_sentence(summary), can_undo=True)

    @rx.event
    @allows(Action.CHANGE, Resource.SEATS)
    async def move_person(self, number: int, table: int) -> None:
        """Give one person another table; warn when the mix gets worse."""
        outcome = await self._ask(
            lambda who, room: seating.move(who, room, read_number(number), read_number(table))
        )
        if not outcome.is_refused:
            self._last_seating, is_worse = outcome.value
            kind, key = ("warning", "moved_worse") if is_worse else ("ok", "moved")
            self._tell(kind, text(f"live.done.{key}", table=table), can_undo=True)

    @rx.event
    @allows(Action.CHANGE, Resource.SEATS)
    async def move_to_group(self, number: int, group: int) -> None:
        """Put one person with others, or with 0 on their own for now; nobody else moves."""
        await self._do(
            lambda who, room: grouping.move_to_group(
                who, room, read_number(number), read_number(group), now()
            ),
            done=lambda _: text("live.done.moved_to_group"),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.SEATS)
    async def undo_seating(self) -> None:
        """Put everyone back where they sat before the last change."""
        outcome = await self._ask(
            lambda who, room: seating.put_back(who, room, to_undo(self._last_seating))
        )
        if not outcome.is_refused:
            self._last_seating = None
            self._tell("ok", text("live.done.seats_back"))

    @rx.event
    @allows(Action.CHANGE, Resource.SEATS)
    async def keep_together(self, form: dict[str, Any]) -> None:
        """Mark two people as a group."""
        await self._do(
            lambda who, room: seating.keep_together(
                who, room, form_number(form, "number"), form_number(form, "other")
            ),
            about=sent_as(form),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.SEATS)
    async def keep_apart(self, number: int) -> None:
        """Take somebody out of their group."""
        await self._do(lambda who, room: seating.keep_apart(who, room, read_number(number)))

    @rx.event
    @allows(Action.CHANGE, Resource.TURNS)
    async def name_owner(self, form: dict[str, Any]) -> None:
        """Name somebody as owner of a challenge."""
        await self._do(
            lambda who, room: challenges.name_owner(
                who, room, form_number(form, "number"), read_text(form, "sentence"), now()
            ),
            about=sent_as(form),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.TURNS)
    async def replace_owner(self, round: int, table: int, number: int) -> None:
        """Give somebody who sits at a table the owner's turn; say what changed by it."""
        outcome = await self._ask(
            lambda who, room: challenges.replace_owner(
                who, room, read_number(round), read_number(table), read_number(number), now()
            )
        )
        if not outcome.is_refused:
            said = " ".join(text(say.key, **say.values) for say in outcome.value.said)
            self._tell("ok" if outcome.value.is_kept else "warning", said)

    @rx.event
    @allows(Action.CHANGE, Resource.TURNS)
    async def let_challenge_through(self, number: int) -> None:
        """Let the room read a challenge that was waiting."""
        await self._do(
            lambda who, room: challenges.let_challenge_through(
                who, room, read_number(number), now()
            )
        )

    @rx.event
    @allows(Action.CHANGE, Resource.TURNS)
    async def drop_owner(self, number: int) -> None:
        """Take somebody's challenge off the list."""
        await self._do(lambda who, room: challenges.drop_owner(who, room, read_number(number)))


def _parting(form: dict[str, Any]) -> tuple[int, str, int]:
    """Who leaves, what happens to their wish, and who takes it over (0: nobody)."""
    wish = departures.read_fate(read_text(form, "wish"))
    heir = form_number(form, "heir") if wish == departures.PASS_ON else 0
    return form_number(form, "number"), wish, heir
