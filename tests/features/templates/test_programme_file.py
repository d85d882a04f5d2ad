"""A programme as a file: what was written reads back, and nothing else is taken in."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.programme import Step
from plekberaad_app.features.templates import MAX_FILE
from plekberaad_app.features.templates.declared import TEMPLATES
from plekberaad_app.features.templates.filling import steps_from
from plekberaad_app.features.templates.programme_file import VERSION, read, written
from plekberaad_app.room.programme_edits import MAX_STEPS, new_step

STEPS = steps_from(TEMPLATES[0], 150)


def file(**changed: Any) -> dict[str, Any]:
    """A file that can be read, with something else in it."""
    return {**json.loads(written("Onze avond", STEPS)), **changed}


def with_step(**changed: Any) -> dict[str, Any]:
    """The same, with something else in its first step."""
    first, *others = file()["steps"]
    return file(steps=[{**first, **changed}, *others])


def refusal(content: Any) -> str:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    with pytest.raises(BadInput) as refused:
        read(raw)
    return refused.value.code


def test_what_was_written_reads_back():
    found = read(written("Onze avond", STEPS))
    assert (found.name, found.steps) == ("Onze avond", STEPS)


@given(
    name=st.text(min_size=1, max_size=20).filter(lambda text: text.strip() and text.isprintable()),
    minutes=st.integers(60, 720),
    template=st.sampled_from(TEMPLATES),
)
def test_every_template_survives_the_way_through_a_file(name, minutes, template):
    steps = steps_from(template, minutes, "Wat kan hier?")
    assert read(written(name, steps)).steps == steps


def test_own_words_go_along_and_who_does_it_stays_behind():
    script = {"show": {"say": "Dag!"}}
    step = replace(STEPS[0], who="Fenna", script=script)
    content = written("Onze avond", (step, *STEPS[1:]))
    assert b"Fenna" not in content
    assert read(content).steps[0].script == script


def test_a_file_with_a_mark_of_its_encoding_is_read_too():
    assert read(b"\xef\xbb\xbf" + written("Onze avond", STEPS)).name == "Onze avond"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "plekberaad-programma", "version": NaN}',
        b"9" * 10_000,
        written("Onze avond", STEPS)[:-1],
    ],
    ids=["empty", "half", "binary", "deep", "not a number", "a long number", "cut off"],
)
def test_what_is_broken_is_refused(content):
    assert refusal(content) == "file_unreadable"


@pytest.mark.parametrize(
    "content",
    [[], None, "tekst", 5, {}, {"format": "x"}, {"format": 1, "version": 1}, file(format="ics")],
)
def test_what_is_something_else_is_refused(content):
    assert refusal(content) == "file_foreign"


def test_what_is_too_large_is_refused_before_it_is_read():
    assert refusal(b"x" * (MAX_FILE + 1)) == "file_too_large"


def test_what_a_newer_version_wrote_is_refused_as_such():
    assert refusal(file(version=VERSION + 1, wat=1)) == "file_newer"
    assert refusal(with_step(options={"confetti": True})) == "file_newer"


def test_an_activity_that_is_not_there_is_refused():
    assert refusal(with_step(kind="dance")) == "file_unknown_kind"


@pytest.mark.parametrize(
    "content",
    [
        file(version="1"),
        file(version=0),
        file(version=True),
        file(name=""),
        file(name="x" * 61),
        file(name="🇳🇱" * 280),
        file(name=5),
        file(extra=1),
        file(steps=[]),
        file(steps={}),
        file(steps=[1]),
        file(steps=file()["steps"] * 11),
        file(steps=[file()["steps"][0]] * 2),
        with_step(id="x"),
        with_step(id="../../etc/passwd"),
        with_step(title=" "),
        with_step(title="🇳🇱" * 280),
        with_step(options=[]),
        with_step(options={"length": "600"}),
        with_step(options={"length": 10**9}),
        with_step(options={"text": "x" * 100_000}),
        with_step(script={"show": {"zing": "la"}}),
        with_step(script={"show": {"say": "x" * 5000}}),
        with_step(plan={"rotation": {}}),
        with_step(who="Fenna"),
        with_step(title="a\0b", options={"text": "\0"}),
        with_step(title="\ud800"),
    ],
)
def test_what_is_not_as_it_should_be_is_refused(content):
    assert refusal(content) == "file_unreadable"


def test_sixty_steps_are_too_many_and_thirty_are_not():
    many = tuple(new_step("welcome", "Welkom", {}, f"step-{at:04}") for at in range(60))
    assert len(read(written("Lang", many[:MAX_STEPS])).steps) == MAX_STEPS
    content = {**file(), "steps": [as_json(step) for step in many]}
    assert refusal(content) == "file_unreadable"


def as_json(step: Step) -> dict[str, Any]:
    return {"id": step.id, "kind": step.kind, "title": step.title, "options": dict(step.options)}


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_calmly(content: bytes):
    with pytest.raises(BadInput):
        read(content)


OUTCOMES = {"", "file_unreadable", "file_foreign", "file_newer", "file_unknown_kind"}


def outcome(content: Any) -> str:
    """The code of a refusal, or ''."""
    try:
        read(json.dumps(content).encode())
    except BadInput as refused:
        return refused.code
    return ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(field=st.sampled_from(["name", "steps", "version"]), value=JSON)
def test_any_value_in_any_place_is_read_or_refused_calmly(field: str, value: Any):
    assert outcome(file(**{field: value})) in OUTCOMES


@given(field=st.sampled_from(["kind", "title", "options", "script", "id"]), value=JSON)
def test_any_value_in_any_place_of_a_step_too(field: str, value: Any):
    assert outcome(with_step(**{field: value})) in OUTCOMES
