"""A screen that watches a room, and whose it is."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from plekberaad_app.activities.contract.activity import AnyScreen, Audience
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Person, by_id
from plekberaad_app.live.last_sent import LastSent
from plekberaad_app.live.projections import Projections, Values
from plekberaad_app.live.snapshot import Snapshot
from plekberaad_app.platform.permissions import Helper


@dataclass
class Viewer:
    """One socket. A phone also has its person and the key that proves it, a tablet the token of its
    login (in memory only).

    An onlooker, who has a login too, sees what a participant's phone shows except what is personal.
    A picture of the projector, as the tablet or somebody who looks along has it, is not a
    projector. `helper` is whose link it was opened with, for as long as that is good.
    `placed_at` is where the evening was (Snapshot.moved_at) when its audience was last decided.
    """

    sid: str
    screen: AnyScreen
    person_id: str = ""
    key: str = ""
    is_onlooker: bool = False
    is_picture: bool = False
    helper: Helper | None = None
    audience: Audience | None = None
    last_sent: LastSent = field(default_factory=LastSent)
    placed_at: tuple[int, int] = (-1, -1)
    _told_at: tuple[int, int] = (-1, -1)
    _tags: frozenset[str] = frozenset()

    def start_over(self) -> None:
        """Become like a screen that has just come in."""
        self.audience, self.last_sent = None, LastSent()
        self.placed_at = self._told_at = (-1, -1)

    def is_of(self, person_id: str) -> None:
        """Its phone turned out to be this person's."""
        if person_id != self.person_id:
            self.person_id = person_id
            self.placed_at = self._told_at = (-1, -1)

    def person_in(self, evening: Evening) -> Person | None:
        """The person whose phone this is, or None for a guest or somebody who left."""
        return by_id(evening.people).get(self.person_id)

    def audience_in(self, evening: Evening, shown: Projections, now: datetime) -> Audience:
        """Which shared view this screen is to get."""
        if self.helper:
            return Audience(self.screen, self.helper.table, step_id=self.helper.step_id)
        if self.screen != "phone":
            return Audience(self.screen)
        if self.is_onlooker:
            # What a pair has between them is for no facilitator to see.
            seen = shown.audience_of(evening, shown.companion(evening, now), now)
            return replace(seen, group=None)
        return shown.audience_of(evening, self.person_in(evening), now)

    def own_view(self, evening: Evening, shown: Projections, now: datetime) -> Values:
        """What a phone shows to this viewer alone."""
        if self.is_onlooker:
            return shown.impersonal(evening, now)
        return shown.personal(evening, self.person_in(evening), self.key, now)

    def is_concerned(self, snapshot: Snapshot, moved_at: tuple[int, int]) -> bool:
        """Whether what only this person sees may have changed since this was last asked.

        `moved_at` is the snapshot's, worked out once for all viewers.
        """
        if self._told_at == moved_at:
            return not self._tags.isdisjoint(snapshot.touched)
        self._told_at = moved_at
        steps = snapshot.evening.steps
        self._tags = frozenset(author_tag(self.key, step.id) for step in steps)
        return True
