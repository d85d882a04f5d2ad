"""What was wrong with a form that was sent back."""

from collections.abc import Mapping
from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from plekberaad_app.ui.browser import browser_file


class Refusal(rx.Component):
    """Reads `?fout=<code>` from the address: shows the sentence, fills in what was typed."""

    library = browser_file("refusal.jsx")
    tag = "Refusal"

    sentences: rx.Var[dict[str, Any]]


def came_back(name: str) -> rx.Var[str]:
    """What was typed in this field of a form that came back, or ''; may be shown as text only."""
    data = VarData(
        imports={browser_file("refusal.jsx"): [rx.ImportVar(tag="useCameBack")]},
        hooks={"const cameBack = useCameBack();": None},
    )
    return rx.Var(f"(cameBack.{name} ?? '')", _var_type=str, _var_data=data).to(str)


def refusal(sentences: Mapping[str, Any]) -> rx.Component:
    """Goes in the form, or on a page with several; a code without a sentence gets `other`'s."""
    return Refusal.create(sentences=dict(sentences))
