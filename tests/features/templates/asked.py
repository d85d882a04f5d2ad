"""What is asked of the routes of this feature by the facilitators of two libraries."""

from tests.features.asking import Asked

ASKED = Asked()
