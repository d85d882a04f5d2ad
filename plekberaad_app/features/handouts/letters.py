"""Texts about an evening to send, to post or to hand to a newspaper; to be edited at will."""

from collections.abc import Callable
from dataclasses import dataclass

from plekberaad_app.features.handouts.facts import Facts
from plekberaad_app.features.handouts.invitation import asked, when
from plekberaad_app.platform.i18n.catalogue import text


@dataclass(frozen=True)
class Letter:
    """`kind` names it; `subject` is for a mail."""

    kind: str = ""
    subject: str = ""
    text: str = ""


def letters(facts: Facts, link: str) -> list[Letter]:
    """One for each way to tell people; `link` is where they read more."""
    return [
        Letter(
            kind, text(f"handouts.letter.{kind}.subject", title=_title(facts)), write(facts, link)
        )
        for kind, write in _KINDS.items()
    ]


def _mail(facts: Facts, link: str) -> str:
    return _paragraphs(
        text("handouts.letter.mail.hello"),
        _lines(text("handouts.letter.come", title=_title(facts)), _about(facts)),
        text("handouts.letter.question", question=asked(facts)),
        _practical(facts),
        text("handouts.letter.everybody"),
        text("handouts.letter.more", link=link),
        _lines(text("handouts.letter.mail.bye"), facts.library),
    )


def _app(facts: Facts, link: str) -> str:
    return _paragraphs(
        _lines(text("handouts.letter.come", title=_title(facts)), asked(facts)),
        _practical(facts),
        _lines(text("handouts.letter.app.everybody"), link),
    )


def _newspaper(facts: Facts, link: str) -> str:
    return _paragraphs(
        text("handouts.letter.newspaper.head", title=_title(facts)),
        " ".join(_sentences(_announced(facts), _theirs(facts))),
        text("handouts.letter.how"),
        _practical(facts),
        text("handouts.letter.more", link=link),
    )


def _press(facts: Facts, link: str) -> str:
    return _paragraphs(
        text("handouts.letter.press.label"),
        text("handouts.letter.newspaper.head", title=_title(facts)),
        " ".join(_sentences(_announced(facts), _theirs(facts))),
        text("handouts.letter.how"),
        text("handouts.letter.press.why"),
        _practical(facts),
        text("handouts.letter.press.editors", library=_library(facts), link=link),
    )


_KINDS: dict[str, Callable[[Facts, str], str]] = {
    "mail": _mail,
    "app": _app,
    "newspaper": _newspaper,
    "press": _press,
}


def _practical(facts: Facts) -> str:
    """When, where and how to come, a line for each that is known."""
    date = ", ".join(filter(None, (facts.date, when(facts))))
    return _lines(
        text("handouts.letter.when", when=date) if date else text("handouts.letter.when.unknown"),
        text("handouts.letter.where", where=facts.where) if facts.where else "",
        facts.how,
    )


def _announced(facts: Facts) -> str:
    """The first sentence of a report: who does what, and when."""
    values = {"library": _library(facts), "title": _title(facts)}
    if facts.date:
        return text("handouts.letter.announced.on", date=facts.date, **values)
    return text("handouts.letter.announced", **values)


def _theirs(facts: Facts) -> list[str]:
    about = text("handouts.letter.about.they", place=facts.place) if facts.place else ""
    return [about, text("handouts.letter.question", question=asked(facts))]


def _about(facts: Facts) -> str:
    return text("handouts.letter.about", place=facts.place) if facts.place else ""


def _title(facts: Facts) -> str:
    return facts.title or text("handouts.untitled")


def _library(facts: Facts) -> str:
    return facts.library or text("handouts.letter.library")


def _sentences(first: str, more: list[str]) -> list[str]:
    return [first, *filter(None, more)]


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def _paragraphs(*paragraphs: str) -> str:
    return "\n\n".join(filter(None, paragraphs))
