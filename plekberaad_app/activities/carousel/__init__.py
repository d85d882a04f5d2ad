"""The brainstorm carousel: people work on the challenge of somebody at their table."""

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.contract.manifest import Manifest, Panels

ACTIVITY = Manifest(
    kind="carousel",
    rules=Carousel(),
    panels=Panels(
        phone="phone_panel:phone_panel",
        projector="projector_panel:projector_panel",
        tablet="tablet_panel:tablet_panel",
        notes="note_tools:NOTE_TOOLS",
        typed="typed_panel:typed_panel",
        plan="plan_panel:plan_panel",
    ),
    options="option_fields:FORM",
    demo="demo.turns:turns",
    place=20,
)
