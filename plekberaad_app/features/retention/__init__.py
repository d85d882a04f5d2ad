"""Deleting what is due."""

from plekberaad_app.platform.feature import Feature

FEATURE = Feature(tidies=("tidying:tidy",))
