"""Whose wish something is about: they alone hear who put it forward."""

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.harvest.items import Item, every_item
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.people import Person

_OWNER = "owner"


def role_of(scene: Scene, person: Person) -> str:
    """A role of their own for who hears more than their table; '' for everybody else."""
    wishes = [each.told for each in scene.challenges if each.owner.id == person.id]
    if not wishes:
        return ""
    about = {item.about for item in every_item(scene) if item.about}
    return f"{_OWNER}-{person.number}" if about.intersection(wishes) else ""


def owner_in(scene: Scene, role: str) -> str:
    """The wish of who has this role; '' for nobody's."""
    wishes = (each.told for each in scene.challenges if f"{_OWNER}-{each.owner.number}" == role)
    return next(wishes, "")


def who_put_forward(scene: Scene, item: Item) -> str:
    """What the room calls them; '' for the facilitator, and for who left for good."""
    for person in scene.people:
        if person.number == item.by:
            return shown_name(person.name, person.number)
    return ""
