"""What each activity adds to the projector; apart, so that each screen loads its own."""

from plekberaad_app.activities.carousel import projector_panel as carousel
from plekberaad_app.activities.voting import projector_panel as voting
from plekberaad_app.activities.welcome import projector_panel as welcome

PANELS = {
    "welcome": welcome.projector_panel,
    "carousel": carousel.projector_panel,
    "voting": voting.projector_panel,
}
