"""Why the room cannot begin a carousel, or cannot leave a round yet."""

from plekberaad_app.activities.carousel import outcomes, wall
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.rounds import make_plan, owner_seats
from plekberaad_app.activities.interface import Scene
from plekberaad_app.domain.errors import DomainError


def obstacle(scene: Scene, options: CarouselOptions) -> DomainError | None:
    """The first thing in the way, or None."""
    if scene.stop_index < 0:
        return _before(scene)
    if scene.stop is None:
        return None
    return _unread(scene, options, scene.stop.round) or _undecided(scene)


def _before(scene: Scene) -> DomainError | None:
    if not any(person.table for person in scene.people):
        return DomainError("carousel.no_tables")
    if not owner_seats(scene.people, scene.challenges):
        return DomainError("carousel.no_owners")
    try:
        make_plan(scene.step, scene.people, scene.challenges)
    except DomainError as reason:
        return reason
    return None


def _unread(scene: Scene, options: CarouselOptions, number: int) -> DomainError | None:
    """Who looks back at ideas has to be able to read them."""
    is_secret = wall.is_secret(scene, options, number) and scene.has_reached("ideas", number)
    if is_secret and wall.ideas_of(scene, number):
        return DomainError("carousel.reveal_first")
    return None


def _undecided(scene: Scene) -> DomainError | None:
    """A round ends with a next step or an explicit 'not yet'."""
    if scene.stop is None or scene.stop.phase != "next_step":
        return None
    if tables := outcomes.tables_without(scene, scene.stop.round):
        return DomainError("carousel.next_step_missing", tables=", ".join(map(str, tables)))
    return None
