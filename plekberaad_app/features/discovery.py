"""The features there are: the room, and every folder of `plekberaad_app.features`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from starlette.routing import Route

import plekberaad_app.features as home
from plekberaad_app.platform.feature import Feature, Page, Part, Todo, Upload
from plekberaad_app.platform.folders import BrokenFolder, folder_of, load, packages_in

ROOM = "plekberaad_app.room"


@dataclass(frozen=True, slots=True)
class Declared:
    """A feature and the package in which it names things."""

    package: str
    feature: Feature

    def load(self, named: str) -> Any:
        """What it names as `module:name`; raises BrokenFolder."""
        return load(self.package, named)


@cache
def features() -> tuple[Declared, ...]:
    """The room and every feature, by name; raises BrokenFolder."""
    found = tuple(_declared(package) for package in (ROOM, *packages_in(home)))
    _require_own_names(found)
    return found


def pages() -> list[tuple[Declared, Page]]:
    """Every page with the feature that it is of; raises BrokenFolder."""
    return [(declared, page) for declared in features() for page in declared.feature.pages]


def addresses_with_a_code() -> list[str]:
    """The addresses of pages that end in a part that differs."""
    return [page.address for _, page in pages() if page.has_code]


def untranslated() -> list[str]:
    """Where the addresses begin of which all pages speak the first language alone."""
    beginnings = {page.address.split("/")[1]: page.is_translated for _, page in pages()}
    return sorted(name for name, is_translated in beginnings.items() if not is_translated)


def on_load(declared: Declared, page: Page) -> list[Any]:
    """What has to be called when this page has loaded, also for what it holds of others."""
    own = [declared.load(page.on_load)] if page.on_load else []
    others = (found for name in page.holds for found in _parts(name))
    return [*own, *(other.load(part.on_load) for other, part in others if part.on_load)]


def parts(held_as: str) -> list[Callable[[], Any]]:
    """What features offer to a page under this name, in order of place: functions that draw it."""
    return [declared.load(part.draw) for declared, part in _parts(held_as)]


def routes() -> list[Route]:
    """The plain HTTP routes of all features; raises BrokenFolder."""
    return [route for declared in features() for route in _routes(declared)]


def uploads() -> list[Upload]:
    """The routes of all features that take files."""
    return [upload for declared in features() for upload in declared.feature.uploads]


def tidy(now: datetime) -> None:
    """Delete everything that is due; safe to repeat, in any number of processes."""
    for declared in features():
        for name in declared.feature.tidies:
            declared.load(name)(now)


def todo() -> list[Callable[..., Mapping[str, Sequence[Todo]]]]:
    """What says for each evening what is still to do before it (see `Feature`)."""
    return [declared.load(name) for declared in features() for name in declared.feature.todo]


def operations() -> Mapping[str, Callable[..., str]]:
    """What whoever runs the program may ask of it, by name; raises BrokenFolder."""
    return {
        name: declared.load(named)
        for declared in features()
        for name, named in declared.feature.operations.items()
    }


def check() -> None:
    """Load all that the folders declare; raises BrokenFolder."""
    held = {name for _, page in pages() for name in page.holds}
    for declared in features():
        for name in _named(declared.feature):
            declared.load(name)
        for part in declared.feature.parts:
            if part.held_as not in held:
                raise BrokenFolder(declared.package, f"no page holds {part.held_as!r}")
        _require_routes_of_uploads(declared)


def _declared(package: str) -> Declared:
    found = load(package, ":FEATURE")
    if not isinstance(found, Feature):
        raise BrokenFolder(package, "FEATURE has to be Feature(…)")
    return Declared(package, found)


def _require_own_names(found: tuple[Declared, ...]) -> None:
    claimed: dict[str, str] = {}
    for declared in found:
        for name in _claims(declared.feature):
            if other := claimed.get(name):
                raise BrokenFolder(declared.package, f"{name} is claimed by {folder_of(other)}")
            claimed[name] = declared.package


def _require_routes_of_uploads(declared: Declared) -> None:
    addresses = {route.path for route in _routes(declared)}
    for upload in declared.feature.uploads:
        if upload.address not in addresses:
            raise BrokenFolder(declared.package, f"no route of its own is {upload.address!r}")


def _claims(feature: Feature) -> list[str]:
    return [*(page.address for page in feature.pages), *feature.operations]


def _routes(declared: Declared) -> list[Route]:
    return [route for name in declared.feature.routes for route in declared.load(name)]


def _parts(held_as: str) -> list[tuple[Declared, Part]]:
    every = ((declared, part) for declared in features() for part in declared.feature.parts)
    held = [(declared, part) for declared, part in every if part.held_as == held_as]
    return sorted(held, key=lambda each: each[1].place)


def _named(feature: Feature) -> Iterator[str]:
    yield from (*feature.routes, *feature.tidies, *feature.todo, *feature.operations.values())
    for drawn in (*feature.pages, *feature.parts):
        yield drawn.draw
        if drawn.on_load:
            yield drawn.on_load
