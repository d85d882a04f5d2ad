"""What stands where on the screens of a vote."""

import re
from itertools import groupby
from typing import Any

import pytest

from plekberaad_app.activities.contract.discovery import option_forms, panels
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.tablet.screen import SCREEN


@pytest.mark.parametrize(
    ("name", "screen"), [("phone", PhoneState), ("projector", ProjectorState), ("tablet", SCREEN)]
)
def test_a_wish_stands_above_the_idea_about_it_while_people_vote_and_in_the_result(
    name: Any, screen: Any
):
    drawn = str(panels(name)["voting"](screen).render())
    fields = re.findall(r'\["(challenge|label)"\]', drawn)
    # The projector draws its choices twice: in one list, or in pages.
    assert [field for field, _ in groupby(fields)][:2] == ["challenge", "label"]
    assert [field for field, _ in groupby(fields)][-1] == "label"


def test_a_screen_reader_says_of_each_button_on_a_phone_what_it_does_to_a_choice():
    drawn = str(panels("phone")["voting"](PhoneState).render())
    labels = re.findall(r'"aria-label":(.{0,80})', drawn)
    for key in ("voting.phone.add", "voting.phone.remove"):
        assert any(key in label for label in labels), labels


def test_its_form_asks_which_step_only_where_choices_come_from_one():
    form = option_forms()["voting"]
    typed = {"source": "typed", "choices": "Een bank\nEen boom", "from_step": "carousel"}
    rest = {"question": "", "budget": "3", "max_per_choice": "", "in_turn": ""}
    assert "from_step" not in form.read(typed | rest)
    taken = form.read(typed | rest | {"source": "outcomes"})
    assert (taken["from_step"], "choices" in taken) == ("carousel", False)
