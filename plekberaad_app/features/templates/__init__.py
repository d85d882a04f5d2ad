"""Templates: programmes to begin an evening with, which fill the minutes that there are."""

from plekberaad_app.features.templates.choosing import (
    DEFAULT,
    TemplateCard,
    chosen,
    offered,
)
from plekberaad_app.features.templates.filling import refilled
from plekberaad_app.platform.feature import Feature

__all__ = ["DEFAULT", "FEATURE", "TemplateCard", "chosen", "offered", "refilled"]

FEATURE = Feature()
