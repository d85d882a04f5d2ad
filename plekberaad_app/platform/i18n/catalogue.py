"""Every text of every screen, by dotted key, in every language.

A text that counts something has a form for each plural of its language, under `<key>.one` and
`<key>.other`, and may have a sentence for zero under `<key>.none`; the value `n` chooses.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po
from babel.plural import PluralRule

from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n.direction import isolated
from plekberaad_app.platform.i18n.languages import FIRST, LANGUAGES, Language

_LOCALE = Path(__file__).parent / "locale"
_PACKAGE = Path(__file__).parents[2]
_OTHER = "other"
_FORMS = ("none", "zero", "one", "two", "few", "many", _OTHER)


class MissingText(KeyError):
    """There is no text under this key."""


class DoubleText(ValueError):
    """Two topics claim the same key."""


def text(key: str, /, lang: Language = "nl", **values: str | int) -> str:
    """The text under `key`, its `{name}` placeholders filled in; raises MissingText.

    Where a language lacks it, the first language speaks.
    """
    n = values.get("n")
    template = _template(key, lang, n) or _template(key, FIRST, n)
    if template is None:
        raise MissingText(key)
    return template.format(**_isolated(values)) if values else template


def _template(key: str, lang: Language, n: str | int | None) -> str | None:
    texts = _TEXTS[lang]
    return texts.get(key) or texts.get(_counted(key, lang, n))


def own_key(kind: str, key: str) -> str:
    """The key of what an activity says in place of a text of a screen: `wall.mine.title` in place
    of `phone.mine.title`; that of the screen where it says nothing else."""
    own = f"{kind}.{key.partition('.')[2]}"
    return own if forms_of(own) else key


def in_words(sentence: Say, lang: Language = "nl") -> str:
    """The sentence in words, or '' where there is none; raises MissingText."""
    return text(sentence.key, lang, **sentence.values) if sentence.key else ""


def keys(lang: Language = "nl") -> frozenset[str]:
    """All keys that have a text in this language."""
    return frozenset(_TEXTS[lang])


def has_forms(key: str) -> bool:
    """Whether the text under this key counts something: it needs a number `n`."""
    return f"{key}.{_OTHER}" in _TEXTS["nl"]


def forms_of(key: str, lang: Language = "nl") -> frozenset[str]:
    """The key itself or, where its text counts, the keys of all its forms."""
    forms = {f"{key}.{form}" for form in _FORMS}
    return frozenset({key} & keys(lang) or forms & keys(lang))


@cache
def _plural_of(lang: Language) -> PluralRule:
    return Locale(lang).plural_form


def _counted(key: str, lang: Language, n: str | int | None) -> str:
    """The key of the plural form that fits the number."""
    if not isinstance(n, int):
        return key
    none, form = f"{key}.none", f"{key}.{_plural_of(lang)(n)}"
    if n == 0 and none in _TEXTS[lang]:
        return none
    return form if form in _TEXTS[lang] else f"{key}.{_OTHER}"


def _isolated(values: dict[str, str | int]) -> dict[str, str | int]:
    """Text that people wrote shares a line with ours, and may run in the other direction."""
    return {
        name: isolated(value) if isinstance(value, str) else value for name, value in values.items()
    }


def files_of(lang: Language, package: Path = _PACKAGE) -> list[Path]:
    """Where the texts of a language stand: topics together, and `texts/<lang>.po` of a folder."""
    shared, own = (_LOCALE / lang).glob("*.po"), package.rglob(f"texts/{lang}.po")
    return [*sorted(shared), *sorted(own)]


def read_topics(files: Iterable[Path]) -> dict[str, str]:
    """Merge the files of one language; raises DoubleText."""
    texts: dict[str, str] = {}
    for path in files:
        topic = _read_topic(path)
        if double := texts.keys() & topic.keys():
            raise DoubleText(f"{path}: {', '.join(sorted(double))}")
        texts |= topic
    return texts


def _read_topic(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        messages = read_po(file, abort_invalid=True)
    return {str(message.id): str(message.string) for message in messages if message.id}


_TEXTS = {lang: read_topics(files_of(lang)) for lang in LANGUAGES}
