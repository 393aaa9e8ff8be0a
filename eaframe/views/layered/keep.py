"""An order kept: Graphviz swaps blocks now and then that it was told to leave; here they are put right again.

Dot compares only the two that it swaps, not those between them that have no line to the next row (`reorder` in its
mincross.c), so edges within a row do not bind it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def in_order(
    row: Sequence[str],
    lanes: Sequence[str],
    x: Mapping[str, float],
    apart: Mapping[str, float],
    weights: Mapping[str, int],
) -> dict[str, float]:
    """The x of all blocks and lanes of a row, blocks in the order of ``row``: as near to ``x`` as may be.

    ``apart`` is how much room each takes, px; the heavier one is, the less it moves.
    """
    if all(x[one] < x[other] for one, other in pairwise(row)):
        return {id_: x[id_] for id_ in (*row, *lanes)}
    blocks = iter(row)
    of_row = frozenset(row)
    found = [next(blocks) if id_ in of_row else id_ for id_ in sorted((*row, *lanes), key=x.__getitem__)]
    starts: list[float] = []  # where each would begin, were all before it of no width
    before = 0.0
    for id_ in found:
        starts.append(before + apart[id_] / 2)
        before += apart[id_]
    wanted = [x[id_] - start for id_, start in zip(found, starts, strict=True)]
    even = _rising(wanted, [weights.get(id_, 0) + 1 for id_ in found])
    return {id_: at + start for id_, at, start in zip(found, even, starts, strict=True)}


def _rising(wanted: Sequence[float], weights: Sequence[int]) -> list[float]:
    """The numbers nearest to ``wanted`` none of which is smaller than the one before it (pooled adjacent violators)."""
    pools: list[tuple[float, int, int]] = []  # mean, weight, how many
    for one, weight in zip(wanted, weights, strict=True):
        pools.append((one, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, mass, count), (last_mean, last_mass, last_count) = pools[-2:]
            both = mass + last_mass
            pools[-2:] = [((mean * mass + last_mean * last_mass) / both, both, count + last_count)]
    return [mean for mean, _, count in pools for _ in range(count)]
