"""The layout of a matrix: heads of rows at the left, heads of columns on top, turned where they would be too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Rect
from eaframe.views.placed_table import PlacedHead, PlacedTable
from eaframe.views.placed_text import PlacedText, TextBlock, at, set_text, upright
from eaframe.views.table_rows import (
    CHIP,
    HEAD_SIZE,
    PAD_X,
    PAD_Y,
    RowStyle,
    captions_differ,
    filled,
    head_texts,
    indent,
    no_table,
    stack_rows,
)
from eaframe.views.view import TableHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.view import View, ViewTable

_STYLE: Final = RowStyle(weight="regular", cell_weight="semibold", cell_size=11.0, is_centred=True, least=24.0)
_LEAST: Final = 28.0  # px, the width of a column
_USUAL: Final = 38.0  # of two lines: all columns are so wide if one needs it
_WIDEST_TEXT: Final = 120.0  # of a cell
_HEAD_WIDTH: Final = 290.0  # the most that heads of rows take
_LENGTHS: Final = (80.0, 110.0, 140.0, 170.0, 200.0)  # of turned heads: the first in which all stand in two lines
_LINES: Final = 2
_LEVEL: Final = 112.0  # the width of a column whose head is not turned
_LEVEL_ROOM: Final = 900.0  # of all columns together whose heads are not turned


def matrix_layout(view: View) -> PlacedTable:
    """Place a matrix; one without rows or columns is a sentence that says so."""
    table = filled(view)
    if table is None:
        return no_table(view)
    left = _left(table)
    cell = _cell_width(table)
    if cell >= _LEVEL or len(table.columns) * max(cell, _LEVEL) <= _LEVEL_ROOM:
        columns = _level(table, left, max(cell, _LEVEL))
    else:
        columns = _turned(table, left, cell)
    return stack_rows(view, table, *_with_corner(table, columns), _STYLE)


def _left(table: ViewTable) -> float:
    """The width of the heads of rows: that of the longest name, within limits."""
    heads = [row.head for row in table.rows]
    before, captions = indent(heads), captions_differ(heads)
    most = _HEAD_WIDTH - before - PAD_X
    texts = [text for head in heads for text in head_texts(head, most, _STYLE.weight, caption=captions, even=True)]
    corner = set_text(table.corner, _HEAD_WIDTH - 2 * PAD_X, HEAD_SIZE, "semibold")
    return max(before + max(text.width for text in texts) + PAD_X, corner.width + 2 * PAD_X)


def _cell_width(table: ViewTable) -> float:
    texts = {cell.text for row in table.rows for cell in row.cells}
    blocks = [set_text(text, _WIDEST_TEXT, _STYLE.cell_size, _STYLE.cell_weight, even=True) for text in texts]
    return max(block.width for block in blocks) + PAD_X


def _level(table: ViewTable, left: float, width: float) -> tuple[PlacedHead, ...]:
    before = indent(table.columns)
    captions = captions_differ(table.columns)
    texts = [head_texts(head, width - before - PAD_X, "semibold", caption=captions) for head in table.columns]
    height = max(_tall(blocks) for blocks in texts) + 2 * PAD_Y
    heads = []
    for index, (head, blocks) in enumerate(zip(table.columns, texts, strict=True)):
        rect = Rect(left + index * width, 0.0, width, height)
        y = rect.bottom - PAD_Y - _tall(blocks)
        chip = Rect(rect.x + PAD_X, y + 2.5, CHIP, CHIP) if head.colour else None
        placed: list[PlacedText] = []
        for block in blocks:
            placed.append(at(block, rect.x + before, y, ink="muted" if placed else "text"))
            y += block.height
        heads.append(PlacedHead(head, rect, tuple(placed), chip))
    return tuple(heads)


def _turned(table: ViewTable, left: float, cell: float) -> tuple[PlacedHead, ...]:
    """Heads without captions, which tooltips and the legend say: columns stay narrow."""
    before = indent(table.columns)
    texts = _turned_texts(table.columns)
    height = before + max(text.width for text in texts) + PAD_X
    usual = max(cell, _LEAST, min(max(text.height for text in texts) + PAD_X, _USUAL))
    heads = []
    x = left
    for head, text in zip(table.columns, texts, strict=True):
        rect = Rect(x, 0.0, max(usual, text.height + PAD_X), height)
        chip = Rect(rect.middle - CHIP / 2, height - PAD_X - CHIP, CHIP, CHIP) if head.colour else None
        heads.append(PlacedHead(head, rect, (upright(text, rect.middle - text.height / 2, height - before),), chip))
        x = rect.right
    return tuple(heads)


def _turned_texts(heads: Sequence[TableHead]) -> list[TextBlock]:
    """The texts of heads in the least length in which no name has more than two lines, else in the greatest."""
    found: list[TextBlock] = []
    for length in _LENGTHS:
        found = [set_text(head.label, length, HEAD_SIZE, even=True) for head in heads]
        if all(len(text.lines) <= _LINES for text in found):
            break
    return found


def _with_corner(table: ViewTable, columns: Sequence[PlacedHead]) -> tuple[tuple[PlacedHead, ...], PlacedHead]:
    """The heads of the columns as high as the corner needs, and the corner."""
    width = columns[0].rect.x
    text = set_text(table.corner, width - 2 * PAD_X, HEAD_SIZE, "semibold")
    height = max(columns[0].rect.height, text.height + 2 * PAD_Y)
    lower = height - columns[0].rect.height
    placed = at(text, PAD_X, height - PAD_Y - text.height)
    corner = PlacedHead(TableHead("", table.corner), Rect(0.0, 0.0, width, height), (placed,))
    return tuple(_lowered(column, lower) for column in columns), corner


def _lowered(head: PlacedHead, by: float) -> PlacedHead:
    """A head whose content stands lower in more room."""
    rect = Rect(head.rect.x, head.rect.y, head.rect.width, head.rect.height + by)
    texts = tuple(
        PlacedText(text.block, text.rect.moved(0.0, by), text.align, text.ink, text.turned) for text in head.texts
    )
    return PlacedHead(head.head, rect, texts, head.chip.moved(0.0, by) if head.chip else None)


def _tall(blocks: Sequence[TextBlock]) -> float:
    return sum(block.height for block in blocks)
