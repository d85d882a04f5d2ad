"""Every text of every screen, by dotted key, in Dutch and in English."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from babel.messages.pofile import read_po

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_LOCALE = Path(__file__).parent / "locale"


class MissingText(KeyError):
    """No text stands under this key."""


class DoubleText(ValueError):
    """Two topics claim the same key."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text in both languages."""

    nl: str
    en: str


def text(key: str, /, lang: Language = "nl", **values: str | int) -> str:
    """The text under `key`, its `{name}` placeholders filled in; raises MissingText."""
    try:
        template = _TEXTS[lang][key]
    except KeyError:
        raise MissingText(key) from None
    return template.format(**values) if values else template


def phrase(key: str, /, **values: str | int) -> Phrase:
    """The text under `key` in both languages; raises MissingText."""
    return Phrase(nl=text(key, "nl", **values), en=text(key, "en", **values))


def keys(lang: Language = "nl") -> frozenset[str]:
    """All keys that have a text in this language."""
    return frozenset(_TEXTS[lang])


def read_topics(folder: Path) -> dict[str, str]:
    """Merge the topics (`*.po`) of one language; raises DoubleText."""
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.po")):
        topic = _read_topic(path)
        if double := texts.keys() & topic.keys():
            raise DoubleText(f"{path.name}: {', '.join(sorted(double))}")
        texts |= topic
    return texts


def _read_topic(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        messages = read_po(file, abort_invalid=True)
    return {str(message.id): str(message.string) for message in messages if message.id}


_TEXTS = {lang: read_topics(_LOCALE / lang) for lang in LANGUAGES}
