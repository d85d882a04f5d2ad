"""Intermission (pauze): when the evening goes on and with what, and a bell before it does."""

from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.intermission.rules import Intermission

ACTIVITY = Manifest(
    kind="intermission",
    rules=Intermission(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
    ),
    options="option_fields:FORM",
    is_break=True,
    place=15,
)
