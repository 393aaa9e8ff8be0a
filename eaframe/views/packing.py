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
_MOST_PIECES: Final = 60  # more take too long to try one by one
_ALIKE: Final = 0.15  # how much narrower than another a box may be that stands on it
_CLOSE: Final = 0.01  # px


@dataclass(frozen=True, slots=True)
class Cell:
    """The size of every box without parts, in px."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Tree:
    """A box with its parts in order; ``head`` is the height of its heading at a given width.

    Without an ``id`` it is no box, but parts that stand on one another.
    """

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
_PILE: Final = Tree("", (), lambda _: 0.0, 0.0)


def shapes_of(tree: Tree, cell: Cell) -> list[Shape]:
    """The shapes of a box with parts, from narrow to wide; each wider one is lower."""
    found = []
    for inner in _inner_shapes(tree.parts, cell):
        width = inner.width + 2 * tree.inset
        found.append(Shape(tree, width, tree.head(width) + inner.height + tree.inset, inner.rows))
    return _best(found)


def pieces_of(parts: Sequence[Tree], cell: Cell) -> list[list[list[Shape]]]:
    """The ways to divide parts into pieces, each with its shapes: boxes that follow one another as one, or each alone.

    Alone they fill rows better in which there are boxes with parts.
    """
    blocks = [
        shapes_of(run[0], cell) if has_parts else _block_shapes(Block(tuple(part.id for part in run)), cell)
        for has_parts, run in _runs(parts)
    ]
    if len(blocks) in {1, len(parts)} or len(parts) > _MOST_PIECES:
        return [blocks]
    known = {one.part.id: shapes for shapes in blocks for one in shapes if isinstance(one.part, Tree)}
    return [blocks, [known.get(part.id) or _block_shapes(Block((part.id,)), cell) for part in parts]]


def _inner_shapes(parts: Sequence[Tree], cell: Cell) -> list[Shape]:
    return _best([one for pieces in pieces_of(parts, cell) for one in _packed(pieces, cell)])


def _packed(pieces: Sequence[Sequence[Shape]], cell: Cell) -> list[Shape]:
    if len(pieces) == 1:
        return [Shape(one.part, one.width, one.height, ((one,),)) for one in pieces[0]]
    least = max(shapes[0].width for shapes in pieces)
    most = min(sum(_squarest(shapes).width + GAP for shapes in pieces), _MOST_COLUMNS * (cell.width + GAP) * 2)
    found = []
    for index in range(_WIDTHS):
        rows = rows_in(pieces, least + max(most - least, 0.0) * index / (_WIDTHS - 1))
        found.append(Shape(pieces[0][0].part, *extent(rows), rows))
    return found


def extent(rows: Rows) -> tuple[float, float]:
    """The width and height that rows take."""
    wide = max(sum(one.width for one in row) + GAP * (len(row) - 1) for row in rows)
    return wide, sum(max(one.height for one in row) for row in rows) + GAP * (len(rows) - 1)


def rows_in(pieces: Sequence[Sequence[Shape]], width: float) -> Rows:
    """A shape for each piece, in their order in rows no wider than ``width``, so that all together is lowest.

    In a row, what is low enough stands on what comes after it, where both are about as wide.
    """
    lowest = [0.0] * (len(pieces) + 1)
    chosen: list[tuple[int, tuple[Shape, ...]]] = [(0, ())] * len(pieces)
    for start in range(len(pieces) - 1, -1, -1):
        best = float("inf")
        for end in range(start + 1, len(pieces) + 1):
            row = _row(pieces[start:end], width)
            if row is None and end > start + 1:
                break
            row = row or (pieces[start][0],)
            height = max(one.height for one in row) + (GAP + lowest[end] if end < len(pieces) else 0.0)
            if height < best - _CLOSE:
                best, chosen[start] = height, (end, row)
        lowest[start] = best
    rows = []
    index = 0
    while index < len(pieces):
        index, row = chosen[index]
        rows.append(row)
    return tuple(rows)


def _row(pieces: Sequence[Sequence[Shape]], width: float) -> tuple[Shape, ...] | None:
    """The shapes of pieces beside and on one another, as low as they can be in a width; None without room."""
    heights = sorted({one.height for shapes in pieces for one in shapes})
    low, high, found = 0, len(heights) - 1, None
    while low <= high:
        middle = (low + high) // 2
        row = _columns(pieces, heights[middle])
        if row is not None and sum(one.width + GAP for one in row) - GAP <= width + _CLOSE:
            high, found = middle - 1, row
        else:
            low = middle + 1
    return found


def _columns(pieces: Sequence[Sequence[Shape]], height: float) -> tuple[Shape, ...] | None:
    """Pieces in columns no higher than ``height``, None where one is higher."""
    columns: list[list[Shape]] = []
    left = 0.0
    for shapes in pieces:
        under = _narrowest(shapes, left - GAP)
        if under is not None and _alike(under.width, columns[-1][0].width):
            columns[-1].append(under)
            left -= GAP + under.height
            continue
        one = _narrowest(shapes, height)
        if one is None:
            return None
        columns.append([one])
        left = height - one.height
    return tuple(_pile(column) if len(column) > 1 else column[0] for column in columns)


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= _ALIKE * max(one, other)


def _pile(column: Sequence[Shape]) -> Shape:
    height = sum(one.height for one in column) + GAP * (len(column) - 1)
    return Shape(_PILE, max(one.width for one in column), height, tuple((one,) for one in column))


def _narrowest(shapes: Sequence[Shape], height: float) -> Shape | None:
    return next((one for one in shapes if one.height <= height + _CLOSE), None)


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
        if not found or one.height < found[-1].height - _CLOSE:
            found.append(one)
    return found


def _squarest(shapes: Sequence[Shape]) -> Shape:
    return min(shapes, key=lambda one: abs(one.width - 1.5 * one.height))
