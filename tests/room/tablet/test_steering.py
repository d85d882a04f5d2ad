"""Where somebody goes who opens an evening they may not steer."""

import pytest

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.platform.i18n.catalogue import keys
from plekberaad_app.room.tablet.steering import way_in


def test_anyone_who_is_not_logged_in_logs_in_and_comes_back():
    assert way_in("ABCDEF", NotAllowed("not_logged_in")) == "/inloggen?naar=ABCDEF"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_anyone_who_belongs_to_another_library_hears_that_at_the_door(language):
    there = way_in("ABCDEF", NotAllowed("not_your_library"))
    assert there == "/inloggen?naar=ABCDEF&fout=not_your_library"
    assert "desk.refusal.not_your_library" in keys(language)
