"""What an evening hands out: an invitation, what lies on the tables, and a run sheet."""

from plekberaad_app.platform.feature import Feature

FEATURE = Feature(routes=("routes:ROUTES",))
