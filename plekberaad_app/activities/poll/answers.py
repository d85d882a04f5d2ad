"""The answers: one per person, which they may change for as long as people answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.kit.ballot import Ballot
from plekberaad_app.activities.kit.contributing import contribution
from plekberaad_app.activities.poll import words
from plekberaad_app.activities.poll.acts import Choose, SayWords
from plekberaad_app.activities.poll.options import PollOptions
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed, NotFound

KIND = "answer"
BALLOT = Ballot("poll", KIND, phase="answer")


def choose(scene: Scene, act: Choose, actor: Actor) -> Sequence[Contribution]:
    """The answer with this choice, or without it; the same asked twice changes nothing.

    Raises NotAllowed (poll.closed, poll.other_kind, poll.for_whom, ...) or NotFound.
    """
    options = PollOptions.of(scene.step)
    BALLOT.require_right(scene, act.person, actor)
    if act.choice not in options.labels:
        raise NotFound("poll.choice_unknown")
    others = [pick for pick in picks_of(scene, options, actor.author) if pick != act.choice]
    if act.on and act.choice in picks_of(scene, options, actor.author):
        return ()
    if not options.takes_several and act.on:
        others = []
    picks = [*others, act.choice] if act.on else others
    return _given(scene, options, actor, picks)


def say(scene: Scene, act: SayWords, actor: Actor) -> Sequence[Contribution]:
    """These words, in place of those before. Raises NotAllowed or NotFound."""
    options = PollOptions.of(scene.step)
    BALLOT.require_right(scene, act.person, actor)
    if options.kind != "cloud":
        raise NotAllowed("poll.other_kind")
    return _given(scene, options, actor, words.distinct((act.word1, act.word2, act.word3)))


def own(scene: Scene, author: str) -> Contribution | None:
    """What this author answered, also while it waits for the facilitator; or None."""
    return next(iter(BALLOT.given_by(scene, author)), None)


def picks_of(scene: Scene, options: PollOptions, author: str) -> list[str]:
    """What an author chose or said, in their order; of choices those that still stand."""
    item = own(scene, author)
    return _standing(item, options) if item else []


def given(scene: Scene, options: PollOptions) -> Iterator[tuple[Contribution, list[str]]]:
    """Every answer that is shown, in order of arrival, with what was chosen or said."""
    for item in scene.board.of_step(scene.step.id, KIND):
        picks = _standing(item, options)
        if picks and not item.hidden:
            yield item, picks


def answered(scene: Scene, options: PollOptions) -> int:
    """How many people answered; one whose words wait for the facilitator did so too."""
    every = scene.board.of_step(scene.step.id, KIND)
    return sum(1 for item in every if _standing(item, options))


def _standing(item: Contribution, options: PollOptions) -> list[str]:
    """Another question in the meantime, or other choices: what no longer stands is no answer."""
    if item.payload.get("kind") != options.kind:
        return []
    picks = list(item.payload["picks"])
    if options.kind == "cloud":
        return picks
    labels = _labels(item.payload)
    return [pick for pick in picks if labels.get(pick) == options.labels.get(pick)]


def _labels(payload: Mapping[str, Any]) -> Mapping[str, str]:
    return dict(zip(payload["picks"], payload["said"], strict=True))


def _given(
    scene: Scene, options: PollOptions, actor: Actor, picks: list[str]
) -> Sequence[Contribution]:
    known = own(scene, actor.author)
    said = [options.labels.get(pick, pick) for pick in picks]
    # `text` is how its author reads it; words in it are screened by the core.
    answer = {"kind": options.kind, "picks": picks, "said": said, "text": " · ".join(said)}
    if known is None:
        return (_new(scene, options, actor, answer),) if picks else ()
    if not picks:
        return (replace(known, withdrawn=True, payload={}),)
    if all(known.payload.get(name) == value for name, value in answer.items()):
        return ()
    return (replace(known, payload={**known.payload, **answer}),)


def _free_id(scene: Scene, author: str) -> str:
    """Always the same for somebody's first answer; another one after they took that back."""
    tried = (own_id(KIND, scene.step.id, author, number) for number in count())
    return next(known for known in tried if scene.board.get(known) is None)


def _new(
    scene: Scene, options: PollOptions, actor: Actor, payload: Mapping[str, Any]
) -> Contribution:
    # Only a quiz counts per table; elsewhere a table could tell who answered what.
    table = actor.person.table if options.kind == "quiz" and actor.person else None
    return contribution(scene, actor, KIND, _free_id(scene, actor.author), payload, table=table)
