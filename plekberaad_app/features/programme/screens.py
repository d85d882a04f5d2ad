"""The state of the programme's page, as that page sees it."""

from typing import Any

from plekberaad_app.features.programme.state import ProgrammeState

# On the class, Reflex replaces every field by a Var, which no type checker can know.
PROGRAMME: Any = ProgrammeState
