"""The states of the preparation pages, as those pages see them."""

from typing import Any

from plekberaad_app.features.evenings.state import PreparingState, ProgrammeState

# On the class, Reflex replaces every field by a Var, which no type checker can know.
EVENINGS: Any = PreparingState
PROGRAMME: Any = ProgrammeState
