"""What `assets/browser/deltas.js` does: put what changed of a var into what a page holds."""

from collections.abc import Mapping, Sequence
from typing import Any

TOLD = "deltas"


class Missed(AssertionError):
    """A page got a change of something that it does not hold."""


def merge(shown: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Take a message in; answers the vars that changed, whole. Raises Missed."""
    told = values.get(TOLD, {})
    vars = {name: value for name, value in values.items() if name != TOLD}
    marks = {name: mark for name, mark in shown.get(TOLD, {}).items() if name not in vars}
    for name, (mark, *change) in told.items():
        if change:
            before, patch = change
            if marks.get(name) != before:
                raise Missed(name)
            vars[name] = patched(shown[name], patch)
        marks[name] = mark
    shown |= vars
    if marks or TOLD in shown:
        shown[TOLD] = marks
    return vars


def patched(held: Any, patch: Mapping[str, Any]) -> Any:
    """A value with a patch put in."""
    if isinstance(held, dict):
        return _dictionary(held, patch)
    return _places(held, patch) if "size" in patch else _items(held, patch)


def _dictionary(held: Mapping[str, Any], patch: Mapping[str, Any]) -> dict[str, Any]:
    within = {name: patched(held[name], inner) for name, inner in patch.get("in", {}).items()}
    value = {**held, **patch.get("set", {}), **within}
    return {name: each for name, each in value.items() if name not in patch.get("gone", ())}


def _places(held: Sequence[Any], patch: Mapping[str, Any]) -> list[Any]:
    value = dict(enumerate(held[: patch["size"]]))
    value |= {int(at): patched(held[int(at)], each) for at, each in patch.get("in", {}).items()}
    value |= {int(at): each for at, each in patch.get("set", {}).items()}
    return [value[at] for at in range(patch["size"])]


def _items(held: Sequence[Any], patch: Mapping[str, Any]) -> list[Any]:
    old = {item["id"]: item for item in held}
    put = {item["id"]: item for item in patch.get("put", ())}
    known = {each: item for each, item in (old | put).items() if each not in patch.get("gone", ())}
    if order := patch.get("order"):
        return [known[each] for each in order]
    value = [item for each, item in known.items() if each in old or "at" not in patch]
    fresh = [item for each, item in put.items() if each not in old]
    for at, item in zip(patch.get("at", ()), fresh, strict=False):
        value.insert(at, item)
    return value
