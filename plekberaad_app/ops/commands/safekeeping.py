"""Commands that keep an evening safe: backup, restore, doctor."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from sqlalchemy.exc import DatabaseError

from plekberaad_app.ops.commands.migrating import bring_up
from plekberaad_app.ops.commands.terminal import console, prepare, sentence, stop, tell
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import WrongSetting

commands = typer.Typer()

NewFile = Annotated[Path, typer.Argument(help=text("cli.help.backup.file"), resolve_path=True)]
Backup = Annotated[Path, typer.Argument(help=text("cli.help.restore.file"), resolve_path=True)]
Recipient = Annotated[str, typer.Option(help=text("cli.help.backup.encrypt_for"))]
Identity = Annotated[
    Path | None, typer.Option(help=text("cli.help.restore.identity"), resolve_path=True)
]


@commands.command(help=text("cli.help.backup"))
def backup(file: NewFile, encrypt_for: Recipient = "") -> None:
    """Copy the database as it is now, even while an evening is running."""
    from plekberaad_app.ops import backups

    used = prepare()
    with _bar("backup") as done:
        if encrypt_for:
            backups.backup_sealed(used.database, file, encrypt_for, used.data, done)
        else:
            backups.backup(used.database, file, done)
    size = max(1, file.stat().st_size // 1000)
    tell(text("cli.backup.done", file=str(file), size=size))


@commands.command(help=text("cli.help.restore"))
def restore(file: Backup, identity: Identity = None) -> None:
    """Restore a backup; what was there is kept in the data folder, and what was erased stays
    erased."""
    from plekberaad_app.ops import backups
    from plekberaad_app.ops.backups import forgetting

    used = prepare()
    erased = forgetting.erased_in(used.database)
    with _bar("restore") as done, backups.readable(file, used.data, identity) as plain:
        kept = backups.restore(used.database, plain, used.data, datetime.now(UTC), done)
    bring_up(used)
    if erased is not None:
        forgetting.erase_again(used.database, erased)
    tell(text("cli.restore.done"))
    tell(text("cli.restore.erased" if erased is not None else "cli.restore.erased_unknown"))
    if kept:
        tell(text("cli.restore.kept", file=str(kept)))


@commands.command(help=text("cli.help.doctor"))
def doctor() -> None:
    """Check everything an evening needs, and say what to do."""
    from plekberaad_app.ops import doctor as looking

    if not looking.tell(looking.examine(prepare()), Console()):
        raise typer.Exit(1)


@contextmanager
def _bar(step: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar; a refusal inside ends the command with its sentence."""
    from plekberaad_app.ops.backups import BackupRefused

    with Progress(console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(text(f"cli.progress.{step}"), total=None)
        try:
            yield lambda done, total: progress.update(task, completed=done, total=total)
        except BackupRefused as refusal:
            progress.stop()
            stop(text(f"cli.backup.{refusal.code}", "nl", **refusal.values), code=1)
        except DatabaseError:
            progress.stop()
            stop(sentence(WrongSetting("database_url")))
