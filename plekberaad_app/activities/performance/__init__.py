"""Performance (kunst): somebody plays, reads, shows or speaks, and the room thanks them."""

from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.performance.rules import Performance

ACTIVITY = Manifest(
    kind="performance",
    rules=Performance(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
    ),
    options="option_fields:FORM",
    example={"piece": "De brug", "by": "Noor Visser", "genre": "poem"},
    is_art=True,
    place=17,
)
