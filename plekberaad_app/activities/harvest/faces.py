"""What phone, projector and tablet see of a harvest."""

from collections.abc import Iterable
from dataclasses import replace

from plekberaad_app.activities.contract.activity import Audience, Face, Note, Say, Scene, Script
from plekberaad_app.activities.harvest.choices import choices_at
from plekberaad_app.activities.harvest.hearts import given_by, told_hearts
from plekberaad_app.activities.harvest.items import (
    Item,
    every_item,
    how_many,
    items_of,
    sitting_out,
)
from plekberaad_app.activities.harvest.options import CHOOSE, TELL, HarvestOptions
from plekberaad_app.activities.harvest.owners import owner_in, who_put_forward
from plekberaad_app.activities.harvest.telling import around, place_now, told_items
from plekberaad_app.activities.harvest.views import (
    ChoiceView,
    ItemView,
    PhoneView,
    ProjectorView,
    TableOnTablet,
    TabletView,
    TableView,
)
from plekberaad_app.activities.kit.for_somebody import for_whom, phoneless
from plekberaad_app.platform.i18n.catalogue import text

NOTHING = ItemView()


def face(scene: Scene, options: HarvestOptions, audience: Audience) -> Face:
    """What an audience sees; before the telling nobody sees what another table puts forward."""
    moment = _moment(scene)
    if audience.screen == "tablet":
        view = _tablet(scene, options)
        script = Script.under(f"harvest.script.{moment}")
        return Face(Say(f"harvest.line.all.{moment}"), view, script)
    if audience.screen == "projector":
        return Face(Say(f"harvest.line.all.{moment}"), _projector(scene, options))
    phone = _phone(scene, options, audience)
    return Face(_line(moment, phone), phone, asks=moment == CHOOSE and phone.left > 0)


def planned_script(scene: Scene) -> Script:
    """As if tables put something forward."""
    return Script.under(f"harvest.script.{scene.stop.phase if scene.stop else 'over'}")


def notes(scene: Scene, audience: Audience) -> tuple[Note, ...]:
    """What hangs beside the tablet: all of it, to hide or bring back; the room has what is told."""
    if audience.screen == "tablet":
        return tuple(item.as_note() for item in every_item(scene))
    told = told_items(scene) if audience.screen == "projector" else ()
    return tuple(item.as_note() for item in told)


def _moment(scene: Scene) -> str:
    """The running phase, 'before' or 'over'; in the telling also 'nothing' and, at its end,
    'all'."""
    if scene.stop is None:
        return "over" if scene.stop_index >= 0 else "before"
    if scene.stop.phase == CHOOSE:
        return CHOOSE
    items = items_of(scene)
    if not items:
        return "nothing"
    return "all" if place_now(scene) >= len(items) else TELL


def _line(moment: str, phone: PhoneView) -> Say:
    if moment != CHOOSE:
        return Say(f"harvest.line.all.{moment}")
    if not phone.has_table:
        return Say("harvest.line.phone.no_table")
    most = len(phone.ours) + phone.left
    return Say("harvest.line.phone.choose", {"n": most}) if phone.left else Say(_ENOUGH)


_ENOUGH = "harvest.line.phone.enough"


def _phone(scene: Scene, options: HarvestOptions, audience: Audience) -> PhoneView:
    table = audience.table or 0
    is_choosing = scene.stop is not None and scene.stop.phase == CHOOSE
    every = every_item(scene)
    own = [item for item in every if item.table == table and not item.is_hidden]
    left = options.most - how_many(scene)[table] if is_choosing and table else 0
    shown = own if is_choosing and table else [] if is_choosing else _newest_first(scene)
    return PhoneView(
        question=options.question,
        has_table=bool(table),
        ours=tuple(_for_owner(scene, item, audience) for item in shown),
        choices=_choices(scene, table) if left > 0 else (),
        left=max(left, 0),
        is_all=scene.has_reached(TELL) and place_now(scene) >= len(items_of(scene)),
    )


def _newest_first(scene: Scene) -> list[Item]:
    return list(reversed(told_items(scene)))


def _for_owner(scene: Scene, item: Item, audience: Audience) -> ItemView:
    """Whose wish it is about hears who chose it."""
    is_theirs = bool(item.about) and item.about == owner_in(scene, audience.role)
    by = who_put_forward(scene, item) if is_theirs else ""
    return replace(_view(item), by=by)


def _choices(scene: Scene, table: int) -> tuple[ChoiceView, ...]:
    taken = {item.source for item in every_item(scene)}
    return tuple(
        ChoiceView(choice.number, choice.outcome.text, choice.outcome.about)
        for choice in choices_at(scene, table)
        if choice.outcome.id not in taken
    )


def _projector(scene: Scene, options: HarvestOptions) -> ProjectorView:
    items = _items(scene)
    place = place_now(scene)
    is_telling = scene.has_reached(TELL)
    shown = items[place] if is_telling and place < len(items) else NOTHING
    everything = items if is_telling and not shown.id else ()
    return ProjectorView(
        question=options.question,
        per_table=() if is_telling else _per_table(scene),
        shown=shown,
        everything=everything,
        place=min(place + 1, len(items)),
        out_of=len(items) if is_telling else 0,
    )


def _items(scene: Scene) -> tuple[ItemView, ...]:
    hearts = told_hearts(scene)
    return tuple(_view(item, hearts.get(item.id, 0)) for item in items_of(scene))


def _view(item: Item, hearts: int = 0) -> ItemView:
    can_leave = item.source != ""
    return ItemView(item.id, item.text, item.table, item.about, "", hearts, can_leave)


def _per_table(scene: Scene) -> tuple[TableView, ...]:
    brought, out = how_many(scene), sitting_out(scene)
    return tuple(
        TableView(table, brought[table], table in out) for table in _tables(scene, brought)
    )


def _tables(scene: Scene, brought: Iterable[int]) -> list[int]:
    """Those with people, and those that have put something forward."""
    return sorted({person.table for person in scene.people if person.table} | set(brought))


def _tablet(scene: Scene, options: HarvestOptions) -> TabletView:
    items = _items(scene)
    place = place_now(scene)
    is_telling = scene.has_reached(TELL)
    before, after = around(items, place) if is_telling else (None, None)
    shown = items[place] if is_telling and place < len(items) else NOTHING
    return TabletView(
        is_private=False,
        is_revealed=True,
        phoneless=for_whom(scene),
        question=options.question,
        per_table=() if is_telling else _on_tablet(scene, options),
        shown=shown,
        before=before or NOTHING,
        after=after or NOTHING,
        place=min(place + 1, len(items)),
        out_of=len(items) if is_telling else 0,
        hearts_for=phoneless(scene, lambda author: _touched(scene, shown.id, author)),
    )


def _touched(scene: Scene, item: str, author: str) -> str:
    return text("harvest.phone.touches") if item in given_by(scene, author) else ""


def _on_tablet(scene: Scene, options: HarvestOptions) -> tuple[TableOnTablet, ...]:
    every = [item for item in every_item(scene) if not item.is_hidden]
    return tuple(
        TableOnTablet(
            row.table,
            row.brought,
            row.sits_out,
            left=max(options.most - row.brought, 0),
            ours=tuple(_view(item) for item in every if item.table == row.table),
            choices=_choices(scene, row.table),
        )
        for row in _per_table(scene)
    )
