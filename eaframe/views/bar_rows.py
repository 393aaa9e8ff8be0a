"""The bars of one lane in rows: each with its label, none over another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Rect
from eaframe.views.placed_roadmap import PlacedBar
from eaframe.views.placed_text import at, before, centred, set_text
from eaframe.views.time_axis import ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.placed_text import PlacedText, TextBlock
    from eaframe.views.time_axis import Axis
    from eaframe.views.view import TimelineBar, ViewNode

HEIGHT: Final = 24.0  # px, of a bar whose label has one line
_LEAST: Final = 6.0  # px: a few days can be seen
_DIAMOND: Final = 15.0
_SIZE: Final = 11.0
_PAD: Final = 9.0  # px between the ends of a bar and the label in it
_BESIDE: Final = 6.0
_GAP: Final = 8.0  # px between a label beside its bar and the next bar
_SEAM: Final = 2.0  # px between a bar and one that begins the day after
_CLOSE: Final = 0.01
_ROW_GAP: Final = 6.0
_WIDEST: Final = 230.0  # px, of a label beside its bar
_ROOMY: Final = 110.0  # px: a bar with so much room has its label in it, in as many lines as that takes
_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class _Item:
    """A bar from x to x, and all that it takes with its label; ``label`` is where that begins."""

    bar: TimelineBar
    node: ViewNode
    x: float
    right: float
    block: TextBlock
    label: float
    is_point: bool

    @property
    def is_inside(self) -> bool:
        return self.x <= self.label and self.label + self.block.width <= self.right

    @property
    def taken(self) -> tuple[float, float]:
        return min(self.x, self.label), max(self.right, self.label + self.block.width)

    @property
    def height(self) -> float:
        return max(HEIGHT, self.block.height + 8)


def pack_bars(bars: Sequence[tuple[TimelineBar, ViewNode]], axis: Axis, top: float) -> tuple[list[PlacedBar], float]:
    """Bars in rows from ``top`` down, those that start first uppermost, and the y under the last row."""
    items = sorted((_item(bar, node, axis) for bar, node in bars), key=lambda item: item.x)
    rows: list[list[_Item]] = []
    for item in items:
        row = next((row for row in rows if all(_apart(item, other) for other in row)), None)
        if row is None:
            rows.append([item])
        else:
            row.append(item)
    placed = []
    y = top
    for row in rows:
        height = max(item.height for item in row)
        placed += [_placed(item, y, height) for item in row]
        y += height + _ROW_GAP
    return placed, y - _ROW_GAP if rows else y


def _item(bar: TimelineBar, node: ViewNode, axis: Axis) -> _Item:
    x = axis.start(ordinal(bar.first)) if bar.first else axis.x
    right = axis.start(ordinal(bar.last) + 1) if bar.last else axis.right
    if bar.first and bar.first == bar.last:
        middle = (x + right) / 2
        x, right = middle - _DIAMOND / 2, middle + _DIAMOND / 2
        return _beside(bar, node, x, right, axis, is_point=True)
    right = max(right - _SEAM if bar.last else right, x + _LEAST)
    room = right - x - 2 * _PAD
    if room >= _LEAST:
        block = set_text(node.name, room, _SIZE, even=True)
        if len(block.lines) == 1 or (room >= _ROOMY and len(block.lines) <= _LINES):
            return _Item(bar, node, x, right, block, (x + right - block.width) / 2, is_point=False)
    return _beside(bar, node, x, right, axis, is_point=False)


def _beside(bar: TimelineBar, node: ViewNode, x: float, right: float, axis: Axis, *, is_point: bool) -> _Item:
    """A bar with its label right of it, or left where only there is room before the axis ends."""
    block = set_text(node.name, _WIDEST, _SIZE, even=True)
    label = right + _BESIDE
    if label + block.width > axis.right and x - _BESIDE - block.width >= axis.x:
        label = x - _BESIDE - block.width
    return _Item(bar, node, x, right, block, label, is_point)


def _apart(one: _Item, other: _Item) -> bool:
    gap = _SEAM - _CLOSE if one.is_inside and other.is_inside else _GAP
    return one.taken[0] >= other.taken[1] + gap or other.taken[0] >= one.taken[1] + gap


def _placed(item: _Item, y: float, height: float) -> PlacedBar:
    middle = y + height / 2
    tall = _DIAMOND if item.is_point else item.height if item.is_inside else HEIGHT
    rect = Rect(item.x, middle - tall / 2, item.right - item.x, tall)
    return PlacedBar(item.bar, item.node, rect, _label(item, rect), item.is_point)


def _label(item: _Item, rect: Rect) -> PlacedText:
    block, y = item.block, rect.y + (rect.height - item.block.height) / 2
    if item.is_inside:
        return centred(block, rect)
    return at(block, item.label, y) if item.label > item.x else before(block, item.label + block.width, y)
