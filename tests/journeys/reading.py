"""Reads a page as somebody does who knows no English, and as somebody with a thumb."""

import re
from typing import Any

from playwright.async_api import Page

# Words that no Dutch sentence of ours holds, and every English one does.
_ENGLISH = re.compile(
    r"\b(the|and|you|your|please|click|not found|error|failed|connect\w*|cannot|loading|reload|"
    r"built with|reflex|this|that|with|for|submit|close|warning|unknown)\b",
    re.IGNORECASE,
)

# All that can be read or heard, but what says that it is English itself.
_TEXTS = """() => {
  const texts = [document.title, document.querySelector('meta[name=description]')?.content ?? ''];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return texts.push(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE || /^(SCRIPT|STYLE)$/.test(node.tagName)) return;
    if (node !== document.body && node.lang === 'en') return;
    for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
      if (node.getAttribute(name)) texts.push(node.getAttribute(name));
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return texts.filter((text) => text.trim());
}"""

# Everything to touch that is smaller than 44 by 44; a field counts with the label around it.
_SMALL = """() => {
  const least = 44;
  const touched = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const small = [];
  for (const element of document.querySelectorAll(touched)) {
    const target = element.closest('label') ?? element;
    const { width, height } = target.getBoundingClientRect();
    if (width && !element.checkVisibility({ visibilityProperty: true })) continue;
    if (width && (width < least - 0.5 || height < least - 0.5))
      small.push(`${element.tagName} ${target.textContent.trim()} ${width} x ${height}`);
  }
  return small;
}"""


async def english_in(page: Page) -> list[str]:
    """The texts on a page that hold an English word."""
    texts: list[str] = await page.evaluate(_TEXTS)
    return [text for text in texts if _ENGLISH.search(text)]


async def too_small(page: Page) -> list[str]:
    """What is there to touch and smaller than 44 px."""
    return await page.evaluate(_SMALL)


async def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    width: Any = await page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width
