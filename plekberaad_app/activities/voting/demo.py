"""What people in the demonstration vote for: all their dots, anywhere."""

from collections.abc import Iterator

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.demo import Guest, Minds, Turn, fresh_id
from plekberaad_app.activities.voting.choices import choices_of
from plekberaad_app.activities.voting.options import VotingOptions


def turns(scene: Scene, _guest: Guest, minds: Minds) -> Iterator[Turn]:
    """Every dot of one guest."""
    if not scene.stop or scene.stop.phase != "vote":
        return
    options = VotingOptions.of(scene.step)
    choices = choices_of(scene, options)
    for _ in range(options.budget if choices else 0):
        chosen = minds.rng.choice(choices).id
        yield minds.does(0.05, 0.9, "vote", id=fresh_id(), choice=chosen)
