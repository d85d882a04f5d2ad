"""What each activity adds to the projector; apart from the other screens, so that each loads its own."""

from plekberaad_app.activities.carousel import projector_panel as carousel
from plekberaad_app.activities.voting import projector_panel as voting
from plekberaad_app.activities.welcome import projector_panel as welcome

PANELS = {
    "welcome": welcome.projector_panel,
    "carousel": carousel.projector_panel,
    "voting": voting.projector_panel,
}
