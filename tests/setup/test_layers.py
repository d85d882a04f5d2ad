"""The floors of the house: no import runs upward."""

import subprocess
import sys

from plekberaad_app.platform.settings import ROOT

# In a process of its own: import-linter switches off the loggers that other tests look at.
LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)


def test_every_import_keeps_to_the_layers():
    ended = subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout
