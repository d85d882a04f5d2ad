"""What people in the demonstration answer: each something, and now and then somebody changes it."""

from collections.abc import Iterator, Sequence

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.demo import Guest, Minds, Turn
from plekberaad_app.activities.poll.obstacles import is_ready
from plekberaad_app.activities.poll.options import PollOptions

WORDS = (
    *("gezellig", "bankjes", "groen", "Groen", "rust", "spelen", "licht", "samen", "café"),
    *("bomen", "veilig", "koffie", "muziek", "schoon", "dichtbij", "Cafe", "samen", "groen"),
)


def turns(scene: Scene, _guest: Guest, minds: Minds) -> Iterator[Turn]:
    """The answer of one guest."""
    options = PollOptions.of(scene.step)
    if not scene.stop or scene.stop.phase != "answer" or not is_ready(options):
        return
    if options.kind == "cloud":
        first, second = minds.rng.sample(WORDS, 2)
        yield minds.does(0.1, 0.9, "say_words", word1=first, word2=second)
        return
    picks = _picks(options, minds)
    moments = sorted(minds.rng.uniform(0.1, 0.9) for _ in picks)
    for at, choice in zip(moments, picks, strict=True):
        yield minds.does(at, at, "choose", choice=choice)


def _picks(options: PollOptions, minds: Minds) -> Sequence[str]:
    known = tuple(options.labels)
    most = len(known) if options.takes_several else 1
    return minds.rng.sample(known, minds.rng.randint(1, most))
