"""What seems to lead to a person is found; what people write about every evening is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.personal_data import PersonalData, found_in, is_bsn, is_phone_number

DIGITS = st.text("0123456789", min_size=8, max_size=8)
BETWEEN = st.sampled_from(["", " ", "-", ".", "/"])


@pytest.mark.parametrize(
    "text",
    [
        "Bel me: 06-12345678",
        "06 12 34 56 78",
        "0612345678.",
        "(030) 123 45 67",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "0031612345678",
        "+49 170 1234567",
        "Vraag Piet 0201234567 ervoor",
        "06 - 12 34 56 78",
        "tel.06/12345678",
        "App Noor:0612345678",
        "+31612345678",
        "+31-6-12345678 (na 18.00)",
    ],
)
def test_a_phone_number_is_found_however_it_is_written(text):
    assert found_in(text) == (PersonalData.PHONE,)


@pytest.mark.parametrize(
    "text",
    [
        "sam@linde.nl",
        "mail sam.de-wit+x@post.linde.nl!",
        "sam (at) linde.nl",
        "sam @ linde.nl",
        "Sam[at]Linde.NL",
        "sam@ linde.nl",
    ],
)
def test_an_email_address_is_found(text):
    assert found_in(text) == (PersonalData.EMAIL,)


@pytest.mark.parametrize(
    "text",
    [
        "Ik woon op 1234 AB",
        "1234AB",
        "9999zz",
        "Lindelaan 12",
        "Kom naar Kerkstraat 5a, daar is het",
        "De Oude Gracht 101 B",
        "Dorpsstraat 12 Utrecht",
        "het pand Kerkstraat 12 is leeg",
        "marktplein nummer 3",
        "Dorpsstraat 12",
        "Dorpsstraat 12.",
        "Bij Els, Dorpsstraat 12-b",
        "Dorpsstraat 12 woont een dame die helpt",
        "Plein 1940 12",
        "1234 ab is fout, 1234 AB niet",
        "Postbus, 9712 HM Groningen",
    ],
)
def test_a_postal_address_is_found(text):
    assert found_in(text) == (PersonalData.ADDRESS,)


@pytest.mark.parametrize("text", ["111222333", "1112.22.333", "mijn nummer is 123 456 782"])
def test_a_bsn_is_found(text):
    assert found_in(text) == (PersonalData.BSN,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Meer bankjes op het plein",
        "Op het Lindeplein 2 bankjes",
        "Op het plein 1 grote speeltuin",
        "In het park 3 keer per week sporten",
        "Wijkpark 2.0",
        "Van 06.00 tot 07.30 uur",
        "Op 01-02-2026 20:00 uur een feest",
        "Elke 24/11/2026, en in 2027",
        "In 2025 en 2026",
        "€ 123.456.782 is te veel",
        "Er rijden 1200kg auto's over 2500km",
        "Bel 112 of 14 020",
        "Buslijn 12, halte 3",
        "De 50 mensen van 1 tot en met 10",
        "@plein is leuk",
        "1234 SS",
        "Plein 1940",
        "Op het Plein 1940 is elke week markt",
        "Plan voor het park 2030.",
        "Laan 1945, daar is het druk",
        "Meer groen in de Dorpsstraat",
        "Tafel 4 en tafel 12",
        "Om 06:30 gaat de bieb open",
        "van 06:30 tot 07:45, dan 08:00",
        "Regel 1: luister. Regel 2: praat om de beurt.",
        "Iedereen mag 10 minuten, 2 keer",
        "€ 1.234,50 of 12.500 euro",
        "Subsidie van 100.000.000",
        "2025-2026, en dan 2027/2028",
        "1940-1945",
        "groep 3, 4, 5, 6, 7 en 8",
        "0 tot 4 jaar",
        "0900-1234 is voor iedereen",
        "Een accu van 1000kw",
        "Zet 3 bankjes op de markt",
        "De weg is 3 meter breed",
        "Op straat 2 bloembakken",
        "In 1950 is de flat gebouwd",
        "100% groen, 50 mensen",
        "24/7 open",
        "A12, N201 en lijn 300",
    ],
)
def test_what_people_write_every_evening_passes(text):
    assert found_in(text) == ()


@pytest.mark.parametrize(
    ("number", "is_it"),
    [
        ("061234567", False),
        ("0612345678", True),
        ("06123456789", False),
        ("001234567", False),
        ("0012345678", True),
        ("1612345678", False),
        ("+3161234567", False),
        ("+31612345678", True),
        ("+310612345678", True),
        ("+316123456789", False),
        ("+1234567", False),
        ("+12345678", True),
        ("+123456789012345", True),
        ("+1234567890123456", False),
        ("0031612345678", True),
        ("", False),
    ],
)
def test_a_phone_number_has_exactly_so_many_digits(number, is_it):
    assert is_phone_number(number) == is_it


@pytest.mark.parametrize(
    "number", ["", "000000000", "11122233", "1112223330", "11122233x", "111222334"]
)
def test_what_fails_the_11_proof_is_no_bsn(number):
    assert not is_bsn(number)


@given(number=st.integers(1, 999_999_999).map(lambda n: f"{n:09}"), place=st.integers(0, 8))
def test_one_wrong_digit_never_passes_the_11_proof(number, place):
    if is_bsn(number):
        for other in set("0123456789") - {number[place]}:
            assert not is_bsn(number[:place] + other + number[place + 1 :])


@given(
    rest=DIGITS,
    between=st.lists(BETWEEN, min_size=10, max_size=10),
    around=st.sampled_from(" :;!?"),
)
def test_a_mobile_number_is_found_whatever_stands_between_its_digits(rest, between, around):
    number = "".join(digit + sign for digit, sign in zip(f"06{rest}", between, strict=True))
    assert PersonalData.PHONE in found_in(f"bel{around}{number.rstrip(' -./')}{around}snel")


@given(text=st.text(st.characters(exclude_categories=("Nd",)), max_size=280))
def test_without_digits_only_an_email_address_can_be_found(text):
    assert set(found_in(text)) <= {PersonalData.EMAIL}


@given(text=st.text(max_size=280))
def test_any_text_gets_an_answer_and_the_same_one_twice(text):
    assert found_in(text) == found_in(text)
