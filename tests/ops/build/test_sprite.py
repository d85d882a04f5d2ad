"""The sprite that browsers fetch has every icon that a screen may draw."""

import gzip
import re

import pytest

from plekberaad_app.platform.frontend import PAGES
from plekberaad_app.ui.icons import ICONS, icon_files

ICON = re.compile(r'<symbol id="([^"]+)"')


def test_an_icon_in_the_folder_of_an_activity_is_one_of_all():
    own = {name for file in icon_files()[1:] for name in ICON.findall(file.read_text("utf-8"))}
    assert own
    assert own < ICONS


@pytest.mark.served
def test_the_built_sprite_has_the_icons_of_all_folders_compressed_too(built: None):
    sprite = (PAGES / "icons.svg").read_text("utf-8")
    assert set(ICON.findall(sprite)) == ICONS
    assert gzip.decompress((PAGES / "icons.svg.gz").read_bytes()).decode() == sprite
