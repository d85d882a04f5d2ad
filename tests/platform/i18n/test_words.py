"""The Dutch of the screens: one word per thing, short sentences, no words of an office."""

import re
from typing import NamedTuple

import pytest

from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.platform.i18n.catalogue import keys, text

KINDS = tuple(f"{kind}." for kind in activities())
# Who reads a text, by how its key begins. An error may show on any screen.
ROOM = (
    "browser.",
    "building.",
    "my_data.",
    "phone.",
    "privacy.",
    "projector.",
    "start.",
    *(f"{kind}.{part}." for kind in activities() for part in ("line", "phone", "projector")),
)
OPERATORS = ("check.", "cli.", "doctor.")


class Word(NamedTuple):
    """A word that is not ours: what stands in its place, or why nobody should meet it."""

    pattern: str
    instead: str
    only_for: tuple[str, ...] = ("",)
    """How a key begins in which the word may not stand; without any: in no text."""


OTHER_WORDS = (
    # One word per thing.
    Word(r"eigena(ar|ren)\w*", "the name, or 'wie vraagt': an owner of what?"),
    Word(r"(kans|uitdaging)(en)?", "'wens': one word for what a person wants"),
    Word(r"inbreng\w*|breng\w* in", "'vertel wat jij wilt': people have a wish, not an input"),
    Word(r"(?<!eerste )stap(pen)?", "'deel' for a phase, 'eerste stap' for the action"),
    Word(
        r"pauze",
        "'de klok staat stil', 'zet stil': a break is a part of the programme",
        only_for=("browser.", "carousel.", "live.", "phone.", "tablet."),
    ),
    Word(r"terugkijken", "'kiezen', which is what happens then"),
    Word(r"aan de slag", "'dit ga ik doen': an idiom is hard to look up"),
    Word(r"mens", "'persoon', as in '1 persoon heeft gestemd'"),
    Word(r"nog niet duidelijk|weet het (nog )?niet|geen stap", "'nog niet'"),
    Word(r"beeld(en)?|plaatjes?|afbeelding(en)?", "'foto', or 'QR-code'"),
    Word(r"mail|mailadres(sen)?|email\w*", "'e-mail', 'e-mailadres'"),
    Word(r"back-?ups?", "'reservekopie'"),
    Word(r"rekenblad(en)?|spreadsheets?", "'Excel-bestand'"),
    Word(r"wijzig\w*|aanpas\w*|aangepast|pas aan", "'verander'"),
    Word(r"verwijder\w*|gooi\w*|trek terug", "'haal weg', or 'wis' for what is gone for good"),
    Word(r"opslaan|opgeslagen|sla op", "'bewaar'"),
    Word(r"to(on|nen|ont|onden?)", "'laat zien', or 'maak groot'"),
    Word(r"beamer|projector", "'groot scherm'"),
    Word(r"(?<!grote )scherm", "'groot scherm': a phone has a screen too", only_for=ROOM),
    # Words of another register.
    Word(r"u|uw|uzelf", "'je', as everywhere"),
    Word(r"voortaan|bijdragen|opgeleverd|ontvang\w*|gebruik maken", "words of an office"),
    Word(r"diegene|degenen?|desgewenst|indien|tevens|middels|alsmede", "words of an office"),
    Word(r"ieder voor zich|voor zich", "'alleen', or say who sees it"),
    Word(
        r"the|and|please|loading|save|cancel|next|back|settings|delete|submit|reset|update|skip"
        r"|feedback|tool|upload|share|owner|challenge|session|step",
        "Dutch",
        only_for=(*ROOM, "desk.", "error.", "live.", "report.", "tablet.", *KINDS),
    ),
)

# How many words a sentence may have. Whoever runs the server reads on in the manual anyway.
LONGEST = {ROOM: 14, OPERATORS: 24, ("",): 18}


def texts(beginnings: tuple[str, ...] = ("",)) -> list[tuple[str, str]]:
    return [(key, text(key)) for key in sorted(keys("nl")) if key.startswith(beginnings)]


@pytest.mark.parametrize("word", OTHER_WORDS, ids=lambda word: word.pattern)
def test_a_thing_has_one_word(word: Word):
    found = re.compile(rf"(?<![\w-])(?:{word.pattern})(?![\w-])", re.IGNORECASE)
    wrong = [f"{key}: {said}" for key, said in texts(word.only_for) if found.search(read(said))]
    assert not wrong, f"instead: {word.instead}"


@pytest.mark.parametrize(("key", "said"), texts())
def test_a_sentence_is_short(key: str, said: str):
    most = next(most for beginnings, most in LONGEST.items() if key.startswith(beginnings))
    assert max(map(words, sentences(said))) <= most


def read(said: str) -> str:
    """What is read as Dutch: without what gets filled in, and without commands to type."""
    return re.sub(r"\{\w+\}|`[^`]*`|--[\w-]+", "…", said)


def sentences(said: str) -> list[str]:
    """What stands between full stops; a colon ends a thought as well."""
    return re.split(r"[.?!:](?:\s|$)", said)


def words(sentence: str) -> int:
    return len(sentence.split())
