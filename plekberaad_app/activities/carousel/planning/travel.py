"""Strides: how small travel groups move on so that they meet as many others as possible.

Tables stand in a circle. The thinkers of a home table form travel groups; in every round the group
with stride d moves d tables on, so that in round t+1 it is d·t tables from home (modulo the number
of tables m). For one stride that is a rotation of the circle: every table receives exactly one
group with that stride in every round, and tables stay equally full.

- A group is back at a table after m / gcd(d, m) rounds. With d coprime to m that is m rounds: it
  has then seen every table. A smaller circle is fine as long as there are no more rounds than it
  has tables, or as another owner has the turn at each return; `permitted` checks just that.
- Groups with strides d and e from two homes meet when (d - e)·t equals the distance between these
  homes. If d - e is coprime to m that happens at most once in m rounds: every meeting is a new one.
  In general they meet as many different partners as (d - e)·t has values.

With a prime number of tables all differences are coprime to m; for other numbers `best_strides`
weighs all sets of permitted strides and takes the one with most meetings.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import gcd


def circle(stride: int, tables: int) -> int:
    """After how many rounds this stride is back where it was."""
    return tables // gcd(stride, tables)


def permitted(turns: Mapping[int, Sequence[str]]) -> tuple[int, ...]:
    """The strides with which nobody hears the same challenge twice.

    `turns` holds per table who has the turn in each round; '' is nobody.
    """
    tables = len(turns)
    return tuple(
        stride
        for stride in range(tables)
        if not any(_returns(row, circle(stride, tables)) for row in turns.values())
    )


def _returns(row: Sequence[str], period: int) -> bool:
    """Whether the same challenge is on turn at two visits that are `period` rounds apart."""
    visits = (
        [challenge for challenge in row[start::period] if challenge] for start in range(period)
    )
    return any(len(set(heard)) < len(heard) for heard in visits)


@lru_cache(maxsize=64)
def best_strides(
    allowed: tuple[int, ...], tables: int, rounds: int, thinkers: int, hosts: int
) -> tuple[int, ...]:
    """The set of strides that gives most meetings when each home has `thinkers` to send round.

    `hosts` is the number of owners in the room. There are never more strides than thinkers.
    """
    most = min(len(allowed), max(thinkers, 1))
    sets = (chosen for count in range(1, most + 1) for chosen in combinations(allowed, count))
    return max(sets, key=lambda chosen: _meetings(chosen, tables, rounds, thinkers, hosts))


def _meetings(strides: Sequence[int], tables: int, rounds: int, thinkers: int, hosts: int) -> int:
    share, extra = divmod(thinkers, len(strides))
    groups = [(stride, share + (index < extra)) for index, stride in enumerate(strides)]
    within = sum(tables * size * (size - 1) // 2 for _, size in groups)
    with_hosts = sum(hosts * size * _values(stride, tables, rounds) for stride, size in groups)
    between = sum(
        tables * size * other * _values(abs(stride - other_stride), tables, rounds)
        for (stride, size), (other_stride, other) in combinations(groups, 2)
    )
    return within + with_hosts + between


def _values(stride: int, tables: int, rounds: int) -> int:
    """How many different tables a stride reaches."""
    return min(circle(stride, tables), rounds)


def travel_groups(
    chairs: Sequence[str], hosting: Collection[str], together: Mapping[str, str], count: int
) -> tuple[int, ...]:
    """Per chair of a home table the travel group, 0 to `count` - 1; -1 for anyone who stays.

    Who came together travels together; apart from that the groups are filled evenly, in the order
    of the chairs. Chairs of hosts, and open ones (''), get no group.
    """
    sizes = [0] * count
    group_of: dict[str, int] = {}
    for members in _companies([one for one in chairs if one and one not in hosting], together):
        group = sizes.index(min(sizes))
        sizes[group] += len(members)
        group_of |= dict.fromkeys(members, group)
    return tuple(group_of.get(one, -1) for one in chairs)


def _companies(thinkers: Sequence[str], together: Mapping[str, str]) -> list[list[str]]:
    """Who travels with whom; the largest company first."""
    companies: dict[str, list[str]] = {}
    for one in thinkers:
        tag = together.get(one)
        companies.setdefault(f"group {tag}" if tag else f"person {one}", []).append(one)
    return sorted(companies.values(), key=len, reverse=True)
