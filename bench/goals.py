"""What is asked of Plekberaad, as data: the table of the report."""

from dataclasses import dataclass

LAST = ("last_p50", "last_p95")
RECEIVED = ("bytes_10", "bytes_100", "bytes_400")


@dataclass(frozen=True)
class Goal:
    """Figures of a case and the most they may be.

    `share_of`: not the figure itself counts, but what part it is of the same in another case.
    `rivals`: what others reached on this work when the bench was designed, elsewhere measured.
    """

    title: str
    measured: str
    case: str
    figures: tuple[str, ...]
    targets: tuple[float, ...]
    share_of: str = ""
    rivals: str = ""


GOALS = (
    Goal(
        "1 room, 3 ideas/s",
        "last of 60, p50 / p95 ms",
        "room",
        LAST,
        (5, 9),
        rivals="Retrospected 12 / 18, Etherpad 6 / 12, NiceGUI 17 / 114",
    ),
    Goal(
        "60 ideas in 1 s",
        "last, p50 / p95 ms",
        "burst",
        LAST,
        (6, 12),
        rivals="Retrospected 20 / 49, Etherpad 6 / 12, NiceGUI 251 / 362",
    ),
    Goal(
        "20 rooms, 3 ideas/s each",
        "last, p50 / p95 ms",
        "twenty",
        LAST,
        (10, 25),
        rivals="Retrospected 13 / 25, Etherpad 5 / 11, NiceGUI overload",
    ),
    Goal(
        "20 rooms",
        "CPU ms per 1000 deliveries",
        "twenty",
        ("cpu_per_1000",),
        (60,),
        rivals="Retrospected 160",
    ),
    Goal("20 rooms", "kB per client", "twenty", ("memory",), (60,), rivals="Retrospected 150"),
    Goal("20 rooms", "missing, all runs", "twenty", ("missing",), (0,)),
    Goal(
        "20 rooms, phones see their own table (8)",
        "CPU per idea, part of the plenary case",
        "tables",
        ("cpu_per_idea",),
        (0.2,),
        share_of="twenty",
    ),
    Goal(
        "1,220 clients join",
        "s until all see the wall",
        "joining",
        ("join_seconds",),
        (10,),
        rivals="Retrospected 25, Etherpad 2, NiceGUI 6",
    ),
    Goal(
        "a wall of 10 / 100 / 400 notes",
        "bytes per delivery",
        "walls",
        RECEIVED,
        (1200, 1200, 1200),
        rivals="Retrospected 373, NiceGUI grows with the wall",
    ),
    Goal(
        "facilitator presses *Volgende*", "all 61 screens, p95 ms", "phases", ("next_p95",), (15,)
    ),
)
