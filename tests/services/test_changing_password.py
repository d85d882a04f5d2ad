"""Passwords: which are taken, and what another one ends, on both databases."""

import pytest

from plekberaad_app.domain.errors import BadInput, DomainError
from plekberaad_app.services import changing_password, invitations, logins, passwords
from tests.services.casting import NOW, PASSWORD
from tests.services.getting_in import begin, driver_of

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


def test_another_password_ends_every_login_of_that_person_and_of_nobody_else():
    anna = begin()
    link = invitations.invite(driver_of(anna), NOW)
    bea = invitations.accept_invitation(link, "", "Bea", PASSWORD, NOW)
    other_device = logins.log_in("Anna", PASSWORD, NOW)
    changing_password.set_password("ANNA ", "weer een lange zin")
    assert logins.who_drives(anna, NOW) is None
    assert logins.who_drives(other_device, NOW) is None
    assert driver_of(bea).name == "Bea"
    with pytest.raises(BadInput, match="login_wrong"):
        logins.log_in("Anna", PASSWORD, NOW)
    assert driver_of(logins.log_in("Anna", "weer een lange zin", NOW)).name == "Anna"


def test_a_password_that_is_refused_ends_no_login():
    anna = begin()
    for name, password, reason in [
        ("Anna", "kort", "password_too_short"),
        ("Anna", "x" * 201, "password_too_long"),
        ("Bea", "weer een lange zin", "facilitator_unknown"),
    ]:
        with pytest.raises(DomainError, match=reason):
            changing_password.set_password(name, password)
    assert driver_of(anna).name == "Anna"


def test_an_endless_password_is_refused_before_it_is_hashed():
    with pytest.raises(BadInput, match="password_too_long"):
        passwords.hashed("x" * 201)
    assert passwords.hashed("x" * 200)


def test_a_password_with_an_accent_is_the_same_on_every_keyboard():
    assert passwords.is_right(passwords.hashed("caf\u00e9 linde"), "cafe\u0301 linde")
