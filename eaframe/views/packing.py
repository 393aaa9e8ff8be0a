"""Boxes in boxes, packed in rows: every shape that a box may have, from narrow and high to wide and low.

Boxes without parts are all of one size; those that follow one another make a block of rows and columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import ceil, sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GAP: Final = 8.0  # px between two boxes in a row, and between two rows
_WIDTHS: Final = 14  # how many widths are tried for a box with parts that have parts
_MOST_COLUMNS: Final = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """The size of every box without parts, in px."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Tree:
    """A box with its parts in order; ``head`` is the height of its heading at a given width."""

    id: str
    parts: tuple[Tree, ...]
    head: Callable[[float], float]
    inset: float


@dataclass(frozen=True, slots=True)
class Block:
    """Boxes without parts that follow one another."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to pack a part: its size in px, and the shapes in its rows; a block has none."""

    part: Tree | Block
    width: float
    height: float
    rows: tuple[tuple[Shape, ...], ...] = ()


Rows = tuple[tuple[Shape, ...], ...]


def shapes_of(tree: Tree, cell: Cell) -> list[Shape]:
    """The shapes of a box with parts, from narrow to wide; each wider one is lower."""
    found = []
    for inner in _inner_shapes(tree.parts, cell):
        width = inner.width + 2 * tree.inset
        found.append(Shape(tree, width, tree.head(width) + inner.height + tree.inset, inner.rows))
    return _best(found)


def pieces_of(parts: Sequence[Tree], cell: Cell) -> list[list[Shape]]:
    """The shapes of each box with parts and of each block among ``parts``, in their order."""
    return [
        shapes_of(run[0], cell) if has_parts else _block_shapes(Block(tuple(part.id for part in run)), cell)
        for has_parts, run in _runs(parts)
    ]


def _inner_shapes(parts: Sequence[Tree], cell: Cell) -> list[Shape]:
    pieces = pieces_of(parts, cell)
    if len(pieces) == 1:
        return [Shape(one.part, one.width, one.height, ((one,),)) for one in pieces[0]]
    least = max(shapes[0].width for shapes in pieces)
    most = min(sum(_squarest(shapes).width + GAP for shapes in pieces), _MOST_COLUMNS * (cell.width + GAP) * 2)
    widths = [least + (max(most, least) - least) * index / (_WIDTHS - 1) for index in range(_WIDTHS)]
    found = []
    for width in widths:
        rows = rows_in(pieces, width)
        wide = max(sum(one.width for one in row) + GAP * (len(row) - 1) for row in rows)
        high = sum(max(one.height for one in row) for row in rows) + GAP * (len(rows) - 1)
        found.append(Shape(pieces[0][0].part, wide, high, rows))
    return _best(found)


def rows_in(pieces: Sequence[Sequence[Shape]], width: float) -> Rows:
    """A shape for each piece, in their order in rows no wider than ``width``, so that all together is lowest."""
    lowest = [0.0] * (len(pieces) + 1)
    chosen: list[tuple[Shape, ...]] = [()] * len(pieces)
    for start in range(len(pieces) - 1, -1, -1):
        best = float("inf")
        for end in range(start + 1, len(pieces) + 1):
            row = _row(pieces[start:end], width)
            if row is None and end > start + 1:
                break
            row = row or (pieces[start][0],)
            height = max(one.height for one in row) + (GAP + lowest[end] if end < len(pieces) else 0.0)
            if height < best - 0.01:
                best, chosen[start] = height, row
        lowest[start] = best
    rows = []
    index = 0
    while index < len(pieces):
        rows.append(chosen[index])
        index += len(chosen[index])
    return tuple(rows)


def _row(pieces: Sequence[Sequence[Shape]], width: float) -> tuple[Shape, ...] | None:
    """The shapes of pieces beside one another, as low as they can be in this width; None where they have no room."""
    room = width - GAP * (len(pieces) - 1) + 0.01
    if sum(shapes[0].width for shapes in pieces) > room:
        return None
    heights = sorted({one.height for shapes in pieces for one in shapes})
    low, high = 0, len(heights) - 1
    while low < high:
        middle = (low + high) // 2
        row = [_narrowest(shapes, heights[middle]) for shapes in pieces]
        if all(row) and sum(one.width for one in row if one) <= room:
            high = middle
        else:
            low = middle + 1
    return tuple(one for shapes in pieces if (one := _narrowest(shapes, heights[low])))


def _narrowest(shapes: Sequence[Shape], height: float) -> Shape | None:
    return next((one for one in shapes if one.height <= height + 0.01), None)


def _block_shapes(block: Block, cell: Cell) -> list[Shape]:
    count = len(block.ids)
    found = []
    for columns in range(1, min(count, max(_MOST_COLUMNS, ceil(sqrt(2 * count)))) + 1):
        rows = ceil(count / columns)
        width = columns * (cell.width + GAP) - GAP
        found.append(Shape(block, width, rows * (cell.height + GAP) - GAP))
    return _best(found)


def _runs(parts: Sequence[Tree]) -> list[tuple[bool, list[Tree]]]:
    """Boxes with parts one by one, those without in runs."""
    found: list[tuple[bool, list[Tree]]] = []
    for has_parts, group in groupby(parts, lambda part: bool(part.parts)):
        run = list(group)
        found += [(True, [part]) for part in run] if has_parts else [(False, run)]
    return found


def _best(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes than which none is both narrower and lower, from narrow to wide."""
    found: list[Shape] = []
    for one in sorted(shapes, key=lambda shape: (shape.width, shape.height)):
        if not found or one.height < found[-1].height - 0.01:
            found.append(one)
    return found


def _squarest(shapes: Sequence[Shape]) -> Shape:
    return min(shapes, key=lambda one: abs(one.width - 1.5 * one.height))
