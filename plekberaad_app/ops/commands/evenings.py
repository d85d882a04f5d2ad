"""Commands about evenings: list, export, delete."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from plekberaad_app.ops.commands import errands
from plekberaad_app.ops.commands.terminal import console, stop, tell
from plekberaad_app.platform.i18n.catalogue import text

commands = typer.Typer(no_args_is_help=True)


class Kind(StrEnum):
    """The files a report can be exported as."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


Code = Annotated[str, typer.Argument(help=text("cli.help.code"))]
File = Annotated[Path | None, typer.Argument(help=text("cli.help.export.file"), resolve_path=True)]
As = Annotated[Kind, typer.Option("--as", help=text("cli.help.export.as"))]
WithHidden = Annotated[bool, typer.Option("--with-hidden", help=text("cli.help.export.hidden"))]
Yes = Annotated[bool, typer.Option("--yes", help=text("cli.help.delete.yes"))]

COLUMNS = ("code", "title", "library", "status", "starts", "people")
DEED_COLUMNS = ("when", "who", "what", "about")


@commands.command("list", help=text("cli.help.evening.list"))
def list_() -> None:
    """Every evening of every library, newest first."""
    from plekberaad_app.features.operations import overview
    from plekberaad_app.platform.i18n.dates import local_time

    with errands.opened():
        listed = overview.evenings()
    table = Table(box=box.SIMPLE)
    for column in COLUMNS:
        table.add_column(text(f"cli.column.{column}"), no_wrap=column == "code")
    for each in listed:
        evening = each.live_session
        starts = f"{local_time(evening.starts_at):%Y-%m-%d %H:%M}" if evening.starts_at else ""
        status = text(f"cli.status.{evening.status.value}")
        people = str(each.people)
        table.add_row(evening.code, evening.title, each.library, status, starts, people)
    Console().print(table if listed else text("cli.evening.none"), markup=False)


@commands.command(help=text("cli.help.evening.deeds"))
def deeds(code: Code) -> None:
    """What facilitators did to an evening, oldest first."""
    from plekberaad_app.features.operations import overview
    from plekberaad_app.platform.i18n.dates import local_time

    with errands.opened():
        done = overview.audit_entries_of(code)
    table = Table(box=box.SIMPLE)
    for column in DEED_COLUMNS:
        table.add_column(text(f"cli.column.{column}"))
    for entry in done:
        when = f"{local_time(entry.done_at):%Y-%m-%d %H:%M:%S}"
        table.add_row(when, entry.who, entry.what, entry.about)
    Console().print(table if done else text("cli.evening.no_deeds"), markup=False)


@commands.command(help=text("cli.help.evening.export"))
def export(code: Code, file: File = None, kind: As = Kind.JSON, hidden: WithHidden = False) -> None:
    """The report of an evening, in the formats that its page offers."""
    from plekberaad_app.features.report import operations
    from plekberaad_app.features.report.as_csv import ideas_csv
    from plekberaad_app.features.report.as_json import report_json
    from plekberaad_app.features.report.as_xlsx import report_xlsx

    write = {Kind.JSON: report_json, Kind.CSV: ideas_csv, Kind.XLSX: report_xlsx}[kind]
    with errands.opened():
        content = write(operations.report_of(code, with_hidden=hidden))
    if file is None:
        typer.echo(content, nl=False)
    elif file.exists():
        stop(text("cli.backup.exists", file=str(file)))
    else:
        file.write_bytes(content)
        tell(text("cli.evening.exported", file=str(file)))


@commands.command(help=text("cli.help.evening.delete"))
def delete(code: Code, yes: Yes = False) -> None:
    """Delete an evening with everything in it, after asking."""
    from plekberaad_app.features.report import operations

    with errands.opened():
        title = operations.report_of(code).live_session.title
    if not yes and not typer.confirm(text("cli.evening.sure", title=title), err=True):
        raise typer.Exit(1)
    errands.do("delete", code=code)
    console.print(text("cli.evening.deleted", title=title), highlight=False, markup=False)
