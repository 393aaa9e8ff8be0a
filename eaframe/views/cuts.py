"""Where nothing stands, so that a picture can be cut there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def gaps(taken: Iterable[tuple[float, float]]) -> tuple[float, ...]:
    """The middles of what lies between ranges that are taken."""
    found: list[tuple[float, float]] = []
    for start, end in sorted(taken):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple((one[1] + other[0]) / 2 for one, other in pairwise(found))
