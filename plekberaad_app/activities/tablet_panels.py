"""What each activity adds to the tablet; phones do not load it."""

from plekberaad_app.activities.carousel import tablet_panel as carousel
from plekberaad_app.activities.voting import tablet_panel as voting
from plekberaad_app.activities.welcome import tablet_panel as welcome

PANELS = {
    "welcome": welcome.tablet_panel,
    "carousel": carousel.tablet_panel,
    "voting": voting.tablet_panel,
}
