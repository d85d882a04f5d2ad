"""Messages as no browser sends them, made by Hypothesis: the same in every run."""

import json
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.clients.websocket import TEXT
from tests.security.floods import PHONE_STATE, event_frame

BINARY = 0x82
Frame = tuple[int, bytes]
HANDLERS = ("act", "enter", "leave", "offer_challenge", "steer", "setvar")


def events(word: str) -> st.SearchStrategy[Frame]:
    """Socket.io's events with anything in them: types, depth, NaN, huge numbers, surrogates."""
    junk = st.recursive(
        st.none()
        | st.booleans()
        | st.floats(allow_nan=True)
        | st.integers(min_value=-(10**40), max_value=10**40)
        | st.text(alphabet=st.characters(categories=None), max_size=20)
        | st.sampled_from([word, "\ud800", float("nan"), float("-inf"), 10**4000]),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.text(max_size=8) | st.just(word), inner, max_size=4)
        ),
        max_leaves=12,
    )
    names = st.sampled_from([f"{PHONE_STATE}.{handler}" for handler in HANDLERS]) | junk
    parts = {"payload": junk, "router_data": junk, "tap": junk, "token": junk}
    known = st.fixed_dictionaries({"name": names}, optional=parts)
    # More digits and more depth than Python writes by itself.
    texts = (
        (known | known | junk).map(json.dumps)
        | st.integers(1, 3_000).map(lambda depth: "[" * depth + "]" * depth)
        | st.integers(1, 3_000).map(lambda depth: '{"name":' * depth + "1" + "}" * depth)
        | st.integers(4_301, 9_000).map(lambda digits: "9" * digits)
        | st.sampled_from(["1e999", "-1e-999", "-0", "NaN", "Infinity", '"\\ud800"', "\ud800"])
    )
    return texts.map(lambda text: (TEXT, event_frame(text)))


def packets(word: str) -> st.SearchStrategy[Frame]:
    """What is no event at all: bytes, and packets that the layers below do not know."""
    raw = st.binary(max_size=200)
    kinds = st.sampled_from([b"", b"4", b"42", b"45", b"451-", b"6", b"9", b"b", word.encode()])
    text = st.tuples(kinds, raw | st.just(word.encode())).map(b"".join)
    return raw.map(lambda made: (BINARY, made)) | text.map(lambda made: (TEXT, made))


def made(strategy: Callable[[str], st.SearchStrategy[Frame]], word: str, most: int) -> list[Frame]:
    """So many of these at most; takes a while."""
    frames: list[Frame] = []

    @seed(2026)
    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(strategy(word))
    def make(one: Frame) -> None:
        frames.append(one)

    make()
    return frames
