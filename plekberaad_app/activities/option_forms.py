"""What can be set for a step of each activity, on the pages of facilitators."""

from plekberaad_app.activities.carousel import option_fields as carousel
from plekberaad_app.activities.voting import option_fields as voting
from plekberaad_app.activities.welcome import option_fields as welcome

OPTION_FIELDS = {
    "welcome": welcome.option_fields,
    "carousel": carousel.option_fields,
    "voting": voting.option_fields,
}
