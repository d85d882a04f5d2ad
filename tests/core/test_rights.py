"""The table of rights: what it says about roles as a whole."""

import pytest

from plekberaad_app.core.rights import (
    ANY_FACILITATOR,
    ANYONE,
    HELPERS,
    IN_THE_ROOM,
    RIGHTS,
    Action,
    Resource,
    Role,
    may,
    who_may,
)

TO_COME = [role for role in Role if role not in ANYONE]


@pytest.mark.parametrize("role", TO_COME)
def test_a_role_that_does_not_exist_yet_may_nothing(role):
    assert not any(may(role, *right) for right in RIGHTS)


def test_the_projector_only_looks_or_comes_in_as_anybody_may():
    rights = {right for right in RIGHTS if may(Role.PROJECTOR, *right)}
    assert rights == {right for right in RIGHTS if may(Role.NOBODY, *right)}
    assert rights == {
        (Action.READ, Resource.ENTRANCE),
        (Action.ADD, Resource.OWN_SEAT),
        (Action.ADD, Resource.SECOND_FACTOR),
    }


def test_no_participant_may_what_is_for_whoever_steers():
    for right, roles in RIGHTS.items():
        if Role.PARTICIPANT in roles:
            assert roles >= IN_THE_ROOM, right
            assert not roles & {Role.ARTIST, Role.OBSERVER} or roles == ANYONE, right
        else:
            assert roles <= ANY_FACILITATOR | HELPERS | {Role.OWNER}, right


@pytest.mark.parametrize(
    ("role", "rights"),
    [
        (Role.OBSERVER, {(Action.READ, Resource.SCREEN)}),
        (Role.ARTIST, {(Action.READ, Resource.PROGRAMME)}),
        (
            Role.TABLE_HOST,
            {
                (Action.READ, Resource.TABLE),
                (Action.ADD, Resource.CONTRIBUTION_OF_TABLE),
                (Action.CHANGE, Resource.TABLE_TIME),
                (Action.CHANGE, Resource.SPEAKER),
                (Action.CHANGE, Resource.READINESS),
                (Action.ADD, Resource.HELP),
                (Action.REMOVE, Resource.HELP),
            },
        ),
    ],
)
def test_whoever_helps_by_a_link_may_this_and_what_anybody_may(role, rights):
    found = {right for right in RIGHTS if may(role, *right)}
    assert found == rights | {right for right in RIGHTS if may(Role.NOBODY, *right)}


def test_anyone_who_took_over_one_evening_makes_deletes_and_invites_nothing():
    only_facilitator = {
        right for right, roles in RIGHTS.items() if roles & ANY_FACILITATOR == {Role.FACILITATOR}
    }
    assert only_facilitator == {
        (Action.READ, Resource.HELPER),
        (Action.ADD, Resource.HELPER),
        (Action.REMOVE, Resource.HELPER),
        (Action.READ, Resource.CONTACT),
        (Action.REMOVE, Resource.CONTACT),
        (Action.ADD, Resource.EVENING),
        (Action.REMOVE, Resource.EVENING),
        (Action.READ, Resource.TEMPLATE),
        (Action.ADD, Resource.TEMPLATE),
        (Action.CHANGE, Resource.TEMPLATE),
        (Action.REMOVE, Resource.TEMPLATE),
        (Action.CHANGE, Resource.LIBRARY),
        (Action.READ, Resource.LOGIN),
        (Action.CHANGE, Resource.LOGIN),
        (Action.REMOVE, Resource.LOGIN),
        (Action.REMOVE, Resource.SECOND_FACTOR),
    }


def test_what_the_table_does_not_name_is_for_nobody():
    assert not who_may(Action.REMOVE, Resource.CLOCK)
