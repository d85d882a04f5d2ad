"""The floors of the house: no import runs upward."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_every_import_keeps_to_the_layers():
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS
