"""The states of the pages for preparing, as those pages see them."""

from typing import Any

from plekberaad_app.features.evenings.state import PreparingState, ProgrammeState

# On the class Reflex puts a Var in the place of every field, which no type checker can know.
EVENINGS: Any = PreparingState
PROGRAMME: Any = ProgrammeState
