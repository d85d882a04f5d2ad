"""What a poll leaves: its totals, words or points for the report, and outcomes for later steps."""

from collections.abc import Iterator

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import (
    Counts,
    Heading,
    Paragraph,
    Part,
    Table,
    Words,
)
from plekberaad_app.activities.poll import results
from plekberaad_app.activities.poll.options import PollOptions


def blocks(scene: Scene, options: PollOptions) -> Iterator[Part]:
    """Nothing before the result phase; what the facilitator took off is not in it."""
    if options.question and results.is_empty(scene, options):
        yield from (Heading(options.question), Paragraph(Say("poll.line.all.empty")))
        return
    totals = tuple(_totals(scene, options))
    if totals and options.kind == "ranking":
        yield Table(
            options.question, (Say("poll.report.choice"), Say("poll.report.points")), totals
        )
    elif totals:
        yield Counts(totals, of="answers", question=options.question)
    if measured := results.scale(scene, options):
        yield from _ends(options)
        rows = ((_tenths(measured.average), Say(f"poll.agreement.{measured.agreement}")),)
        columns = (Say("poll.report.average"), Say("poll.report.agreement"))
        yield Table(Say("poll.report.scale"), columns, rows)
    if found := results.tables(scene, options):
        columns = (Say("poll.report.tables"), Say("poll.report.points"))
        rows = tuple((_numbers(each.tables), each.points) for each in found)
        yield Table(Say("poll.report.quiz"), columns, rows)


def outcomes(scene: Scene, options: PollOptions) -> tuple[Outcome, ...]:
    """The choices and words that somebody chose or said, with their totals as a tag."""
    rows = (
        Outcome(own_id("choice", scene.step.id, row.id), "choice", row.label, tags=_tags(row.total))
        for row in results.rows(scene, options)
        if row.total and options.kind != "scale"
    )
    words = (
        Outcome(own_id("word", scene.step.id, each.id), "word", each.word, tags=_tags(each.count))
        for each in results.cloud(scene, options)
        if not each.is_off
    )
    return (*rows, *words)


def _totals(scene: Scene, options: PollOptions) -> Iterator[tuple[Words, int]]:
    for row in results.rows(scene, options):
        right = Say("poll.report.right", {"label": row.label})
        yield (right if row.is_right else row.label), row.total
    for each in results.cloud(scene, options):
        if not each.is_off:
            yield each.word, each.count


def _ends(options: PollOptions) -> Iterator[Paragraph]:
    for step, end in ((1, options.low), (5, options.high)):
        if end:
            yield Paragraph(Say("poll.report.end", {"step": step, "end": end}))


def _tags(total: int) -> frozenset[str]:
    return frozenset({f"total-{total}"})


def _tenths(value: int) -> Say:
    return Say("poll.report.tenths", {"whole": value // 10, "tenth": value % 10})


def _numbers(tables: tuple[int, ...]) -> str:
    return ", ".join(map(str, tables))
