"""Two libraries on one running program: whom to attack, and who attacks."""

import asyncio
import hashlib
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.platform.logins import COOKIE
from tests.clients.browser import Browser, Site
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import begin, begin_token, log_in
from tests.clients.helpers import HelpersDesk
from tests.clients.phone import new_phone
from tests.setup.program import Program, command

SHOWN_IDEA = "kwartelnestbankje"
HIDDEN_IDEA = "zwavelstokjesmuseum"
PEOPLE = 4
BEA = "facilitator of another library"
SHORT = {"rounds": "1"}


@dataclass
class House:
    """De Linde with the evening that is attacked, and browsers of everybody who tries."""

    program: Program
    site: Site
    folder: Path
    evening: Evening
    other_evening: Evening
    identities: Mapping[str, Browser]
    step_id: str
    idea_id: str
    hidden_id: str
    helper_id: str
    stop: str

    def truth(self) -> str:
        """A fingerprint of everything that is stored."""
        with sqlite3.connect(f"file:{self.folder}/plekberaad.db?mode=ro", uri=True) as db:
            return hashlib.sha256("\n".join(db.iterdump()).encode()).hexdigest()

    def truth_of_de_linde(self) -> str:
        """The same of the evening that is attacked alone: others do as they like with theirs."""
        found: list[Any] = []
        with sqlite3.connect(f"file:{self.folder}/plekberaad.db?mode=ro", uri=True) as db:
            code = self.evening.code
            (ours,) = db.execute("SELECT id FROM live_sessions WHERE code = ?", [code]).fetchone()
            tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                rows = db.execute(f"SELECT * FROM {table}").fetchall()
                found += [(table, row) for row in rows if ours in row]
        assert len(found) > PEOPLE
        return hashlib.sha256(repr(sorted(found, key=repr)).encode()).hexdigest()

    def secrets(self) -> list[bytes]:
        """What is for the facilitator of De Linde alone, as it would stand in a frame."""
        pin = f'"{self.evening.facilitator.shown["pin"]}"'
        # The people at once, and what changed of them.
        people = [b'"roster_rx_state_":[{', b'"roster":[']
        return [HIDDEN_IDEA.encode(), pin.encode(), *people]

    def words_of_de_linde(self) -> list[bytes]:
        """What stands in that evening and in no other."""
        pin = self.evening.facilitator.shown["pin"]
        return [word.encode() for word in (SHOWN_IDEA, HIDDEN_IDEA, f'"{pin}"', self.idea_id)]

    @asynccontextmanager
    async def to_take_apart(self) -> AsyncIterator[Evening]:
        """One more evening of Bea's in its ideas phase; nothing has to be left of it."""
        spare = await _in_ideas(self.identities[BEA])
        yield spare
        await spare.close()

    async def be_there(self) -> None:
        """Open what closed while nobody played, with a PIN, and stop the clock."""
        # A paused clock changes nothing by itself: what changes, somebody did.
        await asyncio.sleep(0.05)
        for evening in (self.evening, self.other_evening):
            for screen in evening.screens:
                if not screen.is_open:
                    await screen.open()
            if not evening.facilitator.shown["pin"]:
                await evening.facilitator.do("make_pin")
            if not evening.facilitator.shown["clock"]["is_paused"]:
                await evening.facilitator.steer("pause")
            assert evening.at_table(1), "an attack before this one left nobody at the table"

    async def close(self) -> None:
        """Close all tabs."""
        await self.evening.close()
        await self.other_evening.close()


async def furnished(program: Program, site: Site, folder: Path) -> House:
    """The house, with an evening in its ideas phase, one shown and one hidden idea in it."""
    anna = await begin(site, await begin_token(program.log))
    evening = await _in_ideas(anna)
    writer, other_writer = evening.at_table(1)[:2]
    idea_id = await writer.write(SHOWN_IDEA)
    hidden_id = await other_writer.write(HIDDEN_IDEA)
    await evening.facilitator.do("hide", contribution_id=hidden_id, hidden=True)
    await evening.facilitator.do("make_pin")
    bea = await begin(site, await _link_for(folder, program), "Bea", "De Eik")
    other = await _in_ideas(bea)
    return House(
        program,
        site,
        folder,
        evening,
        other,
        await _identities(folder, evening, other, anna, bea),
        evening.facilitator.shown["stage"]["step_id"],
        idea_id,
        hidden_id,
        await _somebody_who_looks_along(anna, evening.code),
        evening.phones[0].shown["at_table"]["stop"],
    )


async def _somebody_who_looks_along(anna: Browser, code: str) -> str:
    """The id of whoever has a link for this evening."""
    desk = HelpersDesk(anna, code)
    await desk.open()
    await desk.hand_out("observer", name="Ria")
    await desk.close()
    return desk.id_of("observer")


async def _in_ideas(browser: Browser) -> Evening:
    evening = await new_evening(browser, SHORT)
    await evening.fill(PEOPLE)
    await evening.seat(1)
    await evening.bring_challenges(per_table=1)
    await evening.go_to("carousel", "ideas")
    await evening.facilitator.steer("pause")
    for phone in evening.phones:
        await phone.until(lambda shown: shown["stage"]["phase"] == "ideas" and shown["me"]["role"])
    return evening


async def _link_for(folder: Path, program: Program) -> str:
    words = ("facilitator", "invite", "--new-library")
    settings = {"data": str(folder), "port": str(program.port)}
    told = await asyncio.to_thread(command, *words, **settings)
    return told.stdout.strip().rsplit("/", 1)[1]


async def _identities(
    folder: Path, evening: Evening, other: Evening, anna: Browser, bea: Browser
) -> dict[str, Browser]:
    """Everybody who tries what is not theirs, by what they show."""
    site = evening.site
    stranger, passer_by = Browser(site), new_phone(site, evening.code)
    await passer_by.browser.look(passer_by.path)
    forged = Browser(site)
    forged.cookies = {COOKIE: "x" * 43, f"plekberaad_{evening.code}": "A" * 64}
    return {
        "no cookie": stranger,
        "key, not checked in": passer_by.browser,
        "participant": evening.at_table(1)[0].browser,
        "participant of another evening": other.phones[0].browser,
        BEA: bea,
        "stand-in of another evening": await _stand_in(site, other),
        "facilitator logged out": await _logged_out(site, anna),
        "facilitator whose login is over": await _expired(site, folder),
        "forged cookies": forged,
    }


async def _stand_in(site: Site, evening: Evening) -> Browser:
    await evening.facilitator.do("make_pin")
    pin = await evening.facilitator.until(lambda shown: shown["pin"])
    browser = Browser(site)
    await browser.submit(f"/overnemen/{evening.code}", pin=pin)
    return browser


async def _expired(site: Site, folder: Path) -> Browser:
    """A cookie that nobody ended, of a login that was made too long ago."""
    browser = await log_in(site)
    token = key_hash(browser.cookies[COOKIE])
    with sqlite3.connect(folder / "plekberaad.db", timeout=10) as db:
        moved = db.execute(
            "UPDATE logins SET expires_at = datetime(expires_at, '-15 days') WHERE token_hash = ?",
            [token],
        )
        assert moved.rowcount == 1
    return browser


async def _logged_out(site: Site, anna: Browser) -> Browser:
    """The cookie of a login that has ended; its owner is logged in on another device still."""
    browser = await log_in(site)
    ended = dict(browser.cookies)
    await browser.submit("/uitloggen")
    browser.cookies = ended
    return browser
