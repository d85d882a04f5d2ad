"""Packages in which every folder is a part of the program that says itself what it brings.

What a folder brings it names as `module:name`, loaded when it is needed.
"""

from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


class BrokenFolder(Exception):
    """A folder that does not bring what it says; the sentence names it, and what is wrong."""

    def __init__(self, package: str, reason: str) -> None:
        super().__init__(f"{folder_of(package)}: {reason}")


def folder_of(package: str) -> str:
    """The folder of a package, within the program's own."""
    return package.partition(".")[2].replace(".", "/")


def packages_in(home: ModuleType) -> list[str]:
    """The names of the packages in this one, in alphabetical order."""
    return sorted(
        f"{home.__name__}.{found.name}" for found in iter_modules(home.__path__) if found.ispkg
    )


def load(package: str, named: str) -> Any:
    """What a folder names: `module:name`, or `:name` in its `__init__.py`; raises BrokenFolder.

    The name may be that of an attribute: `state:State.enter`.
    """
    module, _, name = named.partition(":")
    try:
        return attrgetter(name)(import_module(f"{package}.{module}".rstrip(".")))
    except Exception as fault:
        raise BrokenFolder(package, f"{type(fault).__name__}: {fault}") from fault
