"""What is known of a layout before anything has a y: rows of blocks, and the x of all boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.views.layout import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.arrange import Arrangement
    from eaframe.views.layered.blocks import Block


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows with their bands and heights; the row of every box; its rectangle with y from the top of the row."""

    bands: Sequence[str]
    heights: Sequence[float]
    row_of: Mapping[str, int]
    boxes: Mapping[str, Rect]


def make_plan(
    arrangement: Arrangement, blocks: Sequence[Block], row_of: Mapping[str, int], x: Mapping[str, float]
) -> Plan:
    """The plan of an arrangement, given the x of the middle of each block. Boxes in a row are equally high."""
    by_id = {block.id: block for block in blocks}
    heights = []
    boxes: dict[str, Rect] = {}
    for row in arrangement.rows:
        height = max(by_id[id_].height for id_ in row)
        even = max((by_id[id_].height for id_ in row if by_id[id_].stretches), default=0.0)
        heights.append(height)
        for id_ in row:
            block = by_id[id_]
            left = round(x[id_] - block.width / 2)
            if block.stretches:
                boxes[id_] = Rect(left, round((height - even) / 2, 1), block.width, even)
            else:
                top = round((height - block.height) / 2, 1)
                boxes |= {inside: rect.moved(left, top) for inside, rect in block.boxes.items()}
    return Plan(arrangement.bands, heights, row_of, boxes)
