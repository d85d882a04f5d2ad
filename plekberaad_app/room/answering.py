"""How a page answers a form: with one sentence about what came of it."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import in_words, text
from plekberaad_app.room.running import Outcome
from plekberaad_app.room.views.tablet import NoticeView


class Answering(rx.State, mixin=True):
    """Says how it went; `answers` names the form that the notice is about, '' for none."""

    notice: NoticeView = NoticeView()
    answers: str = ""

    def _tell(self, outcome: Outcome, done: str = "", form: str = "") -> None:
        self.notice = notice_of(outcome, done, self.notice.number + 1)
        self.answers = form


def notice_of(outcome: Outcome, done: str = "", number: int = 0) -> NoticeView:
    """Why it was refused or, under the key `done`, that it was not; empty without either."""
    if outcome.is_refused:
        return NoticeView(kind="error", sentence=in_words(outcome.sentence), number=number)
    sentence = text(done) if done else ""
    return NoticeView(kind="ok" if sentence else "", sentence=sentence, number=number)
