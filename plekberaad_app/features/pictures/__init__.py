"""Pictures for the projector."""

from plekberaad_app.platform.feature import Feature

FEATURE = Feature(routes=("routes:ROUTES",), tidies=("pictures:drop_unused",))
