"""What a phone says of the person behind it, before the evening is closed and after."""

import pytest

from plekberaad_app.core.programme import Step
from plekberaad_app.features.privacy.my_data_page import my_data_page
from plekberaad_app.features.privacy.my_data_state import MyDataView, view_of
from plekberaad_app.features.privacy.own_data import own_data
from plekberaad_app.platform.i18n.catalogue import text
from tests.casting import own_settings, quick_hashes
from tests.rooms import open_room
from tests.ui.reading import as_read

__all__ = ["own_settings", "quick_hashes"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


def answers(view: MyDataView) -> tuple[str, str, bool]:
    return view.kind, view.habit, view.is_wiped


def test_answers_that_were_wiped_are_said_to_be_wiped():
    room = open_room()
    room.fill(4)
    visitor = room.check_in("Samira", kind="resident", habit="never")
    assert answers(view_of(own_data(visitor))) == ("resident", "never", False)
    room.steer("next")
    room.steer("close")
    assert answers(view_of(own_data(visitor))) == ("", "", True)
    assert as_read(my_data_page()).count(text("my_data.wiped")) == 2


def test_dots_are_counted_and_what_was_written_is_shown():
    room = open_room()
    room.fill(6)
    room.seat(1)
    room.bring_challenges(per_table=2)
    visitor = room.visitors[-1]
    room.go_to("carousel", "ideas")
    room.act(visitor, "add_idea", id="een-idee-01", text="Een bankje")
    room.go_to("voting", "vote")
    for number in (1, 2):
        room.act(visitor, "vote", step="voting", id=f"stip-00{number}", choice="choice-1")
    view = view_of(own_data(visitor))
    assert [line.text for line in view.written] == ["Een bankje"]
    assert {key: count for key, count in view.counts.items() if count} == {"voting.my_dots": 2}
    assert text("voting.my_dots") in as_read(my_data_page())


def test_of_an_answer_the_words_are_shown_and_nothing_that_the_program_keeps_with_them():
    asked = {"question": "Hoe kwam je?", "choices": ["Te voet", "Met de fiets"]}
    room = open_room(
        (
            Step("poll", "poll", "Peiling", asked),
            Step("scale", "poll", "Cijfer", {"question": "Hoe was het?", "kind": "scale"}),
            Step("carousel", "carousel", "Carrousel"),
        )
    )
    room.fill(6)
    visitor = room.visitors[-1]
    room.go_to("poll", "answer")
    room.act(visitor, "choose", step="poll", choice="choice-2")
    room.go_to("scale", "answer")
    room.act(visitor, "choose", step="scale", choice="4")
    assert [line.text for line in view_of(own_data(visitor)).written] == ["Met de fiets", "4"]
