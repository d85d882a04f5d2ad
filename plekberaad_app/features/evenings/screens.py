"""The state of the page of all evenings, as that page sees it."""

from typing import Any

from plekberaad_app.features.evenings.state import PreparingState

# On the class, Reflex replaces every field by a Var, which no type checker can know.
EVENINGS: Any = PreparingState
