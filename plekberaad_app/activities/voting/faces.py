"""What phone, projector and tablet see of a vote."""

from typing import Any

from plekberaad_app.activities.interface import Audience, Face, Say, Scene, Script
from plekberaad_app.activities.voting import ballot
from plekberaad_app.activities.voting.choices import choices_of
from plekberaad_app.activities.voting.options import VotingOptions


def face(scene: Scene, options: VotingOptions, audience: Audience) -> Face:
    """What an audience sees; no total is in it before the result phase."""
    phase = scene.stop.phase if scene.stop else "over" if scene.stop_index >= 0 else "before"
    return Face(
        line=Say(f"voting.line.all.{phase}", {"budget": options.budget}),
        data=_common(scene, options) | _for_screen(scene, options, audience),
        script=Script.under(f"voting.script.{phase}") if audience.screen == "tablet" else None,
    )


def _common(scene: Scene, options: VotingOptions) -> dict[str, Any]:
    return {
        "question": options.question,
        "choices": tally(scene, options),
        "is_open": ballot.is_open(scene),
    }


def _for_screen(scene: Scene, options: VotingOptions, audience: Audience) -> dict[str, Any]:
    if audience.screen == "phone":
        return {"budget": options.budget, "max_per_choice": options.most_per_choice}
    shown: dict[str, Any] = {"voters": ballot.voters(scene)}
    if audience.screen == "tablet":
        shown |= {"people": len(scene.people), "phoneless": _phoneless(scene)}
    return shown


def tally(scene: Scene, options: VotingOptions) -> list[dict[str, Any]]:
    """The choices; from the result phase on with totals, most dots first."""
    is_counted = scene.has_reached("result")
    totals = ballot.totals(scene, options)
    rows = [
        {"id": choice.id, "label": choice.label, "total": totals[choice.id] if is_counted else None}
        for choice in choices_of(scene, options)
    ]
    return sorted(rows, key=lambda row: -(row["total"] or 0))


def _phoneless(scene: Scene) -> list[dict[str, Any]]:
    return [
        {"number": person.number, "name": person.name}
        for person in scene.people
        if not person.has_phone
    ]
