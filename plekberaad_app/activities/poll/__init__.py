"""Poll (peiling): one quick question, answered on the phone; the result shown to the whole room."""

from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.poll.rules import Poll

ACTIVITY = Manifest(
    kind="poll",
    rules=Poll(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
    ),
    options="option_fields:FORM",
    demo="demo:turns",
    quick="quick:FORM",
    example={"question": "Wat komt er op het plein?", "choices": ["Een bank", "Een boom"]},
    place=40,
)
