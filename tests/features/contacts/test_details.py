"""A form of contact details is read, or refused with a sentence; and how the file writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.contacts.contacts import MAX_REACH, Details, details_in
from plekberaad_app.features.contacts.routes import as_csv
from plekberaad_app.platform.database.contacts import Contact
from tests.casting import NOW


def form(**changes: str) -> dict[str, str]:
    return {"name": "Fatima", "reach": "fatima@voorbeeld.nl", "agreed": "on"} | changes


@pytest.mark.parametrize("reach", ["fatima@voorbeeld.nl", "06 12345678", "+32 470 12 34 56"])
def test_a_form_with_a_way_to_reach_somebody_and_their_yes_is_read(reach: str):
    assert details_in(form(reach=reach)) == Details("Fatima", reach)


@pytest.mark.parametrize("reach", ["", "bel me", "Dorpsstraat 12", "123", "@"])
def test_what_cannot_be_reached_is_refused(reach: str):
    with pytest.raises(BadInput, match="unreachable"):
        details_in(form(reach=reach))


@pytest.mark.parametrize("said", ["", "off", "nee", "ON "])
def test_without_a_yes_nothing_is_kept(said: str):
    with pytest.raises(BadInput, match="without_consent"):
        details_in(form(agreed=said))


@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(name: str, reach: str):
    try:
        found = details_in(form(name=name, reach=reach))
    except BadInput:
        return
    assert len(found.reach) <= 16 * MAX_REACH


def test_a_cell_of_the_file_is_never_a_formula():
    kept = Contact("a", "tag", "=1+1", "Fatima", "fatima@voorbeeld.nl", NOW)
    _, line = as_csv([kept]).decode("utf-8-sig").splitlines()
    assert line == "Fatima;fatima@voorbeeld.nl;“=1+1”;24-11-2026"
