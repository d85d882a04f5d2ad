"""What the screens of a poll draw: a choice is what it looks like, also to a screen reader."""

import re
from pathlib import Path

from plekberaad_app.activities import poll
from plekberaad_app.activities.contract.discovery import panels
from plekberaad_app.room.phone.state import PhoneState

PHONE_SHEET = (Path(poll.__file__).parent / "phone.css").read_text("utf-8")


def test_where_several_may_be_chosen_each_is_a_box_and_elsewhere_one_of_a_group():
    drawn = str(panels("phone")["poll"](PhoneState).render())
    kinds = re.findall(r'"several"\] \? "(\w+)" : "(\w+)"', drawn)
    assert set(kinds) == {("group", "radiogroup"), ("checkbox", "radio")}
    assert "aria-checked" in drawn
    assert "aria-pressed" not in drawn
    box = re.search(r'\[role="checkbox"\] \.poll-mark \{(.*?)\}', PHONE_SHEET, re.DOTALL)
    assert box
    assert "50%" not in box[1]
