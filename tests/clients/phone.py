"""A participant with a phone."""

import uuid
from typing import Any

from tests.clients.browser import Browser, Site
from tests.clients.screen import TIMEOUT_SECONDS, Screen, words_of


def wall(shown: dict[str, Any]) -> list[str]:
    """The texts of the notes on any screen's wall, oldest first."""
    return [note["text"] for note in shown.get("notes") or ()]


class Phone(Screen):
    """The page /d/<code>."""

    module, state = "room.phone.state", "phone_state"

    def __init__(self, browser: Browser, code: str) -> None:
        super().__init__(browser, f"/d/{code}")
        self.code = code

    def is_ready(self, shown: dict[str, Any]) -> bool:
        """Whether it knows the room and, if there is one, its person."""
        status = shown.get("stage", {}).get("status")
        return bool(status == "unknown" or (status and shown.get("me", {}).get("is_loaded")))

    async def check_in(self, name: str = "", kind: str = "resident", habit: str = "never") -> None:
        """Scan, answer the three questions, be in. Raises browser.FormRefused."""
        await self.browser.look(self.path)
        await self.browser.submit(f"{self.path}/meedoen", name=name, kind=kind, habit=habit)
        await self.open()

    def act(
        self,
        act: str,
        /,
        *,
        step_id: str | None = None,
        round_number: int | None = None,
        **payload: Any,
    ) -> None:
        """Do something in the running step and round, or in another one."""
        stage = self.shown["stage"]
        self.send(
            "act",
            step_id=stage["step_id"] if step_id is None else step_id,
            round=stage["round"] if round_number is None else round_number,
            name=act,
            payload=payload,
        )

    def offer_idea(self, text: str, idea_id: str | None = None, **more: Any) -> str:
        """Send an idea without waiting; its id. Sending it again under that id is harmless."""
        idea_id = idea_id or str(uuid.uuid4())
        self.act("add_idea", id=idea_id, text=text, **more)
        return idea_id

    def tell_writing(self, is_writing: bool = True, act: str = "add_idea") -> None:
        """Say that somebody writes in this box of the running step, or stopped."""
        self.signal("writing", self.shown["stage"]["step_id"], act, is_writing)

    async def write(self, text: str, patience: float = TIMEOUT_SECONDS, **more: Any) -> str:
        """Send an idea and wait for 'bewaard'; its id. Raises TimeoutError."""
        idea_id = self.offer_idea(text, **more)
        await self.until_stored(idea_id, patience)
        return idea_id

    async def until_stored(self, idea_id: str, patience: float = TIMEOUT_SECONDS) -> None:
        """Wait until the phone may say 'bewaard' of this idea."""
        await self.until(lambda shown: idea_id in shown["stored"], patience)

    async def refused(self, idea_id: str) -> str:
        """Wait for the refusal of what was sent under this id; the Dutch sentence."""
        about = str(idea_id)
        shown = await self.until(
            lambda shown: shown["refusal"]["id"] == about and dict(shown["refusal"])
        )
        return words_of(shown["sentence"])


def new_phone(site: Site, code: str) -> Phone:
    """A phone that was never here before."""
    return Phone(Browser(site), code)
