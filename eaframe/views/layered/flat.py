"""Lines within a row: straight from side to side between neighbours, around everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.views.layout import EdgeText, Point, Rect
    from eaframe.views.view import ViewEdge

_SHORTEST: Final = 18.0  # px: room for a line and its arrowhead
_APART: Final = 10.0  # px between two lines that join the same two boxes
_TEXT_ROOM: Final = 26.0  # px of line left beside a text


def straight_across(
    edge: ViewEdge,
    boxes: Mapping[str, Rect],
    inside: Mapping[str, frozenset[str]],
    text: EdgeText | None,
    taken: set[tuple[frozenset[str], float]],
) -> tuple[Point, Point] | None:
    """The ends of a straight line between two boxes of one row, if there is room and nothing stands between.

    ``boxes`` are those of the row, ``inside`` tells what contains each; ``taken`` collects the heights used.
    """
    source, target = boxes[edge.source], boxes[edge.target]
    left, right = (source, target) if source.x <= target.x else (target, source)
    if right.x - left.right < max(_SHORTEST, text.width + _TEXT_ROOM if text else 0.0):
        return None
    low, high = max(left.y, right.y) + _APART, min(left.bottom, right.bottom) - _APART
    pair = frozenset((edge.source, edge.target))
    around = inside[edge.source] | inside[edge.target] | pair
    for step in (0.0, _APART, -_APART, 2 * _APART, -2 * _APART):
        y = (low + high) / 2 + step
        if not low <= y <= high:
            break
        if (pair, y) in taken:
            continue
        for id_, box in boxes.items():
            if id_ not in around and box.x < right.x and box.right > left.right and box.y <= y <= box.bottom:
                return None
        taken.add((pair, y))
        ends = ((left.right, y), (right.x, y))
        return ends if left is source else (ends[1], ends[0])
    return None
