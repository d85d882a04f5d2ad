"""All commands of the program."""

import typer

from plekberaad_app.ops.commands import evenings, facilitators, migrating, safekeeping, starting
from plekberaad_app.platform.i18n.catalogue import text

cli = typer.Typer(no_args_is_help=True, add_completion=False, help=text("cli.help"))
for commands in (starting.commands, migrating.commands, safekeeping.commands):
    cli.add_typer(commands)
cli.add_typer(facilitators.commands, name="facilitator", help=text("cli.help.facilitator"))
cli.add_typer(evenings.commands, name="session", help=text("cli.help.evening"))
