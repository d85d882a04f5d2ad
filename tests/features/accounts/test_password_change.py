"""Passwords: which are taken, and what another one ends, on both databases."""

import pytest

from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed
from plekberaad_app.features.accounts import (
    devices,
    invitations,
    password_change,
    passwords,
    reauthentication,
)
from plekberaad_app.platform import logins
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.room import takeover_pin
from tests.casting import CODE, NOW, PASSWORD, evening
from tests.getting_in import begin, facilitator_of

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")
ANOTHER = "vier wilde ganzen zwemmen"


def test_another_password_ends_every_login_of_that_person_and_of_nobody_else():
    anna = begin()
    link = invitations.invite(facilitator_of(anna), PASSWORD, NOW)
    bea = invitations.accept_invitation(link, "", "Bea", PASSWORD, NOW)
    other_device = devices.log_in("Anna", PASSWORD, NOW)
    password_change.set_password("ANNA ", ANOTHER)
    assert logins.who_steers(anna, NOW) is None
    assert logins.who_steers(other_device, NOW) is None
    assert facilitator_of(bea).name == "Bea"
    with pytest.raises(BadInput, match="login_wrong"):
        devices.log_in("Anna", PASSWORD, NOW)
    assert facilitator_of(devices.log_in("Anna", ANOTHER, NOW)).name == "Anna"


def test_another_password_voids_the_pins_of_that_person_and_of_nobody_else():
    anna = facilitator_of(begin())
    bea = facilitator_of(
        invitations.accept_invitation(
            invitations.invite(anna, PASSWORD, NOW), "", "Bea", PASSWORD, NOW
        )
    )
    of_anna, of_bea = evening(anna), evening(bea, "W4R9TC")
    pin = takeover_pin.make_takeover_pin(anna, of_anna.id, NOW)
    other_pin = takeover_pin.make_takeover_pin(bea, of_bea.id, NOW)
    password_change.set_password("Anna", ANOTHER)
    with pytest.raises(NotAllowed, match="pin_void"):
        takeover_pin.take_over(CODE, pin, NOW)
    assert takeover_pin.take_over("W4R9TC", other_pin, NOW)


def test_a_password_that_is_refused_ends_no_login():
    anna = begin()
    for name, password, reason in [
        ("Anna", "kort", "password_too_short"),
        ("Anna", "x" * 201, "password_too_long"),
        ("Anna", "plekberaad plekberaad", "password_easy"),
        ("Bea", ANOTHER, "facilitator_unknown"),
    ]:
        with pytest.raises(DomainError, match=reason):
            password_change.set_password(name, password)
    assert facilitator_of(anna).name == "Anna"


def test_anyone_who_changes_the_own_password_stays_in_with_a_new_token_and_nobody_else_does():
    anna, elsewhere = begin(), devices.log_in("Anna", PASSWORD, NOW)
    fresh = password_change.change_password(facilitator_of(anna), PASSWORD, ANOTHER, NOW)
    assert facilitator_of(fresh).name == "Anna"
    assert [logins.who_steers(token, NOW) for token in (anna, elsewhere)] == [None, None]
    assert devices.log_in("Anna", ANOTHER, NOW)


@pytest.mark.parametrize(
    ("present", "chosen", "reason"),
    [
        ("niet het goede wachtwoord", ANOTHER, "password_wrong"),
        ("", ANOTHER, "password_wrong"),
        (PASSWORD, "kort", "password_too_short"),
        (PASSWORD, "wachtwoord12345", "password_easy"),
    ],
)
def test_a_change_that_is_refused_changes_nothing(present, chosen, reason):
    anna = begin()
    with pytest.raises(BadInput, match=reason):
        password_change.change_password(facilitator_of(anna), present, chosen, NOW)
    assert facilitator_of(anna)
    assert devices.log_in("Anna", PASSWORD, NOW)


def test_anyone_who_took_over_cannot_change_the_password():
    anna = facilitator_of(begin())
    pin = takeover_pin.make_takeover_pin(anna, evening(anna).id, NOW)
    helper = facilitator_of(takeover_pin.take_over(CODE, pin, NOW))
    with pytest.raises(NotAllowed, match="not_your_library"):
        password_change.change_password(helper, PASSWORD, ANOTHER, NOW)


def test_trying_passwords_with_a_stolen_login_slows_down(monkeypatch):
    anna = facilitator_of(begin())
    monkeypatch.setattr(reauthentication, "_per_facilitator", Pace(2, 0))
    for _ in range(2):
        with pytest.raises(BadInput, match="password_wrong"):
            password_change.change_password(anna, "fout", ANOTHER, NOW)
    with pytest.raises(BadInput, match="too_many_tries"):
        password_change.change_password(anna, PASSWORD, ANOTHER, NOW)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("x" * 14, "password_too_short"),
        ("qwertyuiopasdfgh", "password_easy"),
        ("plekberaad plekberaad", "password_easy"),
        ("Bibliotheek2026!", "password_easy"),
        ("welkom welkom welkom", "password_easy"),
        ("zzzzzzzzzzzzzzzzzzzz", "password_easy"),
        ("Willemijn Willemijn", "password_easy"),
        ("Het Kromme Hout 2026", "password_easy"),
        ("x" * 201, "password_too_long"),
    ],
)
def test_a_password_that_is_guessed_first_is_refused(password, reason):
    with pytest.raises(BadInput, match=reason):
        passwords.chosen(password, "Willemijn", "Het Kromme Hout")


@pytest.mark.parametrize(
    "password", [PASSWORD, ANOTHER, "tafels vol appels", "één zwaan en 12 eenden"]
)
def test_a_sentence_of_some_words_is_taken(password):
    assert passwords.is_right(passwords.chosen(password, "Anna", "De Linde"), password)


def test_fifteen_signs_are_enough_and_fourteen_are_not():
    assert passwords.chosen("koeien op daken")
    with pytest.raises(BadInput, match="password_too_short"):
        passwords.chosen("koeien op dake")


def test_what_is_known_of_one_person_is_not_held_against_another():
    with pytest.raises(BadInput, match="password_easy"):
        passwords.chosen("Zjwaqemborst7777", "Zjwaqemborst")
    assert passwords.chosen("Zjwaqemborst7777", "Anna")


def test_an_endless_password_is_refused_before_it_is_judged_or_hashed(monkeypatch):
    monkeypatch.setattr(passwords, "is_easy", lambda *_: pytest.fail("judged"))
    with pytest.raises(BadInput, match="password_too_long"):
        passwords.chosen("x" * 100_000)


def test_a_password_with_an_accent_is_the_same_on_every_keyboard():
    assert passwords.is_right(passwords.hashed("caf\u00e9 linde"), "cafe\u0301 linde")
