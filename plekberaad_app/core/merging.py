"""Merging two rows into one person: somebody who came in twice, with two browsers or first on
paper."""

from dataclasses import replace
from typing import TypeVar

from plekberaad_app.core.people import Habit, Kind, Person

Answer = TypeVar("Answer", Kind, Habit)


def joined(one: Person, other: Person) -> Person:
    """The place of whoever came in first, in the row of the phone that came last.

    That phone carries on without interruption. An answer takes precedence over a skipped question,
    and a skipped question over one that was never asked.
    """
    first, last = sorted((one, other), key=lambda person: person.number)
    row = last if last.has_phone else first
    seated = first if first.table else last
    return replace(
        row,
        number=first.number,
        name=first.name or last.name,
        kind=said(first.kind, last.kind, Kind.SKIPPED),
        habit=said(first.habit, last.habit, Habit.SKIPPED),
        table=seated.table,
        seat=seated.seat,
        together=first.together or last.together,
        has_left=False,
    )


def said(first: Answer | None, last: Answer | None, skipped: Answer) -> Answer | None:
    """The first real answer; failing that, that the question was skipped, if it was."""
    given = [answer for answer in (first, last) if answer]
    return next((answer for answer in given if answer is not skipped), given[0] if given else None)
