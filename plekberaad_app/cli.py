"""The commands of the program: run, demo, build, migrate and dev."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer
from rich.console import Console
from sqlalchemy.exc import OperationalError

from plekberaad_app import building, logs
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.settings import Settings, WrongSetting, settings

WRONG_SETTING = 2
LONG_SECONDS = 3

cli = typer.Typer(no_args_is_help=True, add_completion=False, help=text("cli.help"))
console = Console(stderr=True)


@cli.command(help=text("cli.help.run"))
def run() -> None:
    """Start the evening's server, after whatever is needed for that."""
    used = prepare()
    _require_free_port(used)
    make_ready(used)
    from plekberaad_app.announcing import announce

    _serve(used, lambda: announce(used, console))


@cli.command(help=text("cli.help.demo"))
def demo() -> None:
    """The same, with data of its own, an evening that stands ready and a room full of people."""
    from plekberaad_app.demo import own_data

    own_data.move_in()
    used = prepare()
    _require_free_port(used)
    own_data.start_afresh(used)
    make_ready(used)
    from plekberaad_app.demo.demonstration import Demonstration

    demonstration = Demonstration(used, console)
    _serve(used, demonstration.begin, demonstration.with_door)


@cli.command(help=text("cli.help.migrate"))
def migrate() -> None:
    """Bring the database to this version."""
    _migrate(prepare())


@cli.command(help=text("cli.help.build"))
def build() -> None:
    """Build the frontend if its sources changed."""
    _build(prepare())


@cli.command(help=text("cli.help.dev"))
def dev() -> None:
    """Serve, and build again at every change of the code."""
    used = prepare()
    _migrate(used)
    # What this builds is for looking at; `run` must build again.
    building.STAMP.unlink(missing_ok=True)
    command = [sys.executable, "-m", "reflex", "run", "--env", "preview"]
    raise typer.Exit(subprocess.call([*command, "--backend-port", str(used.port)]))


def prepare() -> Settings:
    """The settings, checked, with the environment and the logs set up after them."""
    try:
        used = settings()
    except WrongSetting as wrong:
        stop(_sentence(wrong))
    building.prepare_environment()
    logs.configure(used)
    return used


def _serve(
    used: Settings, ready: Callable[[], None], wrapped: Callable[[Any], Any] | None = None
) -> None:
    from plekberaad_app import serving

    with progress("starting"):
        listeners = serving.open_listeners(used.port)
        server = serving.server(ready, wrapped)
    serving.serve(server, listeners)


def make_ready(used: Settings) -> None:
    """Migrate and build, as far as that is needed."""
    _check_redis(used)
    _migrate(used)
    _build(used)


def _migrate(used: Settings) -> None:
    from plekberaad_app import migrating

    if migrating.is_current(used.database):
        return
    try:
        with progress("migrating"):
            migrating.migrate()
    except migrating.DatabaseIsNewer:
        stop(text("cli.database.newer"))
    except OperationalError:
        stop(_sentence(WrongSetting("database_url")))


def _build(used: Settings) -> None:
    if building.is_built():
        return
    try:
        with progress("building"):
            building.build_apart(used.data / "build.log")
    except building.BuildFailed as failed:
        console.out(failed.log.read_text("utf-8")[-3000:], highlight=False)
        stop(text("cli.build.failed", log=str(failed.log)), code=1)


def _check_redis(used: Settings) -> None:
    if used.redis_url is None:
        return
    from redis import Redis, RedisError

    try:
        Redis.from_url(used.redis_url, socket_connect_timeout=2).ping()
    except RedisError:
        # Nobody needs it to go on: the next start of a process must not wait for it either.
        console.print(text("cli.redis.away"), style="bold", highlight=False, soft_wrap=True)


def _require_free_port(used: Settings) -> None:
    from plekberaad_app import serving

    if not serving.is_free(used.port):
        stop(text("cli.port.taken", port=used.port))


def _sentence(wrong: WrongSetting) -> str:
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


def stop(sentence: str, code: int = WRONG_SETTING) -> NoReturn:
    """End with one line that says what to do."""
    console.print(sentence, style="bold red", highlight=False, soft_wrap=True)
    raise typer.Exit(code)
