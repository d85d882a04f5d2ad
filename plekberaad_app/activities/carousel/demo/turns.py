"""Who writes, who looks back and who decides, and when."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from plekberaad_app.activities.carousel import wall
from plekberaad_app.activities.carousel.demo import said
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.rounds import number_now, round_of
from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.demo import Doing, Guest, Minds, Turn, fresh_id
from plekberaad_app.core.contributions import Contribution

MAX_IDEAS = 4
MAX_MARKS = 3


def turns(scene: Scene, guest: Guest, minds: Minds) -> Iterator[Turn]:
    """Thinkers write and explain, owners choose, ask and decide."""
    play = _PHASES.get(scene.stop.phase) if scene.stop else None
    return play(scene, guest, minds) if play else iter(())


def _write(scene: Scene, guest: Guest, minds: Minds) -> Iterator[Turn]:
    if _role(scene, guest) != "thinker":
        return
    for _ in range(minds.rng.randint(1, MAX_IDEAS)):
        text = minds.say("idea", said.ideas)
        yield minds.does(0.05, 0.95, "add_idea", id=fresh_id(), text=text, round=number_now(scene))


def _look_back(scene: Scene, guest: Guest, minds: Minds) -> Iterator[Turn]:
    if _role(scene, guest) == "owner":
        for _ in range(minds.rng.randint(1, MAX_MARKS)):
            yield minds.turn(0.1, 0.8, lambda now: _judge(now, guest, minds, "mark_idea"))
        yield minds.turn(0.1, 0.5, lambda now: _judge(now, guest, minds, "ask_clarification"))
    else:
        yield minds.turn(0.6, 0.9, lambda now: _explain(now, guest, minds))


def _judge(scene: Scene, guest: Guest, minds: Minds, act: str) -> Doing | None:
    table, _ = round_of(scene, number_now(scene)).seat(guest.person)
    ideas = wall.IDEAS.readable(scene, CarouselOptions.of(scene.step), number_now(scene))
    fresh = [idea for idea in ideas if idea.table == table and _is_untouched(idea)]
    return Doing(act, {"id": minds.rng.choice(fresh).id, "on": True}) if fresh else None


def _explain(scene: Scene, guest: Guest, minds: Minds) -> Doing | None:
    for idea in scene.board.of_author(guest.author, wall.IDEA):
        if idea.payload["asked"] and not idea.payload["answer"]:
            return Doing("answer_idea", {"id": idea.id, "text": minds.say("answer", said.answers)})
    return None


def _decide(scene: Scene, guest: Guest, minds: Minds) -> Iterator[Turn]:
    if _role(scene, guest) == "owner":
        decided = asdict(minds.say("resolution", said.resolutions))
        yield minds.does(0.1, 0.6, "record_next_step", round=number_now(scene), **decided)


_PHASES: Mapping[str, Callable[[Scene, Guest, Minds], Iterator[Turn]]] = {
    "ideas": _write,
    "review": _look_back,
    "next_step": _decide,
}


def _role(scene: Scene, guest: Guest) -> str:
    return round_of(scene, number_now(scene)).seat(guest.person)[1]


def _is_untouched(idea: Contribution) -> bool:
    return not (idea.hidden or idea.withdrawn or idea.payload["marked"] or idea.payload["asked"])
