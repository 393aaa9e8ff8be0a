"""Lines within a row: straight from side to side between neighbours, around everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.views.layered.bundles import make_flat_bundles
from eaframe.views.layered.nets import Net, Route, flat_net

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.plan import Plan
    from eaframe.views.layout import EdgeText, Point, Rect, Sizes
    from eaframe.views.view import View, ViewEdge

Straight = tuple["Point", "Point"]
_SHORTEST: Final = 18.0  # px: room for a line and its arrowhead
_APART: Final = 10.0  # px between two lines that join the same two boxes
_TEXT_ROOM: Final = 26.0  # px of line left beside a text


def straight_lines(view: View, edges: Sequence[ViewEdge], plan: Plan, sizes: Sizes) -> dict[str, Straight]:
    """The ends of those edges within rows that can be straight lines, y from the top of the row."""
    inside = {node.id: frozenset(view.around(node.id)) for node in view.nodes}
    taken: set[tuple[frozenset[str], float]] = set()
    found = {}
    for edge in edges:
        row = plan.row_of[edge.source]
        boxes = {id_: box for id_, box in plan.boxes.items() if plan.row_of[id_] == row}
        ends = _straight(edge, boxes, inside, sizes.edges.get(edge.id), taken)
        if ends is not None:
            found[edge.id] = ends
    return found


def detours(edges: Sequence[ViewEdge], plan: Plan, sizes: Sizes, nets: Sequence[Net]) -> tuple[list[Net], list[Route]]:
    """The other edges within rows: around, above or below the row, wherever less goes on."""
    load = [0] * (len(plan.heights) + 1)
    for net in nets:
        load[net.channel] += 1
    by_row: dict[int, list[ViewEdge]] = {}
    for edge in edges:
        by_row.setdefault(plan.row_of[edge.source], []).append(edge)
    found, routes = [], []
    for row, inside in sorted(by_row.items()):
        for bundle in make_flat_bundles(inside, "bottom" if load[row + 1] <= load[row] else "top", sizes.edges):
            net, more = flat_net(bundle, row)
            load[net.channel] += 1
            found.append(net)
            routes += more
    return found, routes


def _straight(
    edge: ViewEdge,
    boxes: Mapping[str, Rect],
    inside: Mapping[str, frozenset[str]],
    text: EdgeText | None,
    taken: set[tuple[frozenset[str], float]],
) -> Straight | None:
    """A straight line between two boxes of one row, if there is room and nothing stands between."""
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
