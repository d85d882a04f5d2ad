"""What one audience sees: only what may have changed is looked at again, only what did is sent."""

from collections.abc import Hashable, Mapping
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.noticing import noticing
from plekberaad_app.live.last_sent import LastSent
from plekberaad_app.live.projections import Look, Projections, Values

Changed = frozenset[Hashable] | None


class AudienceView:
    """The parts of a view, what each was worked out from, and what was sent of them."""

    def __init__(self, audience: Audience, shown: Projections) -> None:
        self._audience = audience
        self._parts = shown.shared[audience.screen]
        self._passing = shown.passing.get(audience.screen)
        self._asked: dict[Look, frozenset[Hashable]] = {}
        self._last_sent = LastSent()

    def news(self, evening: Evening, changed: Changed, now: datetime) -> Mapping[str, Any]:
        """What must be sent when of the evening only this changed; None: anything may have.

        When nothing did, what time alone changes is looked at.
        """
        values: Values = {}
        if changed is not None and not changed and self._passing:
            values |= self._passing(evening, self._audience, now)
        for part in self._parts:
            asked = self._asked.get(part)
            if changed is None or asked is None or not changed.isdisjoint(asked):
                shown, self._asked[part] = noticing(part, evening, self._audience, now)
                values |= shown
        return self._last_sent.news(values, now)

    def all(self, now: datetime) -> Mapping[str, Any]:
        """All of it as it was last sent, for a screen that is new."""
        return self._last_sent.all(now)
