"""Gets a program from the system's packages, where we may."""

import os
import shutil
import subprocess
import time

# Somebody else's apt-get may be at work: a start of the machine, or the tests of another folder.
LOCK_SECONDS = 600.0
AGAIN_SECONDS = 3.0
LOCKED = "Could not get lock"


def may_install() -> bool:
    """Whether this is a Debian where we are root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def refresh() -> bool:
    """Bring the lists of packages up to date."""
    return _apt("update", "-q")


def install(name: str) -> bool:
    """Whether Debian's package with this name was installed."""
    return _apt("install", "-qy", "--no-install-recommends", name)


def _apt(*words: str) -> bool:
    """Whether apt-get did this; it waits for some of its locks only, so it is asked again."""
    environment = os.environ | {"LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        done = subprocess.run(
            ["apt-get", *words], env=environment, stderr=subprocess.PIPE, text=True, check=False
        )
        if LOCKED not in done.stderr or time.monotonic() > deadline:
            print(done.stderr, end="")  # noqa: T201
            return done.returncode == 0
        time.sleep(AGAIN_SECONDS)
