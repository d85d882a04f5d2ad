"""Refusals are codes, never sentences."""

import pytest

from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed, NotFound, StaleCommand


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (DomainError, "refused"),
        (NotAllowed, "not_allowed"),
        (BadInput, "bad_input"),
        (NotFound, "not_found"),
        (StaleCommand, "stale"),
    ],
)
def test_every_kind_of_refusal_has_a_code_of_its_own(kind: type[DomainError], code: str):
    assert kind().code == code


def test_a_more_exact_code_takes_its_place_and_carries_values():
    error = BadInput("too_long", most=280)
    assert (error.code, error.values, str(error)) == ("too_long", {"most": 280}, "too_long")


def test_an_exact_code_does_not_stick_to_the_kind():
    BadInput("too_long")
    assert BadInput().code == "bad_input"
