"""Harvest: tables bring what matters to the whole room, which says what touches it."""

from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.harvest.rules import Harvest

ACTIVITY = Manifest(
    kind="harvest",
    rules=Harvest(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
    ),
    options="option_fields:FORM",
    demo="demo:turns",
    place=28,
)
