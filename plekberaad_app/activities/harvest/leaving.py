"""What a harvest leaves: a table for the report, and each item for later steps to take up."""

from collections.abc import Iterator

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Block, Heading, Table, Words
from plekberaad_app.activities.harvest.hearts import hearts, told_hearts
from plekberaad_app.activities.harvest.items import Item, items_of
from plekberaad_app.activities.harvest.options import HarvestOptions

_COLUMNS = ("table", "what", "hearts")


def report(scene: Scene, options: HarvestOptions) -> tuple[Block, ...]:
    """What each table told the room, and how many people it touched."""
    items = items_of(scene)
    if not items:
        return ()
    asked = (Heading(options.question),) if options.question else ()
    columns = tuple(Say(f"harvest.report.{name}") for name in _COLUMNS)
    return (*asked, Table(Say("harvest.report.title"), columns, tuple(_rows(scene, items))))


def _rows(scene: Scene, items: tuple[Item, ...]) -> Iterator[tuple[Words | int, ...]]:
    told, given = told_hearts(scene), hearts(scene)
    for item in items:
        few: Words = Say("harvest.report.few") if given[item.id] else ""
        yield item.table, item.text, told.get(item.id, few)


def outcomes(scene: Scene) -> tuple[Outcome, ...]:
    """What may be said of its hearts goes with each."""
    told = told_hearts(scene)
    return tuple(
        Outcome(
            id=item.id,
            kind="harvest",
            text=item.text,
            table=item.table,
            about=item.about,
            count=told.get(item.id, 0),
        )
        for item in items_of(scene)
    )
