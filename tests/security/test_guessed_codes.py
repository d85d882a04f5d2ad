"""Who tries one code after another is slowed, and the tablet says so; who knows it comes in."""

import pytest

from plekberaad_app.core.join_codes import ALPHABET
from plekberaad_app.platform.guessing import FREE_MISSES
from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.browser import Browser
from tests.clients.phone import new_phone
from tests.clients.screen import state_name
from tests.security.attacks import Matrix, attack
from tests.security.floods import Room

pytestmark = [pytest.mark.served, pytest.mark.asyncio(loop_scope="session")]

MORE = 4


async def test_guessing_over_a_socket_is_slowed_and_the_tablet_warns(room: Room, matrix: Matrix):
    tablet = room.evening.facilitator
    enter = f"{state_name('room.projector.state', 'projector_state')}.enter"
    codes = [f"{first}{second}ZZZZ" for first in ALPHABET for second in ALPHABET]
    events = [(f"/scherm/{code}", enter, {}) for code in codes[: FREE_MISSES + MORE]]
    tried, heard = await attack(Browser(room.attacker), events)
    assert b'"status":"lobby"' not in heard
    shown = await tablet.until(lambda shown: shown["notice"]["kind"] == "warning" and dict(shown))
    assert shown["notice"]["sentence"] == text("live.warning.guessing")
    matrix.note("guessed codes over a socket, slowed after 60", "no cookie", tried=tried)
    # From the same address: who has the code is in.
    phone = new_phone(room.attacker, room.evening.code)
    await phone.check_in("Laatkomer")
    assert phone.shown["me"]["has_joined"]
    await phone.close()
