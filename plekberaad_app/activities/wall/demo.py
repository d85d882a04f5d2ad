"""What people in the demonstration write on a wall, read from the file beside this."""

from collections.abc import Iterator
from pathlib import Path

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.demo import Guest, Minds, Turn, fresh_id
from plekberaad_app.activities.wall.options import WRITE

MAX_NOTES = 3
_NOTES = Path(__file__).with_name("demo_nl.txt")


def turns(scene: Scene, _guest: Guest, minds: Minds) -> Iterator[Turn]:
    """Everybody writes one note or a few."""
    if not scene.stop or scene.stop.phase != WRITE:
        return
    for _ in range(minds.rng.randint(1, MAX_NOTES)):
        text = minds.say("wall", notes)
        yield minds.does(0.05, 0.95, "add_note", id=fresh_id(), text=text, round=1)


def notes() -> list[str]:
    """What they have in mind: what is good here, and what they miss."""
    return _NOTES.read_text("utf-8").splitlines()
