"""The command `plekberaad`, or `python -m plekberaad_app`."""

import gc

# Imports make many objects and little garbage: collecting meanwhile is a quarter of every start.
gc.disable()

from plekberaad_app.ops.cli import cli  # noqa: E402


def main() -> None:
    """Run the command that was given."""
    cli(prog_name="plekberaad")


if __name__ == "__main__":
    main()
