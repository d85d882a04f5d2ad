"""The wall: one question, and everybody writes what they think."""

from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.wall.rules import Wall

ACTIVITY = Manifest(
    kind="wall",
    rules=Wall(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
    ),
    options="option_fields:FORM",
    demo="demo:turns",
    quick="quick:FORM",
    example={"question": "Wat mis je hier?"},
    place=25,
)
