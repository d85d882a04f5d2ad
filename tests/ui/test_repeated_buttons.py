"""A button that stands there for each of many things says to whom it belongs."""

from collections.abc import Iterator
from typing import Any

import pytest
import reflex as rx

from plekberaad_app.room.tablet.note_tools import more_tools
from plekberaad_app.room.tablet.state import TabletState
from plekberaad_app.room.views.common import NoteView
from plekberaad_app.ui.held_note import decide

NOTE = rx.Var("that_note", _var_type=NoteView).to(NoteView)


def buttons(drawn: Any) -> Iterator[dict[str, Any]]:
    if isinstance(drawn, dict):
        if drawn.get("name") == '"button"':
            yield drawn
        for part in drawn.values():
            yield from buttons(part)
    elif isinstance(drawn, list | tuple):
        for part in drawn:
            yield from buttons(part)


@pytest.mark.parametrize(
    "part",
    [
        lambda: more_tools(NOTE, "carousel"),
        lambda: more_tools(NOTE, "wall"),
        lambda: decide(NOTE.held, NOTE.id, TabletState.hide, NOTE.text),
    ],
    ids=["the fold of an idea", "the fold of a note", "a note that waits"],
)
def test_each_button_of_a_note_says_which_note(part):
    found = list(buttons(part().render()))
    assert len(found) >= 2
    for button in found:
        label = next(prop for prop in button["props"] if prop.startswith('"aria-label"'))
        assert "that_note" in label
