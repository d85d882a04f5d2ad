"""A wall in tiers: whatever happens to it, a screen that merges shows the whole wall."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.wall_vars import TIERS
from plekberaad_app.live.tiers import CAPACITIES, Tiers

CHANGES = st.lists(
    st.one_of(
        st.just(("add", 0)),
        st.tuples(st.sampled_from(["change", "remove"]), st.integers(0, 200)),
    ),
    max_size=150,
)


def shown(screen: Mapping[str, Sequence[str]]) -> list[str]:
    return [note for name in TIERS for note in screen[name]]


@given(CHANGES)
def test_a_screen_that_got_every_update_shows_the_wall(changes):
    tiers, wall = Tiers(), []
    screen = dict(tiers.update([]).items()) or dict.fromkeys(TIERS, ())
    for number, (what, at) in enumerate(changes):
        if what == "add":
            wall.append(f"note {number}")
        elif wall and what == "change":
            wall[at % len(wall)] = f"note {number}"
        elif wall:
            del wall[at % len(wall)]
        screen |= tiers.update(list(wall))
        assert shown(screen) == wall
        assert shown(dict(tiers.all())) == wall


def test_a_new_note_makes_only_the_newest_tier_travel():
    tiers = Tiers()
    wall = [f"note {number}" for number in range(100)]
    tiers.update(wall)
    assert set(tiers.update([*wall, "one more"])) == {"notes_newest"}


def test_nothing_travels_when_nothing_changed():
    tiers = Tiers()
    tiers.update(["a", "b"])
    assert tiers.update(["a", "b"]) == {}


def test_a_growing_wall_sends_a_note_a_handful_of_times():
    tiers, wall, sent = Tiers(), [], 0
    for number in range(400):
        wall.append(f"note {number}")
        sent += sum(len(tier) for tier in tiers.update(list(wall)).values())
    assert sent / 400 < 9


def test_no_tier_but_the_oldest_grows_beyond_its_capacity():
    tiers, wall = Tiers(), []
    for number in range(200):
        wall.append(number)
        tiers.update(list(wall))
        for name, capacity in zip(TIERS, CAPACITIES, strict=True):
            assert capacity is None or len(tiers.all()[name]) <= capacity
