"""A page to keep from an evening: readable and printable, and complete in itself."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from plekberaad_app.activities.contract.report import NextStep, Quote, Section, said
from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.rights import Action, Resource, Role, may
from plekberaad_app.platform.database import evenings, people
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.i18n.catalogue import own_key, text
from plekberaad_app.platform.i18n.languages import LANGUAGES, Language
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.tokens import is_our_key
from plekberaad_app.room.taking_home import TakenHome, taken_home

# It has its own colours and sizes: it is opened where our stylesheets are not.
_STYLE = (
    "body{font:1.1rem/1.5 Verdana,sans-serif;color:#1e2a31;background:#fbf6ec;"
    "max-width:42rem;margin:0 auto;padding:1.5rem}"
    "h1{line-height:1.15}h2{margin-top:2rem;font-size:1.25rem}"
    "article{background:#fffdf8;border:1px solid #e0d5c1;border-radius:12px;"
    "padding:.75rem 1rem;margin:.75rem 0;break-inside:avoid}"
    "p{margin:.3rem 0;white-space:pre-line;overflow-wrap:anywhere}"
    ".step{background:#e2efe2}.large{font-size:1.3rem;font-weight:700}.small{color:#4c5a62}"
    "@media print{body{background:none}}"
)


@dataclass(frozen=True, slots=True)
class Keepsake:
    """What goes on the page."""

    live_session: LiveSession
    taken: TakenHome


def keepsake(visitor: Visitor, now: datetime) -> Keepsake:
    """For a phone that was in the room; a day after the end it no longer contains anybody's name.

    Raises NotFound, or NotAllowed('not_checked_in').
    """
    with reading() as db:
        evening = evenings.load(db, visitor.live_session_id)
        was_there = is_our_key(visitor.key, evening.live_session.code)
        if not was_there or not may(Role.PARTICIPANT, Action.READ, Resource.OWN_SEAT):
            raise NotAllowed("not_checked_in")
        person = people.by_key(db, visitor.live_session_id, key_hash(visitor.key))
        return Keepsake(evening.live_session, taken_home(evening, person, visitor.key, now))


def keepsake_html(kept: Keepsake, lang: Language) -> bytes:
    """The page, in the language of the phone; what people wrote stays as they wrote it."""
    title, direction = escape(kept.live_session.title), LANGUAGES[lang].direction
    parts = (
        f'<!doctype html><html lang="{lang}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(text('keepsake.title', lang))} · {title}</title>"
        f"<style>{_STYLE}</style></head><body><main>",
        f'<h1 dir="auto">{title}</h1>',
        *(_wish(each, lang) for each in kept.taken.mine),
        _my_ideas(kept.taken, lang),
        _all_steps(kept.taken, lang),
        f'<p class="small">{escape(text("keepsake.foot", lang))}</p></main></body></html>',
    )
    return "".join(parts).encode()


def _wish(mine: Section, lang: Language) -> str:
    wish = _line(text("keepsake.wish", lang, wish=mine.about), "small")
    steps = "".join(_step(step, wish, lang) for step in mine.next_steps if step.what)
    ideas = "".join(_for_me(idea, lang) for idea in mine.ideas)
    return (_titled("my_step", steps, lang) if steps else wish) + (
        _titled("for_my_wish", ideas, lang) if ideas else ""
    )


def _for_me(idea: Quote, lang: Language) -> str:
    chosen = _line(text("keepsake.chosen", lang), "small") if idea.is_marked else ""
    return _card(_line(said(idea.words, lang)) + chosen)


def _my_ideas(taken: TakenHome, lang: Language) -> str:
    ideas = "".join(
        _card(
            _line(idea.text)
            + (_line(text("keepsake.was_chosen", lang), "small") if idea.marked else "")
        )
        for idea in taken.ideas
    )
    kinds = {idea.kind for idea in taken.ideas}
    key = "keepsake.my_ideas"
    title = own_key(kinds.pop(), key) if len(kinds) == 1 else key
    return _section(title, ideas, lang) if ideas else ""


def _all_steps(taken: TakenHome, lang: Language) -> str:
    steps = "".join(_step(step, _where(at, lang), lang) for at, step in taken.decided)
    return _titled("all_steps", steps or _line(text("keepsake.nothing", lang)), lang)


def _where(at: Section, lang: Language) -> str:
    """The table and the wish, if there are any."""
    key = "keepsake.table" if at.round else "report.table"
    place = text(key, lang, table=at.table, round=at.round) if at.table else ""
    return "".join(_line(said, "small") for said in (place, at.about) if said)


def _step(step: NextStep, above: str, lang: Language) -> str:
    said = {"who": step.who, "when": step.when}
    lines = (
        _line(text(f"keepsake.{name}", lang, **{name: words}))
        for name, words in said.items()
        if words
    )
    return _card(above + _line(step.what, "large") + "".join(lines), "step")


def _titled(name: str, inside: str, lang: Language) -> str:
    return _section(f"keepsake.{name}", inside, lang)


def _section(key: str, inside: str, lang: Language) -> str:
    return f"<section><h2>{escape(text(key, lang))}</h2>{inside}</section>"


def _card(inside: str, kind: str = "") -> str:
    return f'<article class="{kind}">{inside}</article>'


def _line(said: str, kind: str = "") -> str:
    return f'<p dir="auto" class="{kind}">{escape(said)}</p>'
