"""Every screen, in every phase: for thumbs, for small windows, for screen readers, in Dutch."""

from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.facilitator import Facilitator
from tests.clients.screen import words_of
from tests.journeys.house import BRAM, SAMIRA, House, walk_to
from tests.journeys.reading import english_in, overflow, too_small
from tests.rehearsal.browsers import Phone, Screen

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

PHASES = ("show", "explain", "questions", "ideas", "review", "next_step")
MODES = ("join", "tables", "next_steps", "black", "stage")
NARROW = {"width": 320, "height": 568}
# Halfway an animation a letter has a colour that nobody reads it in.
AT_REST = """() => Promise.allSettled(
    document.getAnimations()
        .filter((each) => each.playState === "running")
        .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
        .map((each) => each.finished)
).then(() => null)"""
DELAY = {"offline": False, "latency": 150, "downloadThroughput": -1, "uploadThroughput": -1}
# Keeps in the tab whether the panel of a step was ever waited for.
WATCH = """() => new MutationObserver(() => {
  if (document.querySelector('.late-panel')) sessionStorage.waited = 'for a panel';
}).observe(document.body, { childList: true, subtree: true })"""


# A page that is looked at again has it already: it is half a megabyte of code.
AXE = Axe(f"window.axe ? null : (() => {{ {AXE_SCRIPT}\n}})()")


async def faults_of(page: Page) -> list[str]:
    """What is wrong with a page in the eyes of axe, and the English on it."""
    await page.evaluate(AT_REST)
    found: Any = (await AXE.run(page)).response["violations"]
    axe = [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]
    return axe + [f"English: {words}" for words in await english_in(page)]


async def thumb_faults_of(phone: Screen) -> list[str]:
    """What a thumb misses, and whether a narrow window has to be scrolled sideways."""
    small = await too_small(phone.page)
    wide = phone.page.viewport_size
    await phone.page.set_viewport_size(NARROW)  # pyright: ignore[reportArgumentType]
    beyond = await overflow(phone.page)
    await phone.page.set_viewport_size(wide)  # pyright: ignore[reportArgumentType]
    return small + ([f"{beyond} px too wide at 320"] if beyond > 0 else [])


async def look_at(screens: dict[str, Screen], where: str, faults: list[str]) -> None:
    """Add what is wrong on these screens."""
    for name, screen in screens.items():
        found = await faults_of(screen.page)
        if name.startswith("phone"):
            found += await thumb_faults_of(screen)
        elif name == "tablet":
            found += await too_small(screen.page)
        faults += [f"{where}, {name}: {fault}" for fault in found]


@pytest.mark.parametrize(
    ("path", "needs_login"),
    [
        ("/", False),
        ("/inloggen", False),
        ("/begin/geen-link", False),
        ("/overnemen/ABCDEF", False),
        ("/d/ABCDEF", False),
        ("/scherm", False),
        ("/scherm/ABCDEF", False),
        ("/verslag/ABCDEF", False),
        ("/privacy", False),
        ("/mijn-gegevens/ABCDEF", False),
        ("/bestaat/niet", False),
        ("/voorbereiden", True),
    ],
)
async def test_a_page_outside_the_evening_is_sound(path: str, needs_login: bool, house: House):
    screen = await (house.desk(path, "phone") if needs_login else house.visit(path))
    await expect(screen.page.locator("h1").filter(visible=True).first).to_be_visible()
    await screen.page.wait_for_timeout(500)
    assert await screen.page.evaluate("document.documentElement.lang") == "nl"
    assert await faults_of(screen.page) == []
    assert await thumb_faults_of(screen) == []


async def test_every_screen_of_the_evening_is_sound_in_every_phase(house: House):
    code = await house.evening()
    faults: list[str] = []
    arriving = await house.phone(code)
    projector, tablet = await house.projector(code), await house.tablet(code)
    await look_at({"phone, check-in": arriving}, "lobby", faults)
    await arriving.check_in(SAMIRA)
    other = await house.phone(code, BRAM)
    await house.person(code, "Mila")
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    screens = {
        "phone of an owner": arriving,
        "phone of a thinker": other,
        "projector": projector,
        "tablet": tablet,
    }
    await look_at(screens, "lobby", faults)
    await delay_and_watch(screens)
    for view in ("people", "tables", "owners", "paper", "agenda", "outcomes", "now"):
        await tablet.open(view)
        await look_at({"tablet": tablet}, f"view {view}", faults)
    for phase in PHASES:
        await walk_together(facilitator, phase, screens)
        await write_and_mark(phase, arriving, other)
        await look_at(screens, phase, faults)
        if phase == "ideas":
            await through_what_the_projector_can_show(facilitator, screens, faults)
    await through_the_vote(facilitator, screens, faults)
    assert faults == []
    waited = [await each.page.evaluate("sessionStorage.waited") for each in screens.values()]
    assert waited == [None] * len(screens)


