"""The programme of an evening: its steps, their stops, and where the room is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Stop:
    """One timed part of a step: a phase of one round. Rounds count from 1.

    It `hurries` if people have something to finish in it. Where it `has_clock` screens count down,
    and the next stop of its round may follow by itself, unless it `waits_for_tap`. Without a clock
    its length is only what the programme reckons with, and nothing follows without a tap.
    """

    phase: str
    length: timedelta
    round: int = 1
    hurries: bool = True
    has_clock: bool = True
    waits_for_tap: bool = False

    @property
    def ends_by_itself(self) -> bool:
        """Whether the room may go on because the time is up."""
        return self.has_clock and not self.waits_for_tap


@dataclass(frozen=True, slots=True)
class Step:
    """An item of the programme; `kind` names its activity, `options` are that activity's own.

    `who` does it, if that was said. `script` has what the facilitator says and does in a phase
    ('say', 'do') where somebody wrote that in place of ours.
    """

    id: str
    kind: str
    title: str
    options: Mapping[str, Any] = field(default_factory=dict)
    plan: Mapping[str, Any] = field(default_factory=dict)
    who: str = ""
    script: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Position:
    """Where the room is: the index of the step and of the stop within it, both from 0."""

    step: int
    stop: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """All stops of all steps, in order."""

    stops: tuple[tuple[Stop, ...], ...]

    def at(self, position: Position) -> Stop:
        """The stop at a position; raises IndexError outside the programme."""
        return self.stops[position.step][position.stop]

    def first(self) -> Position | None:
        """The first position, or None for an empty programme."""
        return self._from_step(0)

    def after(self, position: Position) -> Position | None:
        """The next position, or None at the end of the programme."""
        if position.stop + 1 < len(self.stops[position.step]):
            return Position(position.step, position.stop + 1)
        return self._from_step(position.step + 1)

    def before(self, position: Position) -> Position | None:
        """The position before this one, or None at the start."""
        if position.stop > 0:
            return Position(position.step, position.stop - 1)
        for step in range(position.step - 1, -1, -1):
            if self.stops[step]:
                return Position(step, len(self.stops[step]) - 1)
        return None

    def after_step(self, position: Position) -> Position | None:
        """The start of the next step, or None when this is the last one."""
        return self._from_step(position.step + 1)

    def length_from(self, position: Position | None) -> timedelta:
        """Planned time from the start of `position` to the end; zero for None."""
        if position is None:
            return timedelta()
        rest = self.stops[position.step][position.stop :]
        later = (stop for stops in self.stops[position.step + 1 :] for stop in stops)
        return _total(rest) + _total(tuple(later))

    def _from_step(self, step: int) -> Position | None:
        for index in range(step, len(self.stops)):
            if self.stops[index]:
                return Position(index)
        return None


def with_step(programme: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """The programme with one step replaced by its new version."""
    return tuple(step if old.id == step.id else old for old in programme)


def copied(steps: Sequence[Step], new_id: Callable[[], str]) -> tuple[Step, ...]:
    """The same steps under new ids, as they were before anything was decided in them.

    Where an option names one of them by its id, it names the copy.
    """
    ids = {step.id: new_id() for step in steps}
    return tuple(
        Step(
            ids[step.id],
            step.kind,
            step.title,
            _naming(step.options, ids),
            script=step.script,
        )
        for step in steps
    )


def _naming(value: Any, ids: Mapping[str, str]) -> Any:
    """A value of options in which these ids are replaced."""
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, Mapping):
        return {name: _naming(each, ids) for name, each in value.items()}
    return [_naming(each, ids) for each in value] if isinstance(value, list | tuple) else value


def _total(stops: Sequence[Stop]) -> timedelta:
    return sum((stop.length for stop in stops), timedelta())
