"""What is asked of the routes of this feature by the facilitators of two libraries."""

from tests.features.asking import Asked

ASKED = Asked(for_the_code={"/qr/{code}.svg", "/qr/{page}/{code}.svg"})
