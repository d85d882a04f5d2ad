"""The page of licences is of the packages that are locked now."""

import pytest

from tests.licences import PAGE, locked, node_packages


@pytest.mark.parametrize(("name", "version"), sorted(locked().items()))
def test_every_package_of_the_lock_is_on_the_page_of_licences(name: str, version: str):
    assert f"| {name} | {version} | " in PAGE.read_text("utf-8"), "run `make licences`"


def test_so_is_every_package_of_the_frontend():
    page = PAGE.read_text("utf-8")
    missing = [
        name for name, version, _ in node_packages() if f"| {name} | {version} |" not in page
    ]
    assert not missing, "run `make licences`"
