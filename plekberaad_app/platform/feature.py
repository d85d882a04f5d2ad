"""What a folder of the site says about itself: one `FEATURE = Feature(…)` in its `__init__.py`.

All else is named as `module:name` within the folder and loaded when it is needed, so that a list of
pages can be made without drawing one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plekberaad_app.platform.routes import folder_of


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `draw` is a function, `on_load` a handler of a state, `title` the key of a text.

    `address` may end in one part that differs, as in `/verslag/[code]`. A page that is not
    `is_translated` speaks the first language alone. `holds`: what it holds of other features, by
    the names under which they offer it (see `Part`).
    """

    address: str
    draw: str
    title: str
    on_load: str = ""
    is_translated: bool = False
    holds: tuple[str, ...] = ()

    @property
    def has_code(self) -> bool:
        """Whether its address ends in a part that differs."""
        return self.address.endswith("]")

    @property
    def folder(self) -> str:
        """Its address without the part that differs."""
        return folder_of(self.address) if self.has_code else self.address


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page of another feature, which says what it `holds`; parts go by `place`.

    `draw` is a function, `on_load` a handler that is called when the page has loaded.
    """

    held_as: str
    draw: str
    on_load: str = ""
    place: int = 100


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do before an evening, as a short sentence: whether it was done, and the page
    where it is done. Lines go by `place`."""

    says: str
    is_done: bool
    href: str
    place: int = 100


@dataclass(frozen=True, slots=True)
class Upload:
    """A route of the feature that takes a file: `address` is written as in the route.

    `largest` is the largest file, in bytes; of a larger one no more is read, and whoever reads the
    body gets BadInput with the code `refusal`. All other routes take what fits in a form.
    """

    address: str
    largest: int
    refusal: str


@dataclass(frozen=True, slots=True)
class Feature:
    """What a folder brings; leave out what it has none of.

    `routes` names lists of Starlette routes, `uploads` says which of them take files. `tidies`
    names functions that delete what is due: they are called every ten minutes with the moment, and
    are safe to repeat in several processes. `operations` has what whoever runs the program may ask
    on the command line, by name: functions that take texts and return one. `todo` names functions
    that say what is still to do before each of many evenings: they take a reading of the database
    and live sessions that did not begin, and answer lists of Todo by the id of a live session,
    with no more queries for many than for one.
    """

    pages: tuple[Page, ...] = ()
    parts: tuple[Part, ...] = ()
    routes: tuple[str, ...] = ()
    uploads: tuple[Upload, ...] = ()
    tidies: tuple[str, ...] = ()
    operations: Mapping[str, str] = field(default_factory=dict)
    todo: tuple[str, ...] = ()
