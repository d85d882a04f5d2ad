"""A browser that translates every page, and pages that show whether its texts are still right."""

from collections.abc import Sequence

from playwright.async_api import Page, expect

from tests.rehearsal.browsers import Screen

# What the translators of browsers do: elements of their own take the place of every text, also of
# texts that come later. The words stay the same here, so that they can be compared.
TRANSLATE = """() => {
  const kept = 'script, style, textarea, option, svg, [translate=no]';
  const translate = (text) => {
    if (!text.data.trim() || !text.parentElement || text.parentElement.closest(kept)) return;
    if (text.parentElement.closest('font')) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  const translateIn = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translate(root);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(translate);
  };
  translateIn(document.body);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') translateIn(target);
      addedNodes.forEach(translateIn);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""

# All that can be read, but the time, which goes on while one looks, the page of a wall, and what
# answers a tap on this page alone.
_READ = """() => {
  const copy = document.body.cloneNode(true);
  const apart = '.clock, .pager-dots, .notice, script, style';
  copy.querySelectorAll(apart).forEach((part) => part.remove());
  return copy.textContent.replace(/\\s+/g, ' ').trim();
}"""


async def translate(page: Page) -> None:
    """Have this page translated, from now on."""
    await page.evaluate(TRANSLATE)


async def twin_of(screen: Screen) -> Page:
    """The same page once more, in the same browser, as nobody translates it."""
    twin = await screen.context.new_page()
    await twin.goto(screen.page.url)
    return twin


async def read_the_same(screens: Sequence[tuple[Screen, Page]]) -> None:
    """Wait until every translated screen says what its twin says; fails when one stays behind."""
    for screen, twin in screens:
        await expect(screen.page.locator("font").first).to_be_attached()
        said, right = "", "nothing"
        for _ in range(40):
            said, right = await screen.page.evaluate(_READ), await twin.evaluate(_READ)
            if said == right:
                break
            await twin.wait_for_timeout(50)
        assert said == right, screen.name