async def delay_and_watch(screens: dict[str, Screen]) -> None:
    """From now on what is fetched comes late, and a panel that is waited for is noticed."""
    for screen in screens.values():
        tools = await screen.context.new_cdp_session(screen.page)
        await tools.send("Network.emulateNetworkConditions", DELAY)
        await screen.page.evaluate(WATCH)


async def walk_together(facilitator: Facilitator, phase: str, screens: dict[str, Screen]) -> None:
    """Walk to this phase and wait until it stands on every screen: a browser comes last."""
    await walk_to(facilitator, phase)
    title = words_of(facilitator.shown["stage"]["phase_title"])
    for screen in screens.values():
        heading = screen.page.locator(".task-phase, .title").filter(has_text=title, visible=True)
        await expect(heading.first).to_be_visible()


async def through_what_the_projector_can_show(
    facilitator: Facilitator, screens: dict[str, Screen], faults: list[str]
) -> None:
    """Every mode, one note in the spotlight, a message to all, and a table with extra time."""
    projector = {"projector": screens["projector"]}
    for mode in MODES:
        await facilitator.do("show", mode=mode)
        await look_at(projector, f"mode {mode}", faults)
    note, _ = facilitator.shown["notes"]
    await facilitator.do("spotlight", contribution_id=note["id"])
    await look_at(projector, "spotlight", faults)
    await facilitator.do("spotlight", contribution_id="")
    await facilitator.do("send_message", form={"text": "Over tien minuten is er koffie."})
    await give_extra_time(facilitator, on=True)
    await look_at(screens, "message and extra time", faults)
    await give_extra_time(facilitator, on=False)


async def give_extra_time(facilitator: Facilitator, *, on: bool) -> None:
    """Let the only table off the room's clock, or let it rejoin."""
    made_on = facilitator.shown["controls"]["steering"]
    await facilitator.do("unlock", table=1, on=on, made_on=made_on)
    await facilitator.until(lambda shown: shown["controls"]["steering"] > made_on)


async def write_and_mark(phase: str, one: Phone, other: Phone) -> None:
    """Something to look at on the wall, and something marked in it."""
    if phase == "ideas":
        thinker = one if await one.is_thinker() else other
        for idea in ("Zet een bankje bij de school.", "Een fontein."):
            await thinker.write(idea)
    if phase == "review":
        await one.mark(2)
        await other.mark(2)


async def through_the_vote(
    facilitator: Facilitator, screens: dict[str, Screen], faults: list[str]
) -> None:
    """From the second round on: vote, result, closing, and the report."""
    for phase in ("vote", "result"):
        await walk_together(facilitator, phase, screens)
        await expect(screens["projector"].page.locator(".ballot")).to_be_visible()
        await look_at(screens, phase, faults)
    await facilitator.steer("next")
    await expect(screens["projector"].page.locator(".closing")).to_be_visible()
    await look_at(screens, "thanks", faults)
    await facilitator.steer("close")
    await expect(screens["tablet"].says(text("tablet.closed.title"))).to_be_visible()
    await look_at(screens, "closed", faults)
    await screens["tablet"].page.goto(f"/verslag/{facilitator.code}")
    await expect(
        screens["tablet"].page.locator(".report-facts, .report-section").first
    ).to_be_visible()
    await look_at({"report": screens["tablet"]}, "closed", faults)


async def test_the_programme_of_an_evening_is_sound(house: House):
    code = await house.evening()
    screen = await house.desk(f"/voorbereiden/{code}")
    await expect(screen.says(text("desk.programme.title"))).to_be_visible()
    assert await faults_of(screen.page) == []


async def test_a_phone_can_be_switched_to_english(house: House):
    code = await house.evening()
    phone = await house.phone(code, SAMIRA)
    await phone.page.get_by_role("button", name="English").filter(visible=True).first.tap()
    await expect(phone.page.locator("h1")).to_have_text(
        text("phone.lobby.title_name", "en", name="Samira")
    )
    assert await phone.page.evaluate("document.documentElement.lang") == "en"
    await phone.page.reload()
    await expect(phone.page.locator("h1")).to_have_text(
        text("phone.lobby.title_name", "en", name="Samira")
    )
