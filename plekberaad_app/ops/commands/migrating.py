"""Commands that migrate the database to this version, or back for an older one."""

from typing import Annotated

import typer
from sqlalchemy.exc import OperationalError

from plekberaad_app.ops.commands.terminal import prepare, progress, sentence, stop, tell
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import Settings, WrongSetting

commands = typer.Typer()

BackTo = Annotated[str, typer.Option(help=text("cli.help.migrate.back_to"))]
LoseEverything = Annotated[
    bool, typer.Option("--yes-lose-everything", help=text("cli.help.migrate.lose_everything"))
]


@commands.command(help=text("cli.help.migrate"))
def migrate(back_to: BackTo = "", lose_everything: LoseEverything = False) -> None:
    """Migrate the database to this version, or back to an earlier revision."""
    used = prepare()
    if back_to:
        _go_back(used, back_to, may_lose_everything=lose_everything)
    else:
        bring_up(used)
    tell(text("cli.migrate.done"))


def bring_up(used: Settings) -> None:
    """Run the missing migrations; silent if there are none."""
    from plekberaad_app.ops import migrating

    if migrating.is_current(used.database):
        return
    try:
        with progress("migrating"):
            migrating.migrate()
    except migrating.DatabaseIsNewer:
        stop(text("cli.database.newer"))
    except OperationalError:
        stop(sentence(WrongSetting("database_url")))


def _go_back(used: Settings, revision: str, *, may_lose_everything: bool) -> None:
    from plekberaad_app.ops import migrating
    from plekberaad_app.platform.database.sole import is_in_use

    if is_in_use(used.database):
        stop(text("cli.in_use"))
    try:
        with progress("migrating"):
            migrating.go_back(revision, may_lose_everything=may_lose_everything)
    except migrating.LosesEverything:
        stop(text("cli.migrate.loses_everything"))
    except migrating.UnknownRevision:
        stop(text("cli.migrate.unknown", revision=revision))
