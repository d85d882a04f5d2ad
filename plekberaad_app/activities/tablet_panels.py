"""What each activity adds to the tablet; phones do not load it."""

from plekberaad_app.activities.carousel import tablet_panel as carousel
from plekberaad_app.activities.voting import tablet_panel as voting
from plekberaad_app.activities.welcome import tablet_panel as welcome

PANELS = {
    "welcome": welcome.tablet_panel,
    "carousel": carousel.tablet_panel,
    "voting": voting.tablet_panel,
}

# The button that takes away what stands in the way, by the code of the obstacle.
MENDS = {carousel.REVEAL_FIRST: carousel.reveal}

# The view of the tablet in which it is mended, where one button does not do. Others lead nowhere.
MENDED_IN = {"programme_empty": "agenda", **carousel.MENDED_IN}
