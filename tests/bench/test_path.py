"""The way of an idea and of *Volgende* through the program, as `bench.path` counts it."""

import pytest

from bench import path
from tests.live.watching import only_our_houses
from tests.rooms import room_in_ideas

__all__ = ["only_our_houses"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


async def test_the_way_is_through_files_of_ours_and_every_folder_it_enters_is_counted():
    for way in (await path.ways(room_in_ideas())).values():
        folders = {path.folder(file) for file in way.files}
        assert all(file.startswith(str(path.PACKAGE)) for file in way.files)
        assert len(folders) - 1 <= way.crossings <= way.calls
        assert not {file for file in way.files if "/ops/" in file or "/features/" in file}
