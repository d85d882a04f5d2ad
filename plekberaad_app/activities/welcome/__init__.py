"""Welcome: a text and an image, for as long as the opening takes."""

from plekberaad_app.activities.contract.manifest import Manifest, Panels
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
    place=10,
)
