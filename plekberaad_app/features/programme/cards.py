"""Making what the page of a programme draws."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from plekberaad_app.activities.contract.discovery import manifest_of
from plekberaad_app.activities.contract.stage import stops_of
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.programme import Step
from plekberaad_app.features.programme.advice import advice_for
from plekberaad_app.features.programme.views import AdviceCard, BarView, EditorStep, ScriptCard
from plekberaad_app.platform.i18n.catalogue import in_words, text
from plekberaad_app.room.option_forms import script_field
from plekberaad_app.room.projections.controls import programme
from plekberaad_app.room.step_words import PhaseScript, Seen, scripts_of
from plekberaad_app.room.stretching import minutes_of


def editor_steps(evening: Evening, now: datetime) -> list[EditorStep]:
    """The steps, with their times."""
    return [
        _card(evening, step, asdict(card), now)
        for step, card in zip(evening.steps, programme(evening, now), strict=True)
    ]


def seen_steps(evening: Evening, now: datetime) -> dict[str, Seen]:
    """The same as their forms show them, by id."""
    return {
        step.id: Seen(step, {each.phase: each.ready for each in scripts_of(evening, step, now)})
        for step in evening.steps
    }


def advice_cards(evening: Evening) -> list[AdviceCard]:
    """What the programme could still use."""
    found = advice_for(evening.live_session, evening.steps)
    return [AdviceCard(each.code, in_words(each.said), in_words(each.tap)) for each in found]


def bar(evening: Evening) -> BarView:
    """How full the evening is."""
    available = evening.live_session.minutes_available
    left = available - sum(map(minutes_of, evening.steps)) if available else 0
    return BarView(free=max(left, 0), over=max(-left, 0))


def _card(evening: Evening, step: Step, shown: Mapping[str, object], now: datetime) -> EditorStep:
    sign = manifest_of(step.kind).rules.signs[stops_of(step)[0].phase]
    return EditorStep(
        **shown,  # pyright: ignore[reportArgumentType]
        who=step.who,
        sign=sign.icon,
        hue=sign.hue,
        is_break=manifest_of(step.kind).is_break,
        tag=_tag(step),
        script=list(_scripts(evening, step, now)),
    )


def _scripts(evening: Evening, step: Step, now: datetime) -> Iterator[ScriptCard]:
    for each in scripts_of(evening, step, now):
        yield ScriptCard(
            title=text(f"{step.kind}.phase.{each.phase}"),
            say=each.own.get("say") or each.ready["say"],
            do=each.own.get("do") or each.ready["do"],
            say_field=script_field("say", each.phase),
            do_field=script_field("do", each.phase),
            ready_say=_replaced(each, "say"),
            ready_do=_replaced(each, "do"),
        )


def _replaced(script: PhaseScript, part: str) -> str:
    """What stood ready, where somebody wrote something else."""
    return script.ready[part] if script.own.get(part) else ""


def _tag(step: Step) -> str:
    written = repr(
        (step.title, step.who, sorted(step.options.items()), sorted(step.script.items()))
    )
    return sha256(written.encode()).hexdigest()[:16]
