"""Small sums over the list of people, done by the browser."""

import reflex as rx

from plekberaad_app.room.tablet.screen import SCREEN


def owner_count() -> rx.vars.NumberVar:
    """How many people brought a challenge."""
    roster = SCREEN.roster
    return rx.Var(
        f"{roster!s}.filter((person) => person.challenge).length",
        _var_type=int,
        _var_data=roster._get_all_var_data(),
    ).to(int)


def company_of(person: rx.Var) -> rx.vars.StringVar:
    """The names of the others who stay with this person, or ''."""
    roster = SCREEN.roster
    same = f"(other) => other.together && other.together === {person!s}.together"
    other = f"other.number !== {person!s}.number"
    names = "map((other) => other.shown).join(', ')"
    return rx.Var(
        f"{roster!s}.filter({same} && {other}).{names}",
        _var_type=str,
        _var_data=roster._get_all_var_data(),
    ).to(str)
