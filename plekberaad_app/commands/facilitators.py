"""Commands about who may drive evenings."""

from typing import Annotated

import typer

from plekberaad_app.commands import errands
from plekberaad_app.commands.terminal import prepare, tell
from plekberaad_app.i18n.catalogue import text

commands = typer.Typer(no_args_is_help=True)

Library = Annotated[str, typer.Option(help=text("cli.help.invite.library"))]
New = Annotated[bool, typer.Option("--new-library", help=text("cli.help.invite.new"))]


@commands.callback()
def _group() -> None:
    """Keeps `invite` a word of its own while it is the only one."""


@commands.command(help=text("cli.help.invite"))
def invite(library: Library = "", new: New = False) -> None:
    """Print a link with which a facilitator sets name and password, once."""
    from plekberaad_app.addresses import public_url

    token = errands.do("invite", library=library, new="yes" if new else "")
    tell(text("cli.invite.done"))
    typer.echo(f"{public_url(prepare())}/begin/{token}")
