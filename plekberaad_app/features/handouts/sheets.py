"""The sheets that an evening hands out, by the name in their address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from plekberaad_app.features.handouts.code_sheet import PAGES, code_sheet, link_sheet
from plekberaad_app.features.handouts.facts import Additions, Facts, facts_of
from plekberaad_app.features.handouts.handouts import Occasion
from plekberaad_app.features.handouts.invitation import flyer, poster
from plekberaad_app.features.handouts.run_sheet import run_sheet
from plekberaad_app.features.handouts.table_signs import MAX_TABLES, table_signs
from plekberaad_app.platform.addresses import public_url, short_address
from plekberaad_app.platform.settings import settings
from plekberaad_app.ui.paper import Sheet

JOINING, INVITATION = "m", "uitnodiging"
# An evening of 60 people has about as many; nobody is seated before it.
USUAL_TABLES = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asked for: of which evening, with what added, for how many tables (0: as many
    as there are)."""

    occasion: Occasion
    added: Additions
    tables: int
    now: datetime

    @property
    def code(self) -> str:
        """The code of the evening."""
        return self.occasion.live_session.code

    @property
    def number_of_tables(self) -> int:
        """As many as asked for, as there are, or as there usually are."""
        wanted = self.tables or self.occasion.live_session.tables or USUAL_TABLES
        return max(1, min(wanted, MAX_TABLES))

    def link(self, page: str) -> str:
        """The address of a page of this evening."""
        return f"{public_url(settings())}/{page}/{self.code}"


def _poster(wanted: Wanted) -> Sheet:
    return poster(_facts(wanted), wanted.link(INVITATION))


def _flyer(wanted: Wanted) -> Sheet:
    return flyer(_facts(wanted), wanted.link(INVITATION))


def _run_sheet(wanted: Wanted) -> Sheet:
    return run_sheet(_facts(wanted), wanted.occasion, _address(), wanted.now)


def _table_signs(wanted: Wanted) -> Sheet:
    return table_signs(_facts(wanted), wanted.code, _address(), wanted.number_of_tables)


def _code_sheet(wanted: Wanted) -> Sheet:
    return code_sheet(_facts(wanted), wanted.code, wanted.link(JOINING), _address())


def _link_sheet(page: str, wanted: Wanted) -> Sheet:
    address = f"{_address()}/{page}/{wanted.code}"
    return link_sheet(_facts(wanted), page, wanted.link(page), address)


SHEETS: Mapping[str, Callable[[Wanted], Sheet]] = {
    "poster": _poster,
    "flyer": _flyer,
    "draaiboek": _run_sheet,
    "tafelbordjes": _table_signs,
    "code": _code_sheet,
}
# For each link that is handed on, by the page to which it leads.
LINKS: Mapping[str, Callable[[Wanted], Sheet]] = {
    JOINING: _code_sheet,
    **{page: partial(_link_sheet, page) for page in PAGES},
}


def _facts(wanted: Wanted) -> Facts:
    return facts_of(wanted.occasion, wanted.added).on_paper()


def _address() -> str:
    return short_address(settings())
