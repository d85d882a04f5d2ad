"""Makes the picture of the README, of today's screens: `python -m tests.rehearsal.screens`."""

import asyncio
import base64
import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser

from plekberaad_app.platform.settings import ROOT
from plekberaad_app.ui.tokens import COLOURS
from tests.chromium import a_browser
from tests.clients.browser import visiting
from tests.rehearsal.browsers import Phone, Screen
from tests.rehearsal.crowd import Crowd
from tests.rehearsal.play import Rehearsal
from tests.rehearsal.server import Server

PICTURE = ROOT / "docs" / "screens.png"
SIZE = {"width": 2000, "height": 660}
# Room for colours in a picture of few hues: the file stays small.
MAX_COLOURS = 256
IDEAS = 40
WRITING_SECONDS = 6
# A little more than the least that is tested: in the picture nothing is cut off.
ROOMY = {"phone": (360, 680), "tablet": (1280, 960), "projector": (1920, 1080)}
TYPED = "Een kar met spelletjes die je mag meenemen naar het plein."

_PAGE = """<style>
  body {{ margin: 0; height: 660px; display: flex; align-items: center; justify-content: center;
    gap: 40px; background: {line}; }}
  img {{ display: block; border: solid {ink}; background: {ink}; }}
  .phone {{ height: 566px; border-width: 9px; border-radius: 34px; }}
  .tablet {{ height: 500px; border-width: 12px; border-radius: 24px; }}
  .projector {{ height: 450px; border-width: 4px; border-radius: 6px; }}
</style>{images}"""


class Moment(Rehearsal):
    """An evening that is played until the first ideas hang on the wall."""

    async def play(self) -> None:
        """Until the first ideas."""
        async with visiting(self.server.url) as site:
            await self.open()
            self.crowd = Crowd(site, self.code, self.ledger)
            await self.arrive()
            await self.sit_down()
            await self.tablet.go_by_hand()
            for phase in ("explain", "questions", "ideas"):
                await self.go_on(phase)
            await self.tablet.give_more_time()
            await self.crowd.write_all(self._take(IDEAS), WRITING_SECONDS)
            phone = await self._thinker()
            await phone.write(next(self.ideas))
            await phone.type(TYPED)
            await self._put_together(phone)
            await self.crowd.close()

    async def _thinker(self) -> Phone:
        for phone in self.phones:
            if await phone.is_thinker():
                return phone
        raise AssertionError("nobody thinks along")

    async def _put_together(self, phone: Phone) -> None:
        screens = {"phone": phone, "tablet": self.tablet, "projector": self.projector}
        shots = await asyncio.gather(*map(_shot, screens, screens.values()))
        images = "".join(map(_image, screens, shots))
        page = await self.browser.new_page(viewport=SIZE)  # pyright: ignore[reportArgumentType]
        await page.set_content(_PAGE.format(images=images, **COLOURS))
        _store(await page.screenshot())


async def _shot(kind: str, screen: Screen) -> str:
    width, height = ROOMY[kind]
    await screen.page.set_viewport_size({"width": width, "height": height})
    if kind != "projector":  # There a mouse that moves calls for a button.
        # Where a finger was last, nothing looks pressed.
        await screen.page.mouse.move(0, 0)
    await screen.page.evaluate("window.scrollTo(0, 0)")
    await screen.page.wait_for_timeout(2000)
    return base64.b64encode(await screen.page.screenshot()).decode()


def _image(kind: str, shot: str) -> str:
    return f'<img class="{kind}" src="data:image/png;base64,{shot}">'


def _store(picture: bytes) -> None:
    with Image.open(io.BytesIO(picture)) as made:
        few = made.convert("RGB").quantize(MAX_COLOURS, dither=Image.Dither.NONE)
        few.save(PICTURE, optimize=True)


async def main() -> None:
    """Play until there, and store the picture."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), public_url="http://plekberaad.example")
        server.start()
        try:
            async with a_browser() as browser:
                await _play(server, browser, Path(folder) / "pictures")
        finally:
            server.stop()


async def _play(server: Server, browser: Browser, pictures: Path) -> None:
    await Moment(server, browser, pictures).play()


if __name__ == "__main__":
    asyncio.run(main())
