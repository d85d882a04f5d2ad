"""Helpers: their links on the desk of an evening, and what each opens with one."""

from typing import Any
from urllib.parse import urlsplit

from tests.clients.browser import Browser
from tests.clients.projector import Projector
from tests.clients.screen import Screen


class HelpersDesk(Screen):
    """What the page /voorbereiden/<code> shows of those who help."""

    module, state = "features.helpers.state", "helpers_state"

    def __init__(self, browser: Browser, code: str) -> None:
        super().__init__(browser, f"/voorbereiden/{code}")

    def is_ready(self, shown: dict[str, Any]) -> bool:
        """Whether links may be handed out here."""
        return bool(shown.get("may_hand_out"))

    async def hand_out(self, role: str, **said: str) -> str:
        """A new link in this role: its path."""
        known = {each["id"] for each in self.shown["helpers"]}
        self.send("hand_out", form={"role": role, **said})

        def is_made(shown: dict[str, Any]) -> Any:
            made = shown["handed_out"]
            is_listed = len(shown["helpers"]) > len(known)
            return is_listed and [each["link"] for each in made if each["id"] not in known]

        (link,) = await self.until(is_made)
        return urlsplit(link).path

    async def withdraw(self, role: str) -> None:
        """Withdraw the latest link in this role."""
        helper_id = self.id_of(role)
        self.send("withdraw", helper_id=helper_id)
        await self.until(lambda shown: helper_id not in {each["id"] for each in shown["helpers"]})

    def id_of(self, role: str) -> str:
        """The id of the latest helper in this role."""
        return next(each["id"] for each in self.shown["helpers"][::-1] if each["role"] == role)


class Observer(Projector):
    """The page /meekijker/<token>."""

    def __init__(self, browser: Browser, path: str) -> None:
        super().__init__(browser.site, "")
        self.browser, self.path = browser, path


class Host(Screen):
    """The page /tafel/<token>."""

    module, state = "room.host.state", "host_state"

    def is_ready(self, shown: dict[str, Any]) -> bool:
        """Whether it knows its table, or that the link is void."""
        status = shown.get("stage", {}).get("status")
        return bool(status == "unknown" or (status and shown.get("host", {}).get("table")))


class Artist(Screen):
    """The page /kunstenaar/<token>."""

    module, state = "room.artist.state", "artist_state"
