"""What people in the demonstration do in a harvest: their table chooses, and they give hearts."""

from collections.abc import Iterator

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.demo import Doing, Guest, Minds, Turn, fresh_id
from plekberaad_app.activities.harvest.choices import choices_at
from plekberaad_app.activities.harvest.items import every_item, how_many
from plekberaad_app.activities.harvest.options import CHOOSE, TELL, HarvestOptions
from plekberaad_app.activities.harvest.telling import told_items
from plekberaad_app.platform.i18n.catalogue import text

ENOUGH = 2
LOOKS = 4
NEW = tuple(f"harvest.demo.{number}" for number in range(1, 5))


def turns(scene: Scene, guest: Guest, minds: Minds) -> Iterator[Turn]:
    """Somebody at each table taps; in the telling everybody looks up now and then."""
    phase = scene.stop.phase if scene.stop else ""
    if phase == CHOOSE and guest.person.table:
        yield minds.turn(0.1, 0.9, lambda now: _choose(now, guest, minds))
    elif phase == TELL:
        for _ in range(LOOKS):
            yield minds.turn(0.05, 0.95, lambda now: _touched(now, minds))


def _choose(scene: Scene, guest: Guest, minds: Minds) -> Doing | None:
    table = guest.person.table or 0
    if how_many(scene)[table] >= min(ENOUGH, HarvestOptions.of(scene.step).most):
        return None
    taken = {item.source for item in every_item(scene)}
    free = [each for each in choices_at(scene, table) if each.outcome.id not in taken]
    if free:
        return Doing("put_forward", {"choice": free[0].number})
    said = minds.say("harvest", lambda: [text(key) for key in NEW])
    return Doing("bring", {"id": fresh_id(), "text": said, "round": 1})


def _touched(scene: Scene, minds: Minds) -> Doing | None:
    told = told_items(scene)
    if not told or minds.rng.random() < 1 / 3:
        return None
    return Doing("give_heart", {"item": told[-1].id, "on": True})
