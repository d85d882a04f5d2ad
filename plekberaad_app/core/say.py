"""A sentence on its way to somebody: which one it is, and what goes into it.

Whoever shows it chooses the language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Say:
    """A key of the catalogue and its values; without a key nothing is said."""

    key: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
