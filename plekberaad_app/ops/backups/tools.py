"""Running other programs that do part of the work."""

import os
import shutil
import subprocess
from collections.abc import Mapping

from plekberaad_app.ops.backups.refusal import BackupRefused


def require(tool: str, code: str = "no_tool") -> None:
    """Raise BackupRefused with this code if the program is not on this machine."""
    if shutil.which(tool) is None:
        raise BackupRefused(code, tool=tool)


def run(tool: str, *words: str, environment: Mapping[str, str] | None = None) -> str:
    """What a tool prints; raises BackupRefused: no_tool, failed (with the last thing it said)."""
    require(tool)
    ended = subprocess.run(
        [tool, *words],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode != 0:
        reason = ended.stderr.strip().splitlines()
        raise BackupRefused("failed", tool=tool, reason=reason[-1] if reason else "")
    return ended.stdout
