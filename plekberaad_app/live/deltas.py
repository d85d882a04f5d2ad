"""What changed of a var, item by item: what a screen holds need not travel again.

Values are JSON-ready. A patch of a dictionary has what is `set`, what changed within (`in`) and
what is `gone`. A list whose items have an `id` is patched by those: what is `put` in its place or
at the end, or else `at` these places; what is `gone`; and the whole `order` when the old items
changed places. Any other list is patched by place, with its new `size`. Where a patch would be no
shorter than the value there is none. `assets/browser/deltas.js` puts them in.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from operator import itemgetter
from typing import Any
from zlib import crc32

from plekberaad_app.core.memoizing import memoized

Patch = Mapping[str, Any]

_marks = count(1)


def mark(value: Any) -> int:
    """What tells a value from others, so that a screen that missed one notices."""
    return crc32(repr(value).encode())


@memoized(512)
def mark_of_wall(_notes: Sequence[Any]) -> int:
    """The mark of a tuple, which never changes: the same one has the same mark for everybody."""
    return next(_marks)


def change(before: Any, after: Any) -> Patch | None:
    """What makes the one of the other, or None when it had better travel whole."""
    if type(before) is not type(after):
        return None
    if type(after) is dict:
        return _dictionary(before, after)
    return _list(before, after) if type(after) is list else None


def _dictionary(before: Mapping[str, Any], after: Mapping[str, Any]) -> Patch | None:
    fresh = [name for name in after if name not in before]
    gone = [name for name in before if name not in after]
    if list(after) != [name for name in before if name in after] + fresh:
        return None
    within, whole = _changes(
        {name: (before[name], after[name]) for name in after if name in before}
    )
    whole |= {name: after[name] for name in fresh}
    if 2 * len(whole) > len(after):
        return None
    return _filled({"set": whole, "in": within, "gone": gone})


def _changes(pairs: Mapping[str, tuple[Any, Any]]) -> tuple[dict[str, Patch], dict[str, Any]]:
    """Of what differs: the patches, and what had better be replaced."""
    within, whole = {}, {}
    for name, (old, new) in pairs.items():
        if old is not new and old != new:
            patch = change(old, new)
            if patch is None:
                whole[name] = new
            else:
                within[name] = patch
    return within, whole


def _list(before: Sequence[Any], after: Sequence[Any]) -> Patch | None:
    if _have_ids(before) and _have_ids(after):
        return change_of_items(before, after, itemgetter("id"))
    return _places(before, after)


def _have_ids(items: Sequence[Any]) -> bool:
    if not items or type(items[0]) is not dict or "id" not in items[0]:
        return False
    ids = {item.get("id") if type(item) is dict else None for item in items}
    return len(ids) == len(items) and all(type(each) is str for each in ids)


def change_of_items(
    before: Sequence[Any], after: Sequence[Any], id_of: Callable[[Any], str]
) -> dict[str, list[Any]] | None:
    """What makes the one list of the other, where each item has an id of its own."""
    if before and after[: len(before)] == before:
        new = list(after[len(before) :])
        return None if 2 * len(new) > len(after) else {"put": new}
    old = {id_of(item): item for item in before}
    new = {id_of(item): item for item in after}
    put = [item for each, item in new.items() if _differs(old.get(each), item)]
    if 2 * len(put) > len(after):
        return None
    patch = {"put": put, "gone": [each for each in old if each not in new]}
    return _filled(patch | _places_of(list(old), list(new)))


def _places_of(old: list[str], new: list[str]) -> dict[str, list[Any]]:
    """Where new items stand that are not at the end, or the order when old ones changed places."""
    stayed, fresh = [each for each in old if each in new], [each for each in new if each not in old]
    if stayed + fresh == new:
        return {}
    if stayed == [each for each in new if each in old]:
        return {"at": [new.index(each) for each in fresh]}
    return {"order": new}


def _differs(old: Any, new: Any) -> bool:
    return old is not new and old != new


def _places(before: Sequence[Any], after: Sequence[Any]) -> Patch | None:
    both = zip(before, after, strict=False)
    within, whole = _changes({str(at): pair for at, pair in enumerate(both)})
    whole |= {str(at): after[at] for at in range(len(before), len(after))}
    if 2 * len(whole) > len(after):
        return None
    return {"size": len(after), **_filled({"set": whole, "in": within})}


def _filled(patch: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in patch.items() if value}
