"""How a page answers a form: with one sentence about what came of it."""

from dataclasses import dataclass

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import in_words, text
from plekberaad_app.room.running import Outcome


@dataclass(frozen=True)
class Told:
    """A sentence about what came of a form; `kind` is 'ok', 'error' or '' and `number` counts."""

    kind: str = ""
    sentence: str = ""
    number: int = 0


class Answering(rx.State, mixin=True):
    """Says how it went; `answers` names the form that the notice is about, '' for none."""

    notice: Told = Told()
    answers: str = ""

    def _tell(self, outcome: Outcome, done: str = "", form: str = "") -> None:
        self.notice = notice_of(outcome, done, self.notice.number + 1)
        self.answers = form


def notice_of(outcome: Outcome, done: str = "", number: int = 0) -> Told:
    """Why it was refused or, under the key `done`, that it was not; empty without either."""
    if outcome.is_refused:
        return Told(kind="error", sentence=in_words(outcome.sentence), number=number)
    sentence = text(done) if done else ""
    return Told(kind="ok" if sentence else "", sentence=sentence, number=number)
