"""Resolving what stops the room, with a button that the obstacle itself offers."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.obstacle import Ask, Cure, Does, Obstacle
from plekberaad_app.activities.contract.stage import obstacle
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import form_number, read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.core.steering import ReturnPoint
from plekberaad_app.platform.database import evenings
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator, require_facilitator
from plekberaad_app.room import acts, challenges, programme_edits, seating, steering
from plekberaad_app.room.acts import ActRequest

Typed = Mapping[str, Any]


def cure(
    facilitator: Facilitator,
    live_session_id: str,
    cure_id: str,
    typed: Typed,
    made_on: int,
    now: datetime,
) -> ReturnPoint | None:
    """Do what a cure of the obstacle says, with what was filled in for it.

    If that skips a step, the return value is that of `steering.steer`. It is not an error if
    somebody else resolved the obstacle in the meantime. Raises the refusals of what the cure does:
    those of an act, of steering (`made_on`), of tables, owners or options.
    """
    found = _offered(facilitator, live_session_id, cure_id, now)
    if found is None:
        return None
    here, chosen = found
    values = {**chosen.values, **{ask.name: _answer(ask, typed) for ask in chosen.asks}}
    errand = _Errand((facilitator, live_session_id), here.step_id, made_on, now)
    return _DEEDS[chosen.does](errand, chosen, values)


@dataclass(frozen=True, slots=True)
class _Errand:
    """For whom, where and when a cure is carried out."""

    room: tuple[Facilitator, str]
    step_id: str
    made_on: int
    now: datetime


def _offered(
    facilitator: Facilitator, live_session_id: str, cure_id: str, now: datetime
) -> tuple[Obstacle, Cure] | None:
    with reading() as db:
        evening = evenings.load(db, live_session_id)
        require_facilitator(facilitator, evening.live_session, Action.READ, Resource.EVENING)
        here = obstacle(evening, now)
    cures = here.every_cure() if here else ()
    chosen = next((each for each in cures if each.id == cure_id), None)
    return (here, chosen) if here and chosen else None


def _answer(ask: Ask, typed: Typed) -> Any:
    if ask.choices:
        return form_number(typed, ask.name)
    answer = read_text(typed, ask.name)
    if ask.is_required and not answer.strip():
        raise BadInput("text_empty")
    return _lines(ask, answer) if ask.is_list else answer


def _lines(ask: Ask, answer: str) -> list[str]:
    found = [line for line in answer.splitlines() if line.strip()]
    if len(found) > ask.most:
        raise BadInput("too_many_lines", most=ask.most, n=len(found))
    return found


def _act(errand: _Errand, chosen: Cure, values: Typed) -> None:
    request = ActRequest(errand.step_id, values.get("round", 1), chosen.name, values)
    acts.act_as_facilitator(*errand.room, request, errand.now)


def _set_options(errand: _Errand, _chosen: Cure, values: Typed) -> None:
    programme_edits.put_right(*errand.room, errand.step_id, values, errand.now)


def _steer(errand: _Errand, chosen: Cure, _values: Typed) -> ReturnPoint | None:
    return steering.steer(*errand.room, chosen.name, errand.made_on, errand.now)


def _make_tables(errand: _Errand, chosen: Cure, values: Typed) -> None:
    seating.make_tables(*errand.room, values["tables"], random.Random(chosen.id))  # nosec B311


def _name_owner(errand: _Errand, _chosen: Cure, values: Typed) -> None:
    challenges.name_owner(*errand.room, values["number"], values["sentence"], errand.now)


def _replace_owner(errand: _Errand, _chosen: Cure, values: Typed) -> None:
    """The previous owner took their wish along, so the new owner tells theirs in their own
    words."""
    challenges.name_owner(*errand.room, values["number"], values["sentence"], errand.now)
    turn = (values["round"], values["table"], values["number"])
    challenges.replace_owner(*errand.room, *turn, errand.now)


def _add_step(errand: _Errand, chosen: Cure, values: Typed) -> None:
    programme_edits.add_step(*errand.room, chosen.name, values["title"])


_DEEDS: Mapping[Does, Callable[[_Errand, Cure, Typed], ReturnPoint | None]] = {
    "act": _act,
    "set_options": _set_options,
    "steer": _steer,
    "make_tables": _make_tables,
    "name_owner": _name_owner,
    "replace_owner": _replace_owner,
    "add_step": _add_step,
}
