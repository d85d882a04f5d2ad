"""Small sums over the list of people, done by the browser."""

import reflex as rx

from plekberaad_app.states.tablet import TabletState


def owner_count() -> rx.Var[int]:
    """How many people brought a challenge."""
    roster = TabletState.roster
    return rx.Var(
        f"{roster!s}.filter((person) => person.challenge).length",
        _var_type=int,
        _var_data=roster._get_all_var_data(),
    ).guess_type()


def company_of(person: rx.Var) -> rx.Var[str]:
    """The names of the others who stay with this person, or ''."""
    roster = TabletState.roster
    same = f"(other) => other.together && other.together === {person!s}.together"
    other = f"other.number !== {person!s}.number"
    names = "map((other) => other.name || other.number).join(', ')"
    return rx.Var(
        f"{roster!s}.filter({same} && {other}).{names}",
        _var_type=str,
        _var_data=roster._get_all_var_data(),
    ).guess_type()
