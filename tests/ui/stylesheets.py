"""Our stylesheets, read for tests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

from plekberaad_app.platform.settings import ROOT

STYLES = ROOT / "assets" / "styles"
# The page for browsers that are too old for all others.
OLDER = STYLES / "older.css"
SHEETS = [
    *(path for path in STYLES.rglob("*.css") if path != OLDER),
    *(ROOT / "plekberaad_app").rglob("*.css"),
]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_FUNCTION = re.compile(r":(is|not|has|where|nth-[\w-]+)\(")
_SHORTHANDS = re.compile(
    r"(background|border|flex|font|gap|grid|inset|margin|outline|overflow|padding)"
)


@dataclass(frozen=True)
class Rule:
    """One selector of a rule, and what it says."""

    selector: str
    says: dict[str, str]

    @cached_property
    def subject(self) -> set[str]:
        """The classes of what this is about: the last part of the selector."""
        return set(re.findall(r"\.([\w-]+)", re.split(r"[\s>+~]+", _plain(self.selector))[-1]))

    @cached_property
    def weight(self) -> tuple[int, int, int]:
        """What a browser compares first: ids, classes and the like, elements."""
        return _weight(self.selector)

    def speaks_of(self, other: "Rule") -> bool:
        """Whether both say something of the same property, or one of all that the other says."""
        pairs = product(self.says, other.says)
        return any(_covers(one, two) or _covers(two, one) for one, two in pairs)


def outweighs(one: Rule, other: Rule) -> bool:
    """Whether `one` wins of `other`, for an element that both are about."""
    is_same = bool(one.subject & other.subject)
    return is_same and one.weight > other.weight and one.speaks_of(other)


def sheet(name: str) -> str:
    """The text of one of `assets/styles`, without `.css`."""
    return (STYLES / f"{name}.css").read_text("utf-8")


def rules_of(path: Path) -> Iterator[Rule]:
    """All rules of a sheet, those within conditions too, once for each selector."""
    for selectors, body in _RULE.findall(_COMMENT.sub("", path.read_text("utf-8"))):
        said = (part.partition(":") for part in body.split(";") if part.strip())
        says = {name.strip(): " ".join(value.split()) for name, _, value in said}
        yield from (Rule(selector, says) for selector in _each(selectors))


def _each(selectors: str) -> list[str]:
    """The selectors of a list, of which commas between brackets are no part."""
    found, depth = [""], 0
    for sign in selectors:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return [" ".join(each.split()) for each in found]


def _plain(selector: str) -> str:
    """The selector without what it asks between brackets."""
    while selector != (shorter := re.sub(r":[\w-]+\([^()]*\)|\[[^\[\]]*\]", "", selector)):
        selector = shorter
    return selector


def _weight(selector: str) -> tuple[int, int, int]:
    """Of a function the heaviest that it asks; `:nth-child` and the like are as a class."""
    ids = classes = elements = 0
    while asked := _FUNCTION.search(selector):
        start, end = asked.start(), _end_of(selector, asked.end())
        inner = max(map(_weight, _each(selector[asked.end() : end - 1])))
        name = asked[1]
        given = (0, 1, 0) if name.startswith("nth") else (0, 0, 0) if name == "where" else inner
        ids, classes, elements = ids + given[0], classes + given[1], elements + given[2]
        selector = selector[:start] + selector[end:]
    elements += len(re.findall(r"::[\w-]+", selector))
    selector = re.sub(r"::[\w-]+", "", selector)
    ids += len(re.findall(r"#[\w-]+", selector))
    classes += len(re.findall(r"\.[\w-]+|\[[^\]]*\]|:[\w-]+", selector))
    rest = re.sub(r"[.#:][\w-]+|\[[^\]]*\]", " ", selector)
    return ids, classes, elements + len(re.findall(r"[a-z][\w-]*", rest))


def _end_of(selector: str, start: int) -> int:
    """Where the bracket closes that opened just before."""
    depth, at = 1, start
    while depth:
        depth += (selector[at] == "(") - (selector[at] == ")")
        at += 1
    return at


def _covers(one: str, other: str) -> bool:
    is_part = _SHORTHANDS.match(one) and other.startswith(f"{one}-")
    return one == other or bool(is_part)
