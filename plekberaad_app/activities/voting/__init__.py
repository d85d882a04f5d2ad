"""Voting: dots on choices, and totals that nobody sees before the vote is over."""

from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.voting.rules import Voting

ACTIVITY = Manifest(
    kind="voting",
    rules=Voting(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
    ),
    options="option_fields:FORM",
    demo="demo:turns",
    example={"choices": ["Een moestuin", "Een leesplek"]},
    place=30,
)
