"""Panels of one kind of screen on another page have a state, and so files, of their own."""

import re

import plekberaad_app.plekberaad_app  # noqa: F401  (draws every page)
from plekberaad_app.room.host.page import HOST_PANELS
from plekberaad_app.room.phone.page import PHONE_PANELS

FILE = re.compile(r'import\("([^"]+)"\)')


def test_no_two_pages_draw_a_panel_from_the_same_file():
    phone, host = PHONE_PANELS._listed, HOST_PANELS._listed
    assert phone[0] != host[0]
    files = [set(FILE.findall(listed[1])) for listed in (phone, host)]
    assert len(files[0]) == len(files[1]) > 1
    assert not files[0] & files[1]
