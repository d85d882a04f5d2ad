"""A template as data, and the arithmetic with which it fills an evening of any length.

What surrounds the heart of an evening grows and shrinks with it; the heart takes what is left, in
rounds, with a break between them before two hours have passed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

MAX_EVENING = 720
"""The longest evening, in minutes, that a template has to fill."""
WITHOUT_BREAK = 120
"""After this many minutes people need a break."""
_SAID_IN_FIVES = 10


@dataclass(frozen=True, slots=True)
class Part:
    """A step around the heart: `minutes` long in an evening of the usual length.

    `name` is that of its title (texts: `templates.step.<name>`). An evening of fewer than `since`
    minutes goes without it.
    """

    name: str
    kind: str
    minutes: int
    least: int
    most: int
    options: Mapping[str, Any] = field(default_factory=dict)
    since: int = 0


@dataclass(frozen=True, slots=True)
class Heart:
    """What the evening is for, in rounds of about `round` minutes and at least `least_round`.

    `counted_as` is the option that says how many rounds a step has; without it a round is a step.
    `asks` is the option that takes the question of the evening.
    """

    name: str
    kind: str
    round: int
    least_round: int
    most_rounds: int
    options: Mapping[str, Any] = field(default_factory=dict)
    counted_as: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A programme that fills any number of minutes from `least` on; `minutes` is the usual one.

    `pause` stands between rounds, in an evening of at least its `since` minutes.
    """

    name: str
    minutes: int
    least: int
    before: tuple[Part, ...]
    heart: Heart
    pause: Part
    after: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A step to be: whole minutes, and for the heart its rounds; `number` counts alike ones."""

    name: str
    kind: str
    options: Mapping[str, Any]
    minutes: int
    number: int = 1


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The heart in blocks: the rounds of each, and the minutes of such a round."""

    rounds: tuple[int, ...]
    lengths: tuple[int, ...]
    spare: int

    @property
    def minutes(self) -> tuple[int, ...]:
        """How long each block takes."""
        return tuple(n * length for n, length in zip(self.rounds, self.lengths, strict=True))


def fill(template: Template, minutes: int) -> tuple[Filled, ...]:
    """The steps that take exactly so many minutes, from the least of the template to MAX_EVENING.

    What the rounds leave over goes to the last step. Raises ValueError outside these bounds.
    """
    if not template.least <= minutes <= MAX_EVENING:
        raise ValueError(minutes)
    lengths = _around(template, minutes)
    before, after = (
        [_of(part, lengths[part.name]) for part in parts if part.name in lengths]
        for parts in (template.before, template.after)
    )
    pause = lengths.get(template.pause.name, 0)
    longest = WITHOUT_BREAK - max(_total(before), _total(after))
    left = minutes - _total(before) - _total(after)
    blocks = _in_blocks(template.heart, left, pause, longest)
    last = after.pop()
    closing = replace(last, minutes=last.minutes + blocks.spare)
    return (*before, *_alternating(template, blocks, pause), *after, closing)


def _around(template: Template, minutes: int) -> dict[str, int]:
    """Minutes by name of what surrounds the heart: together at most half of the evening."""
    parts = [
        part
        for part in (*template.before, template.pause, *template.after)
        if part.since <= minutes
    ]
    growth = max(minutes / template.minutes, 1)
    grown = {part.name: min(part.minutes * growth, part.most) for part in parts}
    shrunk = min(minutes / 2 / sum(grown.values()), 1)
    return {part.name: max(_neat(grown[part.name] * shrunk), part.least) for part in parts}


def _in_blocks(heart: Heart, left: int, pause: int, longest: int) -> _Blocks:
    """As few blocks as people can go without a break; with a break to give, two at least."""
    least = 2 if pause and left - pause >= 2 * heart.least_round else 1
    most = max(least, heart.most_rounds) if pause else 1
    for number in range(least, most + 1):
        blocks = _divided(heart, left - (number - 1) * pause, number)
        if max(blocks.minutes) + blocks.spare <= longest:
            return blocks
    return blocks


def _divided(heart: Heart, minutes: int, number: int) -> _Blocks:
    wanted = minutes // heart.round if heart.counted_as else number
    rounds = _within(wanted, number, max(heart.most_rounds, number))
    each, spare = divmod(minutes, rounds)
    counts = [rounds // number + (at < rounds % number) for at in range(number)]
    lengths = []
    for count in counts:
        is_longer = spare >= count
        spare -= count * is_longer
        lengths.append(each + is_longer)
    return _Blocks(tuple(counts), tuple(lengths), spare)


def _alternating(template: Template, blocks: _Blocks, pause: int) -> Iterator[Filled]:
    """The blocks of the heart with a break after each but the last."""
    heart = template.heart
    for number, (rounds, minutes) in enumerate(
        zip(blocks.rounds, blocks.minutes, strict=True), start=1
    ):
        if number > 1:
            yield replace(_of(template.pause, pause), number=number - 1)
        counted = {heart.counted_as: rounds} if heart.counted_as else {}
        yield Filled(heart.name, heart.kind, {**heart.options, **counted}, minutes, number)


def longest_stretch(steps: tuple[Filled, ...], pause: str) -> int:
    """The most minutes on end without a step of this name."""
    breaks = [-1, *(at for at, step in enumerate(steps) if step.name == pause), len(steps)]
    return max(_total(list(steps[one + 1 : other])) for one, other in pairwise(breaks))


def _of(part: Part, minutes: int) -> Filled:
    return Filled(part.name, part.kind, part.options, minutes)


def _total(steps: list[Filled]) -> int:
    return sum(step.minutes for step in steps)


def _neat(minutes: float) -> int:
    """Whole minutes; from ten on in fives, as people say them."""
    whole = int(minutes)
    return whole if whole < _SAID_IN_FIVES else whole // 5 * 5


def _within(number: int, least: int, most: int) -> int:
    return min(max(number, least), most)
