"""Choices that a facilitator types: as an option, and asked for when there are too few."""

from collections.abc import Iterable, Mapping, Sequence

from plekberaad_app.activities.contract.activity import Say
from plekberaad_app.activities.contract.obstacle import Ask
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.plain_text import clean_line

FEWEST_CHOICES = 2


def typed_choices(labels: Iterable[str], kind: str, *, most: int, longest: int) -> list[str]:
    """What was typed, each once and of at most `longest` characters.

    Raises BadInput, such as '<kind>.too_many_choices' (most, n).
    """
    filled = [label for label in labels if label.strip()]
    if len(filled) > most:
        raise BadInput(f"{kind}.too_many_choices", most=most, n=len(filled))
    return list(dict.fromkeys(clean_line(label, longest) for label in filled))


def numbered(labels: Sequence[str]) -> Mapping[str, str]:
    """Typed choices by id; the id goes by the place on the list."""
    return {f"choice-{number}": label for number, label in enumerate(labels, start=1)}


def ask_choices(kind: str, given: Iterable[str], *, most: int, longest: int) -> Ask:
    """What a facilitator fills in, '<kind>.ask.choices'; what is `given` stands there already."""
    return Ask(
        "choices",
        Say(f"{kind}.ask.choices", {"most": most}),
        most * (longest + 1),
        is_list=True,
        most=most,
        is_required=True,
        given="".join(f"{label}\n" for label in given),
    )
