"""Closing: thanks, everybody's first steps, and the way to take the evening home."""

from plekberaad_app.activities.closing.rules import Closing
from plekberaad_app.activities.contract.manifest import Manifest, Panels

ACTIVITY = Manifest(
    kind="closing",
    rules=Closing(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
    ),
    options="option_fields:FORM",
    example={"text": "Fijn dat jullie er waren."},
    place=90,
)
