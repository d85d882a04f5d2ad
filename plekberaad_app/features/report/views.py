"""What the report page draws: texts and numbers, ready to be shown."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class CountLine:
    """A label with a count, or with 'minder dan 5'."""

    label: str = ""
    count: str = ""


@dataclass(frozen=True)
class NoteLine:
    """An idea or a question; `answer` is a sentence or ''."""

    text: str = ""
    answer: str = ""


@dataclass(frozen=True)
class NextStepLine:
    """A next step; if nothing was decided, `remark` says so."""

    what: str = ""
    who: str = ""
    when: str = ""
    remark: str = ""
    table: int = 0
    table_label: str = ""
    challenge: str = ""
    owner: str = ""


@dataclass(frozen=True)
class TableRow:
    """A row of a table of numbers; the label is its heading."""

    label: str = ""
    cells: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class BlockView:
    """A block, ready to be drawn; `type` says which fields are filled.

    It is 'heading' or 'paragraph' (in `title`), 'notes' (a list under a `title`), 'counts' (two
    `columns` under the question in `lead`), 'table', or 'next_steps'.
    """

    type: str = ""
    title: str = ""
    lead: str = ""
    is_marked: bool = False
    notes: list[NoteLine] = field(default_factory=list)
    counts: list[CountLine] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    steps: list[NextStepLine] = field(default_factory=list)


@dataclass(frozen=True)
class SectionView:
    """Blocks that belong together: on a card with a heading, or without either."""

    is_card: bool = False
    place: str = ""
    table: int = 0
    challenge: str = ""
    owner: str = ""
    blocks: list[BlockView] = field(default_factory=list)


@dataclass(frozen=True)
class StepView:
    """The results of one step; `lasted` is its length, given only where there are no results."""

    title: str = ""
    lasted: str = ""
    sections: list[SectionView] = field(default_factory=list)


@dataclass(frozen=True)
class ReportView:
    """The whole page. `status`: '' (not loaded), 'refused' (see `message`), 'empty' or 'full'."""

    status: str = ""
    message: str = ""
    code: str = ""
    title: str = ""
    place: str = ""
    question: str = ""
    date: str = ""
    remark: str = ""
    facts: list[CountLine] = field(default_factory=list)
    next_steps: list[NextStepLine] = field(default_factory=list)
    steps: list[StepView] = field(default_factory=list)
    idea_columns: list[str] = field(default_factory=list)
    idea_rows: list[TableRow] = field(default_factory=list)
    kinds: list[CountLine] = field(default_factory=list)
    habits: list[CountLine] = field(default_factory=list)
    share: str = ""
