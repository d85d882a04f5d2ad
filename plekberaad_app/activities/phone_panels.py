"""What each activity adds to the phone; apart from the other screens, so each loads its own."""

from plekberaad_app.activities.carousel import phone_panel as carousel
from plekberaad_app.activities.voting import phone_panel as voting
from plekberaad_app.activities.welcome import phone_panel as welcome

PANELS = {
    "welcome": welcome.phone_panel,
    "carousel": carousel.phone_panel,
    "voting": voting.phone_panel,
}
