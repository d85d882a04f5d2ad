"""Why the room cannot begin a carousel, or cannot leave a round yet; and the buttons that fix
it."""

from plekberaad_app.activities.carousel import leaving, next_steps, wall
from plekberaad_app.activities.carousel.lines import name_of
from plekberaad_app.activities.carousel.options import MAX_ROUNDS, CarouselOptions
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode
from plekberaad_app.activities.carousel.rounds import make_plan, owner_seats
from plekberaad_app.activities.carousel.turns import TurnsLeft, turns_left
from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.obstacle import Ask, Cure, Obstacle, leaving_out
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.people import MAX_CHALLENGE, Person
from plekberaad_app.core.seating import propose_tables


def obstacle(scene: Scene, options: CarouselOptions) -> Obstacle | None:
    """The first thing in the way, or None."""
    if scene.stop_index < 0:
        return _before(scene)
    if scene.stop is None:
        return None
    blocking = _unread(scene, options, scene.stop.round) or _undecided(scene)
    return blocking or leaving.obstacle(scene)


def _before(scene: Scene) -> Obstacle | None:
    if scene.step.plan:
        return None
    seated = [person for person in scene.people if person.table]
    if not seated:
        return Obstacle("carousel.no_tables", _to_tables(scene), view="tables")
    if not _turns_left(scene).owners:
        cures = (_naming_an_owner(seated), leaving_out(scene))
        return Obstacle("carousel.no_owners", cures, view="owners")
    try:
        make_plan(scene.step, scene.people, scene.challenges, scene.steps)
    except DomainError as reason:
        cures = (*_to_a_plan(scene), leaving_out(scene))
        return Obstacle(reason.code, cures, reason.values, view="owners")
    return None


def _to_tables(scene: Scene) -> tuple[Cure, ...]:
    if not scene.people:
        return (leaving_out(scene),)
    tables = propose_tables(len(scene.people)).tables
    made = Cure(
        "make_tables", Say("live.cure.make_tables", {"n": tables}), values={"tables": tables}
    )
    return (made, leaving_out(scene))


def _naming_an_owner(people: list[Person]) -> Cure:
    return Cure(
        "name_owner",
        Say("carousel.cure.name_owner"),
        asks=(
            Ask("number", Say("carousel.ask.owner"), choices=_choices(people)),
            Ask("sentence", Say("carousel.ask.challenge"), MAX_CHALLENGE, is_required=True),
        ),
    )


def _choices(people: list[Person]) -> tuple[tuple[int, str], ...]:
    return tuple((person.number, name_of(person)) for person in people)


def _to_a_plan(scene: Scene) -> tuple[Cure, ...]:
    """The way of rotating and the number of rounds with which everyone has a turn."""
    tables = max(person.table or 0 for person in scene.people)
    mode = Mode(CarouselOptions.of(scene.step).mode) if tables > 1 else Mode.INSIDE
    rounds = _turns_left(scene).fewest(mode, tables)
    values = {"mode": mode.value, "rounds": rounds}
    found = Cure("set_options", Say("carousel.cure.rounds", {"n": rounds}), values=values)
    return (found,) if rounds <= MAX_ROUNDS else ()


def _turns_left(scene: Scene) -> TurnsLeft:
    return turns_left(scene.step, scene.steps, owner_seats(scene.people, scene.challenges))


def _unread(scene: Scene, options: CarouselOptions, number: int) -> Obstacle | None:
    """An owner who reviews ideas has to be able to read them."""
    is_secret = wall.IDEAS.is_secret(scene, options, number) and scene.has_reached("ideas", number)
    if not (is_secret and wall.IDEAS.written(scene, number)):
        return None
    shown = Cure("act", Say("carousel.cure.reveal"), "reveal", {"round": number})
    can_wait = scene.stop is not None and scene.stop.phase == "ideas"
    return Obstacle("carousel.reveal_first", (shown,), can_wait=can_wait)


def _undecided(scene: Scene) -> Obstacle | None:
    """A round ends with a next step or an explicit 'not yet'."""
    if scene.stop is None or scene.stop.phase != "next_step":
        return None
    number = scene.stop.round
    parts = tuple(
        _undecided_at(table, number) for table in next_steps.tables_without(scene, number)
    )
    if len(parts) < 2:
        return parts[0] if parts else None
    tables = ", ".join(str(part.values["table"]) for part in parts)
    for_all = Cure("act", Say("carousel.cure.all_not_yet"), "nobody_yet", {"round": number})
    said = {"tables": tables}
    return Obstacle("carousel.next_steps_missing", (for_all,), said, parts, can_wait=True)


def _undecided_at(table: int, number: int) -> Obstacle:
    here = {"table": table, "round": number}
    typed = Cure(
        "act",
        Say("carousel.cure.type_step"),
        "record_next_step",
        here,
        tuple(
            Ask(name, Say(f"tablet.table.{name}"), longest, is_required=name == "what")
            for name, longest in next_steps.LONGEST.items()
        ),
    )
    not_yet = Cure("act", Say("carousel.cure.not_yet"), "not_yet", here)
    said = {"table": table}
    return Obstacle("carousel.next_step_missing", (typed, not_yet), said, can_wait=True)
