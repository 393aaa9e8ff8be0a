"""Where the texts of containers stand, so that lines to the boxes in them can go past."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.views.sizes import CAPTION_SIZE, ICON, NAME_SIZE, PADDING
from eaframe.views.text import width

if TYPE_CHECKING:
    from eaframe.views.layered.plan import Plan
    from eaframe.views.layout import Rect, Size, Sizes
    from eaframe.views.view import View

_CLEAR: Final = 6.0  # px between a text and a line


def heads_over(view: View, plan: Plan, sizes: Sizes) -> dict[str, list[tuple[float, float]]]:
    """For each box in others: the ranges of x over it that texts and icons of those others take."""
    found = {}
    for node in view.nodes:
        around = view.around(node.id)
        if around:
            found[node.id] = [taken for id_ in around for taken in _taken(plan.boxes[id_], sizes.nodes[id_])]
    return found


def _taken(box: Rect, size: Size) -> list[tuple[float, float]]:
    texts = [width(line, CAPTION_SIZE) for line in size.caption]
    texts += [width(line, NAME_SIZE, "semibold") for line in size.lines]
    end = box.x + PADDING + max(texts, default=0.0)
    return [(box.x, end + _CLEAR), (box.right - PADDING - ICON - _CLEAR, box.right)]


def free_range(low: float, high: float, taken: list[tuple[float, float]]) -> tuple[float, float]:
    """The widest part of a range that nothing takes; the whole range where everything is taken."""
    edges = sorted({low, high, *(at for one in taken for at in one if low < at < high)})
    free: list[tuple[float, float]] = []
    for start, end in pairwise(edges):
        if not any(one[0] < end and start < one[1] for one in taken):
            if free and free[-1][1] == start:
                free[-1] = (free[-1][0], end)
            else:
                free.append((start, end))
    return max(free, key=lambda one: one[1] - one[0], default=(low, high))
