"""What whoever runs the program may ask of it, and see of it."""

from plekberaad_app.platform.feature import Feature

FEATURE = Feature(routes=("routes:ROUTES",))
