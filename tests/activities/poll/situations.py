"""What can be in the way of a poll."""

from collections.abc import Callable, Mapping

from plekberaad_app.core.programme import Step
from tests.rooms import Room, open_room

WELCOME, CLOSING = Step("welcome", "welcome", "Welkom"), Step("closing", "welcome", "Slot")


def _before(**options: object) -> Room:
    return open_room((Step("poll", "poll", "Peiling", options), CLOSING))


def without_a_question() -> Room:
    return _before(choices=["Een bank", "Een boom"])


def without_anything() -> Room:
    return _before()


def with_one_choice() -> Room:
    return _before(question="Wat komt er?", choices=["Een bank"])


def a_quiz_without_a_right_answer() -> Room:
    return _before(kind="quiz", question="Hoe oud?", choices=["Tien", "Twintig"])


def skipped_into() -> Room:
    room = open_room((WELCOME, Step("poll", "poll", "Peiling", {"question": "Wat?"}), CLOSING))
    room.steer("next")
    room.steer("skip")
    return room


SITUATIONS: Mapping[Callable[[], Room], str] = {
    without_a_question: "poll.no_question",
    without_anything: "poll.no_question",
    with_one_choice: "poll.no_choices",
    a_quiz_without_a_right_answer: "poll.no_right_answer",
    skipped_into: "poll.no_choices",
}
