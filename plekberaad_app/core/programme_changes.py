"""What an edit did to a programme, and doing or undoing that in a programme that others changed
since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.programme import Step

Steps = tuple[Step, ...]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Change:
    """An edit: the steps that it touched, by id, as they were and as they became.

    What is missing `before` was added, what is missing `after` was removed. The orders are those of
    all steps at that time.
    """

    before: Mapping[str, Step]
    after: Mapping[str, Step]
    order_before: tuple[str, ...]
    order_after: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether the programme stayed as it was."""
        return self.before == self.after and self.order_before == self.order_after

    def reversed(self) -> "Change":
        """The edit that undoes this one."""
        return Change(self.after, self.before, self.order_after, self.order_before)


def change_between(before: Steps, after: Steps) -> Change:
    """The edit that made one programme of another."""
    old, new = _by_id(before), _by_id(after)
    touched = {
        step_id for step_id in {*old, *new} if not _alike(old.get(step_id), new.get(step_id))
    }
    return Change(
        {step_id: step for step_id, step in old.items() if step_id in touched},
        {step_id: step for step_id, step in new.items() if step_id in touched},
        tuple(old),
        tuple(new),
    )


def applied(change: Change, steps: Steps) -> Steps:
    """The programme with this edit in it; what it does not touch stays as it is now.

    Raises NotAllowed('programme_changed_since') if what it touches is no longer as it was before
    the edit: somebody has changed, moved or removed it.
    """
    now = _by_id(steps)
    for step_id in {*change.before, *change.after}:
        if not _alike(now.get(step_id), change.before.get(step_id)):
            raise _changed_since()
    order = _added(change, _moved(change, [step.id for step in steps]))
    return tuple(
        _with_plan(change.after.get(step_id) or now[step_id], now.get(step_id)) for step_id in order
    )


def merged(now: Step, seen: Step, wanted: Step) -> Step:
    """The step as somebody wants it who saw it as it was: what others changed since, stays.

    Raises NotAllowed('step_changed_since') where they changed the same thing.
    """
    return replace(
        now,
        title=_either(now.title, seen.title, wanted.title),
        who=_either(now.who, seen.who, wanted.who),
        options=_each(now.options, seen.options, wanted.options),
        script=_each(now.script, seen.script, wanted.script),
    )


def _each(
    now: Mapping[str, Any], seen: Mapping[str, Any], wanted: Mapping[str, Any]
) -> Mapping[str, Any]:
    names = dict.fromkeys((*now, *wanted))
    found = {name: _either(now.get(name), seen.get(name), wanted.get(name)) for name in names}
    return {name: value for name, value in found.items() if value is not None or name in wanted}


def _either(now: Value, seen: Value, wanted: Value) -> Value:
    if wanted == seen:
        return now
    if now not in (seen, wanted):
        raise NotAllowed("step_changed_since")
    return wanted


def _moved(change: Change, order: Sequence[str]) -> list[str]:
    """The order of now without what was removed; what the edit moved stands where it put it."""
    stays = set(change.order_before) & set(change.order_after)
    before = [one for one in change.order_before if one in stays and one in order]
    after = [one for one in change.order_after if one in stays and one in order]
    left = [one for one in order if one in stays or one not in change.before]
    if before == after:
        return left
    if [one for one in left if one in stays] != before:
        raise _changed_since()
    moved = iter(after)
    return [next(moved) if one in stays else one for one in left]


def _added(change: Change, order: list[str]) -> list[str]:
    """With what the edit added, each after the one that it followed."""
    for index, step_id in enumerate(change.order_after):
        if step_id not in change.after or step_id in order:
            continue
        earlier = (one for one in reversed(change.order_after[:index]) if one in order)
        place = next((order.index(one) + 1 for one in earlier), 0)
        order.insert(place, step_id)
    return order


def _alike(one: Step | None, other: Step | None) -> bool:
    """Whether they are the same but for what was decided when the step began."""
    return _bare(one) == _bare(other)


def _bare(step: Step | None) -> Step | None:
    return step and replace(step, plan={})


def _with_plan(step: Step, now: Step | None) -> Step:
    return replace(step, plan=now.plan if now else {})


def _by_id(steps: Steps) -> dict[str, Step]:
    return {step.id: step for step in steps}


def _changed_since() -> NotAllowed:
    return NotAllowed("programme_changed_since")
