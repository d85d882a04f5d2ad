"""Answers of people, their own or entered for somebody without a phone: who may give them."""

from collections.abc import Callable
from dataclasses import dataclass

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.capabilities import ForWhom
from plekberaad_app.activities.contract.lookups import person_numbered
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.people import still_here


def require_own(scene: Scene, number: int | None, actor: Actor, kind: str) -> None:
    """A phone answers for itself, the facilitator for somebody without one: person `number`.

    Raises NotAllowed ('<kind>.only_for_yourself', '<kind>.for_whom', '<kind>.has_phone') or
    NotFound.
    """
    if not actor.is_facilitator:
        if number is not None:
            raise NotAllowed(f"{kind}.only_for_yourself")
    elif number is None:
        raise NotAllowed(f"{kind}.for_whom")
    elif person_numbered(scene, number).has_phone:
        raise NotAllowed(f"{kind}.has_phone")


@dataclass(frozen=True)
class Phoneless:
    """The number and the shown name of somebody without a phone, and what was entered for them.

    Never what they gave on a phone of their own: that is theirs, and nobody else's.
    """

    number: int
    name: str
    entered: str = ""


def for_whom(scene: Scene) -> tuple[ForWhom, ...]:
    """Who is here without a phone, each with the table where they sit, as the paper view draws
    them."""
    return tuple(
        ForWhom(person.number, shown_name(person.name, person.number), person.table or 0)
        for person in still_here(scene.people)
        if not person.has_phone
    )


def phoneless(scene: Scene, entered: Callable[[str], str]) -> tuple[Phoneless, ...]:
    """Everybody without a phone, as `phoneless_chips` draws them.

    `entered` says in words what stands under an author's tag, '' for nothing.
    """
    return tuple(
        Phoneless(
            person.number,
            shown_name(person.name, person.number),
            entered(scene.proxy_author(person)),
        )
        for person in scene.people
        if not person.has_phone
    )
