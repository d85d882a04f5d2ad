"""A newer version of the program, built: its phone page has one more var."""

import shutil
import subprocess
import sys
from pathlib import Path

from plekberaad_app.platform.settings import ROOT

NEEDED = ("plekberaad_app", "assets", "alembic", "reflex.lock", ".web")
STATE = Path("plekberaad_app/room/phone/state.py")
BEFORE = '    _code: str = ""\n'


class NewVersion:
    """The project in a folder of its own, changed and built; takes half a minute."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in NEEDED:
            shutil.copytree(ROOT / name, folder / name, symlinks=True)
        for file in ROOT.glob("*.*"):
            if file.is_file():
                shutil.copy(file, folder)
        state = folder / STATE
        code = state.read_text("utf-8")
        assert code.count(BEFORE) == 1
        state.write_text(code.replace(BEFORE, f"    is_newer: bool = True\n\n{BEFORE}"), "utf-8")
        command = [sys.executable, "-m", "plekberaad_app", "build"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
