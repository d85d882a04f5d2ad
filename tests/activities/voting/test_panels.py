"""What stands where on the screens of a vote."""

import re
from itertools import groupby
from typing import Any

import pytest

from plekberaad_app.activities.contract.discovery import panels
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
