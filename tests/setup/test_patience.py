"""No test depends on how fast the machine is."""

from hypothesis import settings


def test_an_example_may_take_as_long_as_a_busy_machine_needs():
    assert settings.default is not None
    assert settings.default.deadline is None
