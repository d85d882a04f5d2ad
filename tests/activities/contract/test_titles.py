"""Which names of steps are ours, so that each browser says them in its own language."""

import pytest

from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.activities.contract.titles import own_and_ours
from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n.catalogue import in_words, text


@pytest.mark.parametrize("kind", activities())
def test_the_name_that_a_new_step_gets_is_ours_in_every_language(kind: str):
    own, ours = own_and_ours(text(f"{kind}.title"))
    assert own == ""
    assert in_words(ours, "en") == text(f"{kind}.title", "en")


def test_a_name_that_a_facilitator_made_up_stays_theirs():
    assert own_and_ours("Onze wijk") == ("Onze wijk", Say())
