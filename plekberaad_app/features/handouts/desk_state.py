"""The page on which an evening is announced and printed, for whoever may steer it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import reflex as rx

from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.handouts.facts import Additions, Facts, facts_of
from plekberaad_app.features.handouts.handouts import Occasion, occasion
from plekberaad_app.features.handouts.letters import Letter, letters
from plekberaad_app.features.handouts.sheets import INVITATION, Wanted
from plekberaad_app.platform import logins
from plekberaad_app.platform.addresses import short_address
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.pdf.typesetting import missing_signs
from plekberaad_app.platform.routes import LOGIN
from plekberaad_app.platform.settings import settings
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, facilitator_token, route_code
from plekberaad_app.room.running import run, run_patiently


@dataclass(frozen=True)
class DeskView:
    """What the page draws; `query` is what was added, as it stands in the address of a sheet.

    `missing` are the signs that cannot be printed. Nothing of it is stored.
    """

    code: str = ""
    title: str = ""
    where: str = ""
    how: str = ""
    query: str = ""
    missing: str = ""
    tables: int = 0


class HandoutsState(Answering, rx.State):
    """The evening in the page's address."""

    view: DeskView = DeskView()
    letters: list[Letter] = []
    address: str = ""

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show the sheets and texts to anyone who may steer the evening; send others to log in."""
        self.reset()
        found = await run_patiently(_handed_out, facilitator_token(self), route_code(self), {})
        if found.is_refused:
            return rx.redirect(LOGIN)
        self.view, self.letters = found.value
        self.address = short_address(settings())
        return None

    @rx.event
    @allows(Action.READ, Resource.PROGRAMME)
    async def add(self, form: dict[str, Any]) -> None:
        """Put on all sheets and in all texts where it is and how to come."""
        found = await run(_handed_out, facilitator_token(self), route_code(self), form)
        self._tell(found, "handouts.add.done", form="add")
        if not found.is_refused:
            self.view, self.letters = found.value


def _handed_out(token: str, code: str, form: Any) -> tuple[DeskView, list[Letter]]:
    who = logins.require_login(token, now())
    added = Additions.read(read_text(form, "where"), read_text(form, "how"))
    wanted = Wanted(occasion(who, code), added, 0, now())
    facts = facts_of(wanted.occasion, added)
    return _view(wanted, facts), letters(facts, wanted.link(INVITATION))


def _view(wanted: Wanted, facts: Facts) -> DeskView:
    added = {"waar": wanted.added.where, "hoe": wanted.added.how}
    return DeskView(
        code=wanted.code,
        title=facts.title or text("handouts.untitled"),
        where=wanted.added.where,
        how=wanted.added.how,
        query=urlencode({name: value for name, value in added.items() if value}),
        missing=" ".join(sorted(missing_signs(" ".join(_written(wanted.occasion, facts))))),
        tables=wanted.number_of_tables,
    )


def _written(occasion: Occasion, facts: Facts) -> list[str]:
    """All that people wrote which goes on paper."""
    titles = (step.title for step in occasion.steps)
    return [facts.title, facts.place, facts.question, facts.where, facts.how, *titles]
