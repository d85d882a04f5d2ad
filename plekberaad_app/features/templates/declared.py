"""The templates that every library has, in the order in which they are offered."""

from plekberaad_app.features.templates.template import Heart, Part, Template

_CAROUSEL = Heart(
    "carousel",
    "carousel",
    round=15,
    least_round=5,
    most_rounds=12,
    options={"mode": "inside"},
    counted_as="rounds",
)
_IDEAS = Heart("ideas", "wall", round=25, least_round=5, most_rounds=12, asks="question")

_PERFORMANCE = Part("performance", "performance", 10, least=5, most=15, since=90)
_HARVEST = Part("harvest", "harvest", 15, least=10, most=30, since=90)


def _welcome(minutes: int) -> Part:
    return Part("welcome", "welcome", minutes, least=2, most=20)


def _pause(minutes: int, since: int) -> Part:
    return Part("pause", "intermission", minutes, least=10, most=20, since=since)


def _voting(minutes: int, source: str, since: int) -> Part:
    options = {"source": source, "length": 180, "result_length": 120}
    return Part("voting", "voting", minutes, least=3, most=10, options=options, since=since)


def _closing(minutes: int) -> Part:
    return Part("closing", "closing", minutes, least=2, most=20)


TEMPLATES = (
    Template(
        "evening",
        minutes=150,
        least=60,
        before=(_welcome(15), _PERFORMANCE),
        heart=_CAROUSEL,
        pause=_pause(15, since=90),
        after=(_HARVEST, _voting(10, "marked", since=60), _closing(10)),
    ),
    Template(
        "short",
        minutes=90,
        least=20,
        before=(_welcome(10),),
        heart=_CAROUSEL,
        pause=_pause(10, since=75),
        after=(_voting(5, "marked", since=45), _closing(5)),
    ),
    Template(
        "brainstorm",
        minutes=45,
        least=15,
        before=(_welcome(5),),
        heart=_IDEAS,
        pause=_pause(10, since=120),
        after=(_voting(8, "outcomes", since=30), _closing(5)),
    ),
)
