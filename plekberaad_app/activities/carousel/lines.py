"""The one line that says what to do: which sentence of the catalogue, and its values."""

from plekberaad_app.activities.carousel import resting
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.rounds import number_now, round_of
from plekberaad_app.activities.contract.activity import Audience, Say, Scene
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.people import Challenge, Person

# Sentences that name the owner have a second form, for an owner who gave no name.
_NAMING_THE_OWNER = {("thinker", "explain"), ("thinker", "questions"), ("thinker", "next_step")}


def name_of(person: Person) -> str:
    """What the room calls a person."""
    return shown_name(person.name, person.number)


def phase_now(scene: Scene) -> str:
    """The running phase, 'before' or 'over'."""
    if scene.stop:
        return scene.stop.phase
    return "before" if scene.stop_index < 0 else "over"


def line(
    scene: Scene,
    options: CarouselOptions,
    audience: Audience,
    challenge: Challenge | None,
    go_to: int,
) -> Say:
    """What this audience does now. `go_to` is the table to walk to first, or 0."""
    phase = phase_now(scene)
    if scene.stop is None or audience.screen != "phone":
        return Say(f"carousel.line.all.{phase}")
    role = audience.role if challenge and audience.role else "waiting"
    number = number_now(scene)
    if role == "waiting" and audience.table in round_of(scene, number).left:
        decided = resting.rests(scene, number, audience.table)
        return Say("carousel.line.rests" if decided else "carousel.line.left")
    key = f"carousel.line.{role}.{phase}"
    if (role, phase) == ("thinker", "ideas") and options.is_private:
        return Say(f"{key}.private")
    if challenge and (role, phase) in _NAMING_THE_OWNER:
        return _naming(f"{key}.walk" if go_to else key, challenge.owner, audience.table or 0)
    return Say(key)


def _naming(key: str, owner: Person, table: int) -> Say:
    if owner.name:
        return Say(key, {"owner": owner.name, "table": table})
    return Say(f"{key}.nameless", {"table": table})
