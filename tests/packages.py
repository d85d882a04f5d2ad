"""Gets a program from the system's packages, where we may."""

import os
import shutil
import subprocess


def install(name: str) -> bool:
    """Whether Debian's package with this name was installed; only root may do that."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (is_root and shutil.which("apt-get")):
        return False
    run("apt-get", "update", "-q")
    return run("apt-get", "install", "-qy", "--no-install-recommends", name) == 0


def run(*command: str) -> int:
    """Run a command to its end; what it ends with."""
    return subprocess.run(command, check=False).returncode
