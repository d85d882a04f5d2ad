"""What a step leaves for the report, in blocks: data, of which every renderer makes what it needs.

An activity answers blocks. The page, the workbook, the CSV file, the JSON file and the page to keep
each draw blocks of every type, and know no activity. What is hidden, how few people may be counted
together and in which order quotes stand is seen to by the report, for all activities alike.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Literal, Self

from plekberaad_app.activities.contract.activity import Say
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.platform.i18n.catalogue import Language, text

Words = str | Say
"""What somebody wrote, or a sentence of the catalogue."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of the blocks that follow."""

    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of text."""

    words: Words


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote, without any trace of its author.

    `id` is that of the contribution and stands in no report; `text` is None where it cannot be
    read. The report tells `written_at` in whole minutes. `phase` is the phase of the activity in
    which it was written, or ''. `answer` is what its author added when asked; it `is_open` as long
    as nobody said that it was answered.
    """

    id: str
    text: str | None
    written_at: datetime
    phase: str = ""
    table: int = 0
    answer: str = ""
    is_marked: bool = False
    is_open: bool = False
    is_hidden: bool = False

    @property
    def words(self) -> Words:
        """The text, or that it cannot be read."""
        return Say("report.unreadable") if self.text is None else self.text


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people brought in, or what they asked; `title` is '' where the usual one will do."""

    quotes: tuple[Quote, ...]
    kind: Literal["idea", "question"] = "idea"
    title: Words = ""

    @classmethod
    def of(
        cls,
        items: Iterable[Contribution],
        kind: Literal["idea", "question"] = "idea",
        title: Words = "",
    ) -> Self:
        """The texts of these contributions, but for those that were withdrawn."""
        return cls(tuple(_quote(item) for item in items if not item.withdrawn), kind, title)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under titles; in a workbook it is a sheet of its own."""

    title: Words
    columns: tuple[Words, ...]
    rows: tuple[tuple[Words | int, ...], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """A number for each label. `question` is what people were asked, or ''.

    Dots are no people, and answers without a name were counted in sight of the room: each may be
    told. Where `of` says 'people', the report tells of no group of fewer than five.
    """

    rows: tuple[tuple[Words, int], ...]
    of: Literal["dots", "answers", "people"]
    question: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What somebody takes on; all three are empty when they said 'not yet'."""

    what: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What happens next; none at all where one was asked for says that it is still open."""

    steps: tuple[NextStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together: a round at a table, a pair, a chance; 0 and '' say nothing.

    `about` is the wish it is about and `owner` the first name of whose wish that is, '' for who
    gave none. `owner_number` (0: nobody's) brings it home to that person, and is never told.
    """

    blocks: "tuple[Part, ...]" = ()
    round: int = 0
    table: int = 0
    about: str = ""
    owner: str = ""
    owner_number: int = 0

    @property
    def ideas(self) -> tuple[Quote, ...]:
        """What people brought in."""
        return self._quotes("idea")

    @property
    def questions(self) -> tuple[Quote, ...]:
        """What people asked."""
        return self._quotes("question")

    @property
    def marked(self) -> tuple[Quote, ...]:
        """What the owner will work on."""
        return tuple(idea for idea in self.ideas if idea.is_marked)

    @property
    def next_steps(self) -> tuple[NextStep, ...]:
        """What was said about what happens next, 'not yet' too."""
        found = (block.steps for block in self.blocks if isinstance(block, NextSteps))
        return tuple(step for steps in found for step in steps)

    @property
    def next_step(self) -> NextStep | None:
        """The first of them, or None when nothing was said."""
        return next(iter(self.next_steps), None)

    def _quotes(self, kind: str) -> tuple[Quote, ...]:
        found = (block for block in self.blocks if isinstance(block, Quotes) and block.kind == kind)
        return tuple(quote for block in found for quote in block.quotes)


Part = Heading | Paragraph | Quotes | Table | Counts | NextSteps
Block = Part | Section


def said(words: Words, lang: Language = "nl") -> str:
    """What stands in a report in this language; what people wrote stays as they wrote it."""
    return words if isinstance(words, str) else text(words.key, lang, **words.values)


def in_cell(value: Words | int, lang: Language = "nl") -> str | int:
    """What stands in a cell of a table in this language; a number stays a number."""
    return value if isinstance(value, int) else said(value, lang)


def sections(blocks: Sequence[Block]) -> Iterator[Section]:
    """All of it in sections; blocks that stand on their own, one after another, make a bare one."""
    for is_section, found in groupby(blocks, lambda block: isinstance(block, Section)):
        if is_section:
            yield from (block for block in found if isinstance(block, Section))
        else:
            yield Section(tuple(block for block in found if not isinstance(block, Section)))


def without_hidden(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same, as everybody may read it."""
    return tuple(_shown(block) for block in blocks)


def _shown(block: Block) -> Block:
    match block:
        case Section():
            parts = (_shown(part) for part in block.blocks)
            shown = tuple(part for part in parts if not isinstance(part, Section))
            return replace(block, blocks=shown)
        case Quotes():
            shown = tuple(one for one in block.quotes if not one.is_hidden)
            return block if len(shown) == len(block.quotes) else replace(block, quotes=shown)
        case _:
            return block


@memoized(4096)
def _quote(item: Contribution) -> Quote:
    """The same quote for the same contribution."""
    return Quote(
        id=item.id,
        text=item.payload.get("text"),
        written_at=item.created_at,
        phase=item.phase,
        table=item.table or 0,
        answer=item.payload.get("answer") or "",
        is_marked=bool(item.payload.get("marked")),
        is_open=item.payload.get("answered") is False,
        is_hidden=item.hidden,
    )
