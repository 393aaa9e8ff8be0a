"""Blocks: what stands in a row as one piece, a box with all the boxes in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Rect
from eaframe.views.nesting import MOST_PARTS
from eaframe.views.sizes import BOX_GAP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from eaframe.views.layout import Sizes
    from eaframe.views.view import View

_PADDING: Final = 11.0  # px between a box and the boxes in it
_IN_TURN: Final = frozenset({"triggering", "flow"})
_JOINED_GAP: Final = 28.0  # px between boxes in one box that are joined by a line: room for it and its arrowhead


@dataclass(frozen=True, slots=True)
class Block:
    """A box with the boxes in it. ``boxes`` are all of them by id, the outermost first, from the block's corner.

    ``stretches`` tells that it may be drawn higher, to be as high as its neighbours.
    """

    id: str
    band: str
    boxes: Mapping[str, Rect]
    stretches: bool = True

    @property
    def width(self) -> float:
        """In px."""
        return self.boxes[self.id].width

    @property
    def height(self) -> float:
        """In px."""
        return self.boxes[self.id].height


def make_blocks(view: View, sizes: Sizes, sort_key: Callable[[str], float] = lambda _: 0.0) -> list[Block]:
    """The blocks of a view in the order of its nodes; boxes in one box in turn, else by ``sort_key``.

    What is in no group has the band "".
    """
    bands = {id_: group.id for group in view.groups for id_ in group.nodes}
    parts: dict[str, list[str]] = {}
    for node in view.nodes:
        parts.setdefault(node.parent, []).append(node.id)
    joined = {frozenset((edge.source, edge.target)) for edge in view.edges}
    before: dict[str, set[str]] = {}
    for edge in view.edges:
        if edge.type in _IN_TURN:
            before.setdefault(edge.target, set()).add(edge.source)
    for whole, inside in parts.items():
        if whole:
            parts[whole] = _in_turn(inside, before, sort_key)
    arranger = _Arranger(sizes, parts, joined, frozenset().union(*joined))
    return [
        Block(
            id_, bands.get(id_, ""), arranger.boxes(id_), stretches=id_ not in parts and bool(sizes.nodes[id_].caption)
        )
        for id_ in parts.get("", ())
    ]


def _in_turn(parts: Sequence[str], before: Mapping[str, set[str]], sort_key: Callable[[str], float]) -> list[str]:
    """What comes first stands left; otherwise, and in a circle, by ``sort_key``."""
    left = sorted(parts, key=sort_key)
    found: list[str] = []
    while left:
        waiting = set(left)
        free = [part for part in left if not (before.get(part, set()) - {part}) & waiting]
        found.append((free or left)[0])
        left.remove(found[-1])
    return found


@dataclass(frozen=True, slots=True)
class _Arranger:
    sizes: Sizes
    parts: Mapping[str, Sequence[str]]
    joined: set[frozenset[str]]  # the ends of each line
    busy: frozenset[str]

    def boxes(self, id_: str) -> dict[str, Rect]:
        size = self.sizes.nodes[id_]
        parts = self.parts.get(id_, ())
        if not parts:
            return {id_: Rect(0, 0, size.width, size.height)}
        inner = [self.boxes(part) for part in parts]
        columns = self._columns(parts)
        gap = _JOINED_GAP if any(frozenset(pair) in self.joined for pair in combinations(parts, 2)) else BOX_GAP
        plain = {part for part in parts if part not in self.parts and self.sizes.nodes[part].caption}
        even = max(boxes[part].height for part, boxes in zip(parts, inner, strict=True))
        found: dict[str, Rect] = {}
        x, y, right, row = _PADDING, size.height, 0.0, 0.0
        for index, (part, boxes) in enumerate(zip(parts, inner, strict=True)):
            if index and index % columns == 0:
                x, y, row = _PADDING, y + row + gap, 0.0
            outer = boxes[part]
            if part in plain:
                outer = boxes[part] = Rect(0, 0, outer.width, even)
            found |= {inside: rect.moved(x, y) for inside, rect in boxes.items()}
            right, row = max(right, x + outer.width), max(row, outer.height)
            x += outer.width + gap
        width = max(size.width, right + _PADDING)
        return {id_: Rect(0, 0, width, y + row + _PADDING)} | _centred(found, parts, width - right - _PADDING)

    def _columns(self, parts: Sequence[str]) -> int:
        """All beside each other where any has a line of its own, which must reach it; else about a square."""
        if len(parts) < MOST_PARTS or any(part in self.busy or part in self.parts for part in parts):
            return len(parts)
        return math.ceil(math.sqrt(len(parts)))


def _centred(boxes: dict[str, Rect], parts: Sequence[str], spare: float) -> dict[str, Rect]:
    """One box in a wide one stands in its middle, as wide as it is."""
    if len(parts) != 1 or spare <= 0:
        return boxes
    return {id_: rect.moved(spare / 2, 0) for id_, rect in boxes.items()}
