"""What phone, projector and tablet see of a vote."""

from typing import Any

from plekberaad_app.activities.contract.activity import Audience, Face, Say, Scene, Script
from plekberaad_app.activities.kit.for_somebody import phoneless
from plekberaad_app.activities.voting import ballot, telling
from plekberaad_app.activities.voting.choices import choices_of
from plekberaad_app.activities.voting.options import VotingOptions


def face(scene: Scene, options: VotingOptions, audience: Audience) -> Face:
    """What an audience sees; it contains no total before the result phase."""
    rows = tally(scene, options)
    turn = telling.telling(scene, options, rows)
    phase = "telling" if turn["place"] else _phase(scene, options)
    return Face(
        line=Say(f"voting.line.all.{phase}", {"place": turn["place"]} if turn["place"] else {}),
        data={
            "question": options.question,
            "choices": _told(rows, turn["left"], audience),
            "telling": turn,
            "is_open": ballot.is_open(scene),
            **_for_screen(scene, options, audience),
        },
        script=Script.under(f"voting.script.{phase}") if audience.screen == "tablet" else None,
        asks=phase == "vote" and audience.screen == "phone",
    )


def _phase(scene: Scene, options: VotingOptions) -> str:
    """The running phase, 'before' or 'over'; 'waiting' or 'nothing' when there are no choices."""
    if scene.stop is None:
        return "over" if scene.stop_index >= 0 else "before"
    if choices_of(scene, options):
        return scene.stop.phase
    return "waiting" if ballot.is_open(scene) else "nothing"


def _told(rows: list[dict[str, Any]], left: int, audience: Audience) -> list[dict[str, Any]]:
    """What has been told of the result; the facilitator who tells it sees the rest too, marked as
    such."""
    if not any(row["place"] for row in rows):
        return rows
    places = telling.told(rows, left)
    if audience.screen != "tablet":
        return [row for row in rows if row["place"] in places]
    return [row | {"is_told": row["place"] in places} for row in rows]


def _for_screen(scene: Scene, options: VotingOptions, audience: Audience) -> dict[str, Any]:
    if audience.screen == "phone":
        return {"budget": options.budget, "max_per_choice": options.most_per_choice}
    shown: dict[str, Any] = {"voters": ballot.voters(scene)}
    if audience.screen == "tablet":
        shown |= {"people": len(scene.people), "phoneless": phoneless(scene)}
    return shown


def tally(scene: Scene, options: VotingOptions) -> list[dict[str, Any]]:
    """The choices; from the result phase on with totals, most dots first."""
    is_counted = scene.has_reached("result")
    totals = ballot.totals(scene, options)
    rows = [
        {
            "id": choice.id,
            "label": choice.label,
            "challenge": choice.challenge,
            "total": totals[choice.id] if is_counted else None,
            "is_told": True,
        }
        for choice in choices_of(scene, options)
    ]
    if is_counted:
        return _ranked(rows)
    return _grouped(rows)


def _ranked(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Most dots first, each with its place; choices with as many dots share it."""
    ranked = sorted(rows, key=lambda row: -row["total"])
    return [
        row | {"place": 1 + sum(other["total"] > row["total"] for other in rows), "heading": ""}
        for row in ranked
    ]


def _grouped(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Choices of one challenge are together; the first of them has it as a heading."""
    challenges = list(dict.fromkeys(row["challenge"] for row in rows))
    grouped = sorted(rows, key=lambda row: challenges.index(row["challenge"]))
    before = ["", *(row["challenge"] for row in grouped)]
    return [
        row | {"place": 0, "heading": row["challenge"] if row["challenge"] != above else ""}
        for row, above in zip(grouped, before, strict=False)
    ]
