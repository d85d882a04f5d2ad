"""Before the evening: the evenings of a library, and the programme of one."""

from plekberaad_app.features.evenings.evenings_page import preparing_page
from plekberaad_app.features.evenings.programme_page import programme_page

__all__ = ["preparing_page", "programme_page"]
