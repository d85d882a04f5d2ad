"""A performance: the room looks and listens until somebody taps, claps, and the name is kept."""

from typing import Any

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.report import Heading, Paragraph, said
from plekberaad_app.activities.contract.views import NO_VIEW
from plekberaad_app.activities.performance.options import MAX_NAME
from plekberaad_app.activities.performance.rules import Performance
from plekberaad_app.activities.performance.views import PieceView, ShownView
from plekberaad_app.core.errors import BadInput
from plekberaad_app.platform.i18n import catalogue
from tests.activities.scenes import Room, person

BRIDGE: dict[str, Any] = {
    "piece": "De brug",
    "by": "Noor Visser",
    "genre": "poem",
    "about": "Over het water tussen twee straten",
    "image": "picture-1",
    "image_by": "Sem",
}


def room(**options: object) -> Room:
    return Room(Performance(), (person(1, 1, 1),), options=dict(options)).begin()


def line(found: Room, screen: Any = "phone") -> str:
    return catalogue.in_words(Performance().face(found.scene, Audience(screen)).line)


def script(found: Room) -> tuple[str, str]:
    told = Performance().face(found.scene, Audience("tablet")).script
    assert told
    return catalogue.in_words(told.say), catalogue.in_words(told.do)


def report(**options: object) -> list[str]:
    blocks = Performance().report(room(**options).scene)
    assert all(isinstance(block, Heading | Paragraph) for block in blocks)
    return [said(block.words) for block in blocks if isinstance(block, Heading | Paragraph)]


def test_no_clock_runs_unless_it_is_wanted_and_even_then_only_a_tap_ends_it():
    bare, timed = (Performance().stops(found.step) for found in (room(), room(has_clock=True)))
    assert [stop.has_clock for stop in bare] == [False, False]
    assert [stop.has_clock for stop in timed] == [True, False]
    assert not any(stop.ends_by_itself or stop.hurries for stop in (*bare, *timed))


@pytest.mark.parametrize("length", [5, 60, 600])
def test_the_applause_is_within_the_time_that_the_programme_reckons_with(length: int):
    lengths = [
        stop.length.total_seconds() for stop in Performance().stops(room(length=length).step)
    ]
    assert sum(lengths) == length
    assert 0 < lengths[1] < lengths[0]


def test_a_phone_says_to_put_it_away_and_for_whom_and_afterwards_whom_to_clap_for():
    found = room(**BRIDGE)
    assert line(found) == "Leg je telefoon even weg. Kijk en luister naar Noor Visser."
    assert line(found.go_to("applause")) == "Applaus voor Noor Visser!"


def test_without_a_name_every_line_still_says_what_to_do():
    found = room()
    assert line(found) == "Leg je telefoon even weg. Kijk en luister."
    assert line(found.go_to("applause")) == "Applaus!"


def test_nothing_is_asked_of_a_phone_and_a_picture_is_not_sent_to_it():
    face = Performance().face(room(**BRIDGE).scene, Audience("phone"))
    assert not face.asks
    assert face.view == PieceView("De brug", "Noor Visser", "poem", BRIDGE["about"])


def test_the_room_sees_the_picture_and_who_made_it():
    view = Performance().face(room(**BRIDGE).scene, Audience("projector")).view
    piece = ("De brug", "Noor Visser", "poem", BRIDGE["about"])
    assert view == ShownView(*piece, "picture-1", "Sem")


def test_the_facilitator_says_the_name_and_hears_whether_a_clock_runs():
    say, do = script(room(**BRIDGE))
    assert say.startswith("Hier is Noor Visser.")
    assert "Er loopt geen klok" in do
    assert "De klok loopt" in script(room(has_clock=True))[1]
    assert script(room(**BRIDGE).go_to("applause"))[0] == "Dank je wel, Noor Visser!"


def test_the_report_gives_credit_for_the_piece_and_for_its_picture():
    assert report(**BRIDGE) == [
        "De brug",
        "Gedicht van Noor Visser",
        "Over het water tussen twee straten",
        "Foto: Sem",
    ]


def test_the_report_tells_what_is_known_and_no_more():
    assert report(**BRIDGE | {"by": "", "image": ""}) == [
        "De brug",
        "Gedicht",
        "Over het water tussen twee straten",
    ]
    assert report(by="Noor Visser") == ["Door Noor Visser"]
    assert report() == []


def test_before_it_has_begun_there_is_nothing_to_give_credit_for():
    assert Performance().report(room(**BRIDGE).stand_at(-1).scene) == ()


def test_a_list_of_steps_tells_who_performs_what():
    assert Performance().summary(room(**BRIDGE).step) == "Noor Visser · De brug"
    assert Performance().summary(room(piece="De brug").step) == "De brug"
    assert Performance().summary(room().step) == ""


def test_it_never_holds_the_evening_up():
    for found in (room().stand_at(-1), room(), room().go_to("applause"), room().end()):
        assert Performance().obstacle(found.scene) is None
        assert Performance().personal(found.scene, "tag-1") == NO_VIEW


@pytest.mark.parametrize(
    "options", [{"by": 3}, {"by": "x" * (MAX_NAME + 1)}, {"genre": "opera"}, {"has_clock": "yes"}]
)
def test_options_of_a_wrong_type_or_size_are_refused(options: dict[str, object]):
    with pytest.raises(BadInput):
        Performance().options(options)
