"""Welcome and break: a text and an image, for as long as they take."""

from plekberaad_app.activities.contract.manifest import Manifest, Panels, Preset
from plekberaad_app.activities.welcome.rules import Welcome

ACTIVITY = Manifest(
    kind="welcome",
    rules=Welcome(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
    ),
    options="option_fields:FORM",
    presets=(Preset("welcome.phase.break", {"is_break": True}),),
    place=10,
)
