"""Before the evening: the evenings of a library, and the programme of one."""

from plekberaad_app.pages.preparing.evenings import preparing_page
from plekberaad_app.pages.preparing.programme import programme_page

__all__ = ["preparing_page", "programme_page"]
