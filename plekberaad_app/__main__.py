"""`python -m plekberaad_app`: the commands of the program."""

import gc

# Imports make many objects and little garbage: collecting meanwhile is a quarter of every start.
gc.disable()

from plekberaad_app.cli import cli  # noqa: E402

cli(prog_name="python -m plekberaad_app")
