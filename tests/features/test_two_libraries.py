"""Two libraries on one server: what one asks of the other is refused, changes and tells nothing."""

import inspect
import pkgutil
import random
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

import plekberaad_app.features
import plekberaad_app.room
from plekberaad_app.core.errors import DomainError, NotAllowed, NotFound
from plekberaad_app.core.reseating import Change, Seating
from plekberaad_app.core.say import Say
from plekberaad_app.core.steering import ReturnPoint
from plekberaad_app.features.accounts import devices, invitations
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.pictures import pictures
from plekberaad_app.features.privacy import own_data
from plekberaad_app.features.report import report as report_report
from plekberaad_app.platform import logins, metrics
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.i18n.catalogue import in_words
from plekberaad_app.platform.i18n.languages import LANGUAGES
from plekberaad_app.platform.permissions import Facilitator, Visitor
from plekberaad_app.room import programme_edits
from plekberaad_app.room.acts import ActRequest
from tests.casting import OTHER_CODE, PASSWORD, image
from tests.rooms import Room, open_room, room_full_of

WORD = "xylofoonplein"
# Which names an evening, that may be of somebody else.
OF_AN_EVENING = {"live_session_id", "code"}


@pytest.fixture
def theirs(sqlite_store, own_settings, quick_hashes) -> Room:
    """An evening of De Linde, full of one word."""
    return room_full_of(WORD)


@pytest.fixture
def bea(theirs: Room) -> Facilitator:
    """A facilitator of De Eik."""
    return open_room((), "Bea", "De Eik", OTHER_CODE).facilitator


def use_cases() -> dict[str, Callable[..., Any]]:
    """Every public function of the services that a facilitator asks something of."""
    modules = [
        import_module(found.name)
        for place in (plekberaad_app.room, plekberaad_app.features)
        for found in pkgutil.walk_packages(place.__path__, f"{place.__name__}.")
    ]
    return {
        f"{module.__name__.rsplit('.', 1)[1]}.{name}": function
        for module in modules
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith(("_", "require", "is_in_reach"))
        and not inspect.isgeneratorfunction(inspect.unwrap(function))
        and next(iter(inspect.signature(function).parameters), "") == "facilitator"
    }


def of_an_evening() -> list[str]:
    """The use cases that have to be told which evening they are about."""
    return sorted(
        name for name, use_case in use_cases().items() if OF_AN_EVENING & set(_required(use_case))
    )


def _required(use_case: Callable[..., Any]) -> list[str]:
    parameters = inspect.signature(use_case).parameters.values()
    return [each.name for each in parameters if each.default is each.empty]


def asked_of(room: Room, name: str) -> dict[str, Any]:
    """An argument of every name that a use case has, all about somebody else's evening."""
    return {
        "live_session_id": room.live_session_id,
        "code": room.code,
        "now": room.now,
        "number": 1,
        "other": 2,
        "table": 1,
        "tables": 2,
        "group": 1,
        "round_number": 1,
        "made_on": room.live_session.steering,
        "command": "next",
        "on": True,
        "hidden": True,
        "contribution_id": "hun-idee-01",
        "request": ActRequest("carousel", 1, "reveal", {"round": 1}),
        "cure_id": "cure.none",
        "typed": {},
        "gone": True,
        "fate": "keep",
        "heir": 2,
        "take_along": False,
        "name": "Ingebroken",
        "title": "Ingebroken",
        "text": "Ingebroken",
        "about": About("Ingebroken"),
        "sentence": "Ingebroken",
        # Of a person, or of a step.
        "kind": "" if name.startswith("admission.") else "welcome",
        "habit": "",
        "mode": "black",
        "step_id": "voting",
        "place": 1,
        "minutes": 5,
        "options": {},
        "picture_id": "no-picture",
        "read": lambda _kind: {},
        "form": {},
        "there": ReturnPoint(None, None, False, {}, 0),
        "titles": {},
        "rng": random.Random(1),
        "change": Change(Seating(0, {}), Seating(0, {})),
    }


def everything() -> dict[str, list[Any]]:
    """All rows of all tables."""
    with reading() as db:
        return {
            table.name: [tuple(row) for row in db.connection().execute(select(table))]
            for table in SQLModel.metadata.sorted_tables
        }


def refusal_of(
    use_case: Callable[..., Any], facilitator: Facilitator, given: dict[str, Any]
) -> DomainError:
    # Whatever else it has to be told it does not get to look at.
    values = {name: given.get(name) for name in _required(use_case) if name != "facilitator"}
    with pytest.raises(DomainError) as refused:
        use_case(facilitator, **values)
    return refused.value


@pytest.mark.parametrize("name", of_an_evening())
def test_no_use_case_reaches_another_library(name: str, theirs: Room, bea: Facilitator):
    before = everything()
    refusal = refusal_of(use_cases()[name], bea, asked_of(theirs, name))
    assert refusal.code == "not_your_library"
    assert everything() == before
    said = Say(f"error.{refusal.code}", refusal.values)
    told = " ".join(in_words(said, language) for language in LANGUAGES)
    assert WORD not in told + str(refusal.values)
    assert "De Linde" not in told


def test_anyone_who_took_over_one_evening_reaches_no_other_one_of_the_same_library(theirs: Room):
    stand_in = Facilitator("Anna", "De Linde", "De Linde-Anna", "another evening")
    for name in of_an_evening():
        refusal = refusal_of(use_cases()[name], stand_in, asked_of(theirs, name))
        assert refusal.code == "not_your_library", name


def test_the_list_of_one_library_names_nothing_of_the_other(theirs: Room, bea: Facilitator):
    assert [each.code for each in library_evenings.list_for(bea)] == [OTHER_CODE]


def test_a_picture_of_another_library_cannot_be_shown(theirs: Room, bea: Facilitator):
    picture = pictures.keep(theirs.facilitator, image(), theirs.now)
    programme_edits.add_step(bea, f"evening-{OTHER_CODE}", "welcome", "Welkom", step_id="van-bea")
    with pytest.raises(DomainError):
        programme_edits.set_options(bea, f"evening-{OTHER_CODE}", "van-bea", {"image": picture})


def test_a_key_of_one_room_opens_nothing_in_another(theirs: Room, bea: Facilitator):
    key = theirs.visitors[0].key
    with pytest.raises(NotAllowed, match="not_checked_in"):
        own_data.own_data(Visitor(f"evening-{OTHER_CODE}", key))


def test_nobody_sees_or_ends_the_logins_of_another_library(theirs: Room, bea: Facilitator):
    token = devices.log_in("Anna", PASSWORD, theirs.now)
    (device,) = devices.devices(theirs.facilitator, token, theirs.now)
    assert devices.devices(bea, token, theirs.now) == []
    with pytest.raises(NotFound, match="login_gone"):
        devices.log_out_device(bea, device.id, PASSWORD, theirs.now)
    assert logins.who_steers(token, theirs.now) == theirs.facilitator


def test_an_invitation_makes_a_facilitator_of_one_library_only(theirs: Room, bea: Facilitator):
    link = invitations.invite(bea, PASSWORD, theirs.now)
    assert invitations.invitation_library(link, theirs.now) == "De Eik"
    token = invitations.accept_invitation(link, "De Linde", "Cor", PASSWORD, theirs.now)
    cor = logins.require_login(token, theirs.now)
    assert cor.library_id == "De Eik"
    with pytest.raises(NotAllowed):
        report_report.report(cor, theirs.code, theirs.now)


def test_the_figures_for_operators_name_no_library_no_code_and_no_word(
    theirs: Room, bea: Facilitator
):
    shown = metrics.written().decode()
    for word in (WORD, theirs.code, "De Linde", "De Eik", theirs.live_session_id):
        assert word not in shown
