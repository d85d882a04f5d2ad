"""Checks everything an evening needs, and says in plain words how it is and what to do."""

from collections.abc import Iterator
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from plekberaad_app.ops.doctor import around, keeping, program
from plekberaad_app.platform.health_checks import Finding, Grade, bus, disk
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import Settings

SIGNS = {Grade.OK: "[green]✓[/]", Grade.WARNING: "[yellow]![/]", Grade.BAD: "[bold red]✗[/]"}


def examine(used: Settings) -> Iterator[Finding]:
    """All findings, each as soon as it is made."""
    now = datetime.now(UTC)
    yield program.versions()
    yield program.build()
    serving = program.serving(used.port)
    yield serving
    yield from keeping.database(used.database)
    if used.redis_url:
        yield bus()
    yield disk()
    yield from around.clock(used, now)
    yield from around.address(used, is_serving=serving.code != "free")


def tell(findings: Iterator[Finding], console: Console) -> bool:
    """Print them; returns whether an evening can be held like this."""
    found = []
    for finding in findings:
        found.append(finding)
        line = Table.grid(padding=(0, 1))
        line.add_row(
            SIGNS[finding.grade], f"{text(f'check.{finding.part}'):<12}", finding.sentence()
        )
        console.print(line, highlight=False)
    worst = max((finding.grade for finding in found), key=list(Grade).index)
    console.print(text(f"doctor.{worst.value}"), style="bold")
    return worst is not Grade.BAD
