"""Shared stretches of lines: drawn once, so that a trunk is no thicker than its branches."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eaframe.views.layout import PlacedEdge, Point

_BEND: Final = 14.0  # px: a branch begins this much earlier, so that there is room for its bend


def starts(edges: Iterable[PlacedEdge]) -> dict[str, float]:
    """How far from its shared end each line is drawn already, px, by edge id; 0 where nothing is."""
    drawn: dict[tuple[str, bool, Point], list[Sequence[Point]]] = {}
    found = {}
    for placed in edges:
        points = placed.points if placed.shared_end == "source" else placed.points[::-1]
        before = drawn.setdefault((placed.edge.type, placed.edge.origin == "derived", points[0]), [])
        common = max((_common(points, other) for other in before), default=0.0)
        found[placed.edge.id] = max(common - _BEND, 0.0)
        before.append(points)
    return found


def cut(points: Sequence[Point], start: float) -> list[Point]:
    """The part of a line after its first ``start`` px."""
    left = start
    for index, (one, other) in enumerate(pairwise(points)):
        length = math.dist(one, other)
        if left < length:
            part = left / length
            first = (one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part)
            return [first, *points[index + 1 :]]
        left -= length
    return list(points[-2:])


def _common(points: Sequence[Point], other: Sequence[Point]) -> float:
    """The length that two lines from one point share at their beginning; both bend at right angles only."""
    shared = 0.0
    for (start, end), (_, other_end) in zip(pairwise(points), pairwise(other), strict=False):
        if end == other_end:
            shared += math.dist(start, end)
            continue
        ahead, aside = _turned(start, end, other_end)
        return shared + (min(ahead, math.dist(start, end)) if ahead > 0 and not aside else 0.0)
    return shared


def _turned(start: Point, end: Point, other: Point) -> tuple[float, float]:
    """How far ``other`` lies ahead and aside, seen from ``start`` towards ``end``."""
    length = math.dist(start, end) or 1.0
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    to = (other[0] - start[0], other[1] - start[1])
    return to[0] * along[0] + to[1] * along[1], abs(to[0] * along[1] - to[1] * along[0])
