"""What every command needs: checked settings, progress that shows, and an end with one sentence."""

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

# What a command yields goes to standard output; what it tells meanwhile goes here.
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
    """What is wrong with a setting, and what to give."""
    if not wrong.known:
        return text("cli.setting.unknown", name=str(wrong))
    return text("cli.setting.wrong", name=str(wrong), what=text(f"cli.setting.{wrong.field}"))


@contextmanager
def progress(step: str) -> Iterator[None]:
    """Show that a step is under way and, when it was long, how long it took."""
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
    """One line, as long as it is."""
    console.print(said, highlight=False, soft_wrap=True)


def stop(said: str, code: int = WRONG_SETTING) -> NoReturn:
    """End with one line that says what to do."""
    console.print(said, style="bold red", highlight=False, soft_wrap=True)
    raise typer.Exit(code)
