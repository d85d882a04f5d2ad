"""Joining two rows on the list that are one person, with everything that belongs to them."""

from dataclasses import replace
from datetime import datetime

from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.merging import joined
from plekberaad_app.core.people import Person
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import (
    contributions,
    evenings,
    joined_people,
    live_sessions,
    people,
    programmes,
)
from plekberaad_app.platform.database.engine import Transaction, transaction
from plekberaad_app.platform.permissions import Facilitator, require_facilitator, require_open
from plekberaad_app.platform.proxy_keys import proxy_key
from plekberaad_app.room.admission import person_of
from plekberaad_app.room.grouping import place_everybody


@audited("number", "other")
def join_people(
    facilitator: Facilitator, live_session_id: str, number: int, other: int, now: datetime
) -> Person:
    """Make one person of two: seat, challenge, turn, and what was written for them all stay theirs.

    What came from a phone stays that phone's: from now on both phones are this person's. Raises
    NotFound('person_gone'), BadInput('same_person'), NotAllowed.
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id, cast=True)
        require_facilitator(facilitator, live_session, Action.CHANGE, Resource.PEOPLE)
        require_open(live_session)
        if number == other:
            raise BadInput("same_person")
        evening = evenings.around(db, live_session)
        one, two = evening.person(number), evening.person(other)
        if one is None or two is None:
            raise NotFound("person_gone")
        kept = joined(one, two)
        gone = two if kept.id == one.id else one
        _retag(db, live_session_id, live_session.version, gone, kept)
        joined_people.join(db, kept, gone)
        people.save(db, [kept])
        place_everybody(db, live_session, now)
        return kept


@audited("number")
def part_phones(facilitator: Facilitator, live_session_id: str, number: int) -> Person:
    """A phone whose holder claimed to be this person belongs to nobody again.

    Raises NotFound('person_gone'), NotAllowed.
    """
    with transaction() as db:
        person = person_of(db, facilitator, live_session_id, number, Action.CHANGE)
        joined_people.let_go_claimed(db, person.id)
        return person


def _retag(db: Transaction, live_session_id: str, version: int, gone: Person, kept: Person) -> None:
    """What was typed for one of them, including dots, was typed for the other."""
    steps = programmes.steps(db, live_session_id)
    old, new = proxy_key(gone.id), proxy_key(kept.id)
    tags = {author_tag(old, step.id): author_tag(new, step.id) for step in steps}
    written = contributions.of_authors(db, live_session_id, tuple(tags), with_withdrawn=True)
    moved = [replace(item, author=tags[item.author]) for item in written]
    contributions.save(db, live_session_id, version, moved)
