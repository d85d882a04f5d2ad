"""The rules of the dots: who may give them, how many, and what they add up to."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import is_repeat
from plekberaad_app.activities.kit.ballot import Ballot
from plekberaad_app.activities.kit.contributing import contribution
from plekberaad_app.activities.voting.acts import CastVote, RetractVote
from plekberaad_app.activities.voting.choices import choices_of
from plekberaad_app.activities.voting.options import VotingOptions
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed, NotFound

KIND = "vote"
RETRACTION = "retraction"
BALLOT = Ballot("voting", KIND, phase="vote")


def cast(scene: Scene, act: CastVote, actor: Actor) -> Sequence[Contribution]:
    """One more dot; the same dot sent twice counts once.

    Raises NotAllowed (voting.closed, voting.no_dots_left, voting.enough_here, ...) or NotFound.
    """
    if is_repeat(scene, act.id, KIND, actor):
        return ()
    options = VotingOptions.of(scene.step)
    BALLOT.require_right(scene, act.person, actor)
    _check_choice(scene, options, act.choice)
    _check_dots(scene, options, act.choice, actor.author)
    # No table: together with a choice it could reveal who voted for what.
    return (contribution(scene, actor, KIND, act.id, {"choice": act.choice}),)


def retract(scene: Scene, act: RetractVote, actor: Actor) -> Sequence[Contribution]:
    """One dot fewer: the last one on this choice; nothing if there is none. Raises NotAllowed.

    The id of the retraction is kept, so that sending it twice takes back only one dot.
    """
    if is_repeat(scene, act.id, RETRACTION, actor):
        return ()
    BALLOT.require_right(scene, act.person, actor)
    own = [
        vote
        for vote in BALLOT.given_by(scene, actor.author)
        if vote.payload["choice"] == act.choice
    ]
    return (_shell(own[-1]), _shell(own[-1], id=act.id, kind=RETRACTION)) if own else ()


def spent(scene: Scene, options: VotingOptions, author: str) -> Counter[str]:
    """An author's dots per choice, without choices that are no longer there."""
    return _count(BALLOT.given_by(scene, author), _choice_ids(scene, options), options.budget)


def as_of(dots: Counter[str]) -> str:
    """An identifier of the state of somebody's dots, to tell it from another state."""
    return " ".join(sorted(dots.elements()))


def totals(scene: Scene, options: VotingOptions) -> Counter[str]:
    """All dots per choice; empty before the result phase, so that nobody can learn them earlier."""
    if not scene.has_reached("result"):
        return Counter()
    standing = _choice_ids(scene, options)
    every = _by_author(scene).values()
    return sum((_count(votes, standing, options.budget) for votes in every), Counter())


def voters(scene: Scene) -> int:
    """How many people have given a dot."""
    return len(_by_author(scene))


def _check_choice(scene: Scene, options: VotingOptions, choice_id: str) -> None:
    if all(choice.id != choice_id for choice in choices_of(scene, options)):
        raise NotFound("voting.choice_unknown")


def _check_dots(scene: Scene, options: VotingOptions, choice_id: str, author: str) -> None:
    dots = spent(scene, options, author)
    if dots.total() >= options.budget:
        raise _until_they_change(dots, NotAllowed("voting.no_dots_left", most=options.budget))
    if dots[choice_id] >= options.most_per_choice:
        most = options.most_per_choice
        raise _until_they_change(dots, NotAllowed("voting.enough_here", most=most))


def _until_they_change(dots: Counter[str], refusal: NotAllowed) -> NotAllowed:
    refusal.as_of = as_of(dots)
    return refusal


def _shell(vote: Contribution, **changes: Any) -> Contribution:
    return replace(vote, withdrawn=True, payload={}, **changes)


def _by_author(scene: Scene) -> Mapping[str, list[Contribution]]:
    votes: dict[str, list[Contribution]] = {}
    for vote in scene.board.of_step(scene.step.id, KIND):
        votes.setdefault(vote.author, []).append(vote)
    return votes


def _choice_ids(scene: Scene, options: VotingOptions) -> set[str]:
    return {choice.id for choice in choices_of(scene, options)}


def _count(own: Sequence[Contribution], standing: Collection[str], budget: int) -> Counter[str]:
    """One author's dots. Somebody who gave theirs elsewhere while a choice was hidden has too many
    when it comes back; then the last ones count."""
    chosen = [vote.payload["choice"] for vote in own]
    return Counter([choice for choice in chosen if choice in standing][-budget:])
