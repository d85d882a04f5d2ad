"""What every command needs: checked settings, visible progress, and one sentence at the end."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.console import Console

from plekberaad_app.ops.build import building
from plekberaad_app.platform import logs
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import Settings, WrongSetting, settings

WRONG_SETTING = 2
LONG_SECONDS = 3

# A command's result goes to standard output; its progress goes here.
console = Console(stderr=True)


def prepare() -> Settings:
    """The settings, checked, with the environment and the logs set up after them."""
    try:
        used = settings()
    except WrongSetting as wrong:
        stop(sentence(wrong))
    building.prepare_environment()
    logs.configure(used)
    return used


def sentence(wrong: WrongSetting) -> str:
    """What is wrong with a setting, and what it should be."""
    if not wrong.known:
        return text("cli.setting.unknown", name=str(wrong))
    return text("cli.setting.wrong", name=str(wrong), what=text(f"cli.setting.{wrong.field}"))


@contextmanager
def progress(step: str) -> Iterator[None]:
    """Show that a step is under way and, if it took long, how long."""
    doing = text(f"cli.progress.{step}")
    began = time.monotonic()
    if not console.is_terminal:
        console.print(doing, highlight=False)
    with console.status(doing):
        yield
    seconds = round(time.monotonic() - began)
    if seconds >= LONG_SECONDS:
        console.print(text("cli.progress.done", step=doing, seconds=seconds), highlight=False)


def tell(said: str) -> None:
    """Print one line, however long."""
    console.print(said, highlight=False, soft_wrap=True)


def stop(said: str, code: int = WRONG_SETTING) -> NoReturn:
    """End with one line that says what to do."""
    console.print(said, style="bold red", highlight=False, soft_wrap=True)
    raise typer.Exit(code)
