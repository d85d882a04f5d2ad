"""What the carousel says about its own buttons."""

import pytest

from plekberaad_app.platform.i18n import catalogue
from plekberaad_app.platform.i18n.catalogue import Language


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_who_has_no_first_step_yet_is_told_which_button_to_tap(lang: Language):
    button = catalogue.text("carousel.phone.not_yet", lang)
    assert f"‘{button}’" in catalogue.text("carousel.phone.what_missing", lang)
