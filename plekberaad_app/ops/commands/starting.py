"""Commands that start the program, after doing whatever that needs: run, demo, build, dev."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import typer

from plekberaad_app.ops.build import building, trouble
from plekberaad_app.ops.commands.migrating import bring_up
from plekberaad_app.ops.commands.terminal import console, prepare, progress, stop, tell
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import Settings

commands = typer.Typer()


@commands.command(help=text("cli.help.run"))
def run() -> None:
    """Start the evening's server, after doing whatever that needs."""
    used = prepare()
    _require_free_port(used)
    make_ready(used)
    from plekberaad_app.ops.announcing import announce

    _serve(used, lambda: announce(used, console))


@commands.command(help=text("cli.help.demo"))
def demo() -> None:
    """The same, with its own data, a prepared evening and a room full of people."""
    from plekberaad_app.ops.demo import own_data

    own_data.move_in()
    used = prepare()
    _require_free_port(used)
    own_data.start_afresh(used)
    make_ready(used)
    from plekberaad_app.ops.demo.demonstration import Demonstration

    demonstration = Demonstration(used, console)
    _serve(used, demonstration.begin, demonstration.with_door)


@commands.command(help=text("cli.help.build"))
def build() -> None:
    """Build the frontend if its sources changed."""
    _require_whole_folders()
    _build(prepare())


@commands.command(help=text("cli.help.dev"))
def dev() -> None:
    """Serve, and rebuild after every change to the code."""
    used = prepare()
    bring_up(used)
    # This build is only for looking at; `run` must build again.
    building.STAMP.unlink(missing_ok=True)
    command = [sys.executable, "-m", "reflex", "run", "--env", "preview"]
    raise typer.Exit(subprocess.call([*command, "--backend-port", str(used.port)]))


def make_ready(used: Settings) -> None:
    """Migrate and build, if needed."""
    _require_whole_folders()
    _check_redis(used)
    bring_up(used)
    _build(used)


def _serve(
    used: Settings, ready: Callable[[], None], wrapped: Callable[[Any], Any] | None = None
) -> None:
    from plekberaad_app.ops import serving

    with progress("starting"):
        listeners = serving.open_listeners(used.port)
        server = serving.server(ready, wrapped)
    serving.serve(server, listeners)


def _build(used: Settings) -> None:
    if building.is_built():
        return
    try:
        with progress("building"):
            building.build_apart(used.data / "build.log")
    except building.BuildFailed as failed:
        _tell_why(failed.log.read_text("utf-8", "replace"))
        stop(text("cli.build.failed", log=str(failed.log)), code=1)


def _tell_why(log: str) -> None:
    """In one sentence; if we have none, the end of the log has to do."""
    if cause := trouble.cause_of(log):
        tell(text(f"cli.build.{cause}"))
    else:
        console.out(trouble.last_words(log), highlight=False)


def _require_whole_folders() -> None:
    from plekberaad_app.activities.contract import discovery as activities
    from plekberaad_app.features import discovery as features
    from plekberaad_app.platform.folders import BrokenFolder

    try:
        activities.check()
        features.check()
    except BrokenFolder as broken:
        stop(text("cli.folder.broken", fault=str(broken)))


def _check_redis(used: Settings) -> None:
    if used.redis_url is None:
        return
    from redis import Redis, RedisError

    try:
        Redis.from_url(used.redis_url, socket_connect_timeout=2).ping()
    except RedisError:
        # Nothing depends on it: the next start of a process must not wait for it either.
        tell(text("cli.redis.away"))


def _require_free_port(used: Settings) -> None:
    from plekberaad_app.ops import serving

    if not serving.is_free(used.port):
        stop(text("cli.port.taken", port=used.port))
