"""Commands about who may steer evenings."""

from typing import Annotated

import typer

from plekberaad_app.ops.commands import errands
from plekberaad_app.ops.commands.terminal import prepare, stop, tell
from plekberaad_app.platform.i18n.catalogue import text

commands = typer.Typer(no_args_is_help=True)

Library = Annotated[str, typer.Option(help=text("cli.help.invite.library"))]
New = Annotated[bool, typer.Option("--new-library", help=text("cli.help.invite.new"))]
Off = Annotated[bool, typer.Option("--off", help=text("cli.help.second_factor.off"))]
Name = Annotated[str, typer.Argument(help=text("cli.help.password.name"))]


@commands.command(help=text("cli.help.invite"))
def invite(library: Library = "", new: New = False) -> None:
    """Print a link with which a facilitator sets name and password, once."""
    from plekberaad_app.platform.addresses import public_url

    token = errands.do("invite", library=library, new="yes" if new else "")
    tell(text("cli.invite.done"))
    typer.echo(f"{public_url(prepare())}/begin/{token}")


@commands.command(help=text("cli.help.password"))
def password(name: Name) -> None:
    """Give a facilitator a new password; it is typed twice and never shown."""
    chosen = _typed("cli.password.new")
    if _typed("cli.password.again") != chosen:
        stop(text("cli.password.differ"), code=1)
    errands.do("password", name=name, password=chosen)
    tell(text("cli.password.done", name=name))


@commands.command(name="second-factor", help=text("cli.help.second_factor"))
def second_factor(name: Name, off: Off = False) -> None:
    """Stop asking a facilitator who lost the app for a code."""
    if not off:
        stop(text("cli.second_factor.only_off"), code=2)
    errands.do("second_factor_off", name=name)
    tell(text("cli.second_factor.done", name=name))


def _typed(question: str) -> str:
    return typer.prompt(text(question), hide_input=True, err=True)
