"""A map on its page: packed in the proportions of paper, and stretched so that every row fills its box."""

from __future__ import annotations

from math import ceil, log
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Rect
from eaframe.views.packing import GAP, Block, extent, pieces_of, rows_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.packing import Cell, Rows, Shape, Tree

_PROPORTION: Final = 1.5  # of width to height, as of A3 landscape within its margins
_TRIES: Final = 40  # widths of the page, for up to 60 pieces; fewer for more, as each takes longer
_LEAST_TRIES: Final = 6
_EFFORT: Final = 2_400  # pieces placed
_WIDER: Final = 1.5  # how much a box without parts may be stretched
_WASTE: Final = 1.2  # how much an empty part of the page weighs against other proportions


def fill_page(top: Sequence[Tree], cell: Cell) -> tuple[dict[str, Rect], float, float]:
    """The rectangles of all boxes by their ids, and the width and height of the page."""
    rows = _page_rows(top, cell)
    width, height = extent(rows)
    rects: dict[str, Rect] = {}
    _place_rows(rows, Rect(0.0, 0.0, width, height), cell, rects)
    return rects, width, height


def _page_rows(top: Sequence[Tree], cell: Cell) -> Rows:
    """The best of all rows that were tried, the first of equal ones."""
    return min(
        (rows for pieces in pieces_of(top, cell) for rows in _tried(pieces)), key=lambda one: _badness(one, cell)
    )


def _tried(pieces: Sequence[Sequence[Shape]]) -> list[Rows]:
    if len(pieces) == 1:
        return [((one,),) for one in pieces[0]]
    least = max(shapes[0].width for shapes in pieces)
    area = sum(min(one.width * one.height for one in shapes) for shapes in pieces)
    most = max(2.2 * (area * _PROPORTION) ** 0.5, least)
    tries = max(_LEAST_TRIES, min(_TRIES, _EFFORT // len(pieces)))
    return [rows_in(pieces, least + (most - least) * index / (tries - 1)) for index in range(tries)]


def _badness(rows: Rows, cell: Cell) -> float:
    """How far a page is from the proportions of paper, and how much of it is empty."""
    width, height = extent(rows)
    used = sum(_used(one, cell) for row in rows for one in row)
    return abs(log(width / height / _PROPORTION)) + _WASTE * (1 - used / (width * height))


def _used(shape: Shape, cell: Cell) -> float:
    """The area of a shape that is not empty."""
    if isinstance(shape.part, Block):
        return len(shape.part.ids) * (cell.width + GAP) * (cell.height + GAP)
    width, height = extent(shape.rows)
    inner = sum(_used(one, cell) for row in shape.rows for one in row)
    return shape.width * shape.height - width * height + inner


def _place_rows(rows: Rows, room: Rect, cell: Cell, rects: dict[str, Rect]) -> None:
    """Place rows of shapes so that they fill a room; what is left over goes to rows of boxes with parts."""
    spare = room.height - extent(rows)[1]
    growing = [any(not isinstance(one.part, Block) for one in row) for row in rows]
    share = spare / sum(growing) if any(growing) else 0.0
    y = room.y
    for row, grows in zip(rows, growing, strict=True):
        height = max(one.height for one in row) + share * grows
        wide = sum(one.width for one in row)
        stretch = (room.width - GAP * (len(row) - 1)) / wide
        x = room.x
        for one in row:
            rect = Rect(x, y, one.width * stretch, height)
            _place(one, rect, cell, rects)
            x = rect.right + GAP
        y += height + GAP


def _place(shape: Shape, rect: Rect, cell: Cell, rects: dict[str, Rect]) -> None:
    part = shape.part
    if isinstance(part, Block):
        _place_block(part, rect, cell, rects)
        return
    if part.id:
        rects[part.id] = rect
    head = part.head(rect.width)
    inset = part.inset
    _place_rows(
        shape.rows,
        Rect(rect.x + inset, rect.y + head, rect.width - 2 * inset, rect.height - head - inset),
        cell,
        rects,
    )


def _place_block(block: Block, room: Rect, cell: Cell, rects: dict[str, Rect]) -> None:
    count = len(block.ids)
    most_columns = max(1, int((room.width + GAP + 0.1) // (cell.width + GAP)))
    most_rows = max(1, int((room.height + GAP + 0.1) // (cell.height + GAP)))
    least_columns = max(1, min(ceil(count / most_rows), most_columns, count))
    columns = min(
        range(least_columns, min(most_columns, count) + 1),
        key=lambda number: (number * ceil(count / number) - count, -number),
    )
    width = min((room.width + GAP) / columns - GAP, _WIDER * cell.width)
    for index, id_ in enumerate(block.ids):
        row, column = divmod(index, columns)
        x, y = room.x + column * (width + GAP), room.y + row * (cell.height + GAP)
        rects[id_] = Rect(x, y, width, cell.height)
