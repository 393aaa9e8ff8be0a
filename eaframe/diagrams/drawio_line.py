"""Where a line of draw.io leaves and enters its boxes, and where its label stands."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from eaframe.diagrams.drawio_shapes import style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.layout import Point, Rect


def tied(points: Sequence[Point], source: Rect, target: Rect) -> str:
    """The ends of a line as shares of the boxes that they are tied to, and how it bends when these are moved."""
    bends = all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(points))
    (exit_x, exit_y), (entry_x, entry_y) = _share(points[0], source), _share(points[-1], target)
    return (
        style(edgeStyle="orthogonalEdgeStyle" if bends else "none")
        + style(exitX=exit_x, exitY=exit_y, exitDx=0, exitDy=0, exitPerimeter=0)
        + style(entryX=entry_x, entryY=entry_y, entryDx=0, entryDy=0, entryPerimeter=0)
    )


def label_place(points: Sequence[Point], at: Point) -> float:
    """How far along a line a label stands: -1 at its source, 0 in the middle, 1 at its target."""
    total = sum(math.dist(one, other) for one, other in pairwise(points))
    before, best = 0.0, (math.inf, 0.0)
    for one, other in pairwise(points):
        length = math.dist(one, other)
        if length:
            along = ((at[0] - one[0]) * (other[0] - one[0]) + (at[1] - one[1]) * (other[1] - one[1])) / length
            along = min(max(along, 0.0), length)
            part = along / length
            foot = (one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part)
            best = min(best, (math.dist(foot, at), before + along))
        before += length
    return 2 * best[1] / total - 1 if total else 0.0


def _share(point: Point, rect: Rect) -> tuple[float, float]:
    return round((point[0] - rect.x) / rect.width, 4), round((point[1] - rect.y) / rect.height, 4)
