"""The layout of a list: a table of texts whose columns are as wide as their content wants, within a page's width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Rect
from eaframe.views.placed_table import PlacedHead, PlacedTable
from eaframe.views.placed_text import SPARE, PlacedText, at, set_text
from eaframe.views.table_rows import (
    CAPTION_SIZE,
    HEAD_SIZE,
    PAD_X,
    PAD_Y,
    RowStyle,
    filled,
    indent,
    no_table,
    stack_rows,
)
from eaframe.views.text import plain, width
from eaframe.views.view import TableHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.text import Weight
    from eaframe.views.view import View, ViewTable

_STYLE: Final = RowStyle(weight="semibold", cell_weight="regular", cell_size=10.5, is_centred=False, least=24.0)
_ROOM: Final = 1500.0  # px of all columns: A3 landscape at 96 px to the inch
_LEAST: Final = 64.0  # px of a column's text
_MOST: Final = 420.0
_WORD: Final = 150.0  # a word up to this width is not broken to make its column narrower


def list_layout(view: View) -> PlacedTable:
    """Place a list; one without rows is a sentence that says so."""
    table = filled(view)
    if table is None:
        return no_table(view)
    heads = (TableHead("", table.corner), *table.columns)
    widths = _widths(table)
    texts = [
        set_text(head.label, wide - 2 * PAD_X, HEAD_SIZE, "semibold") for head, wide in zip(heads, widths, strict=True)
    ]
    height = max(text.height for text in texts) + 2 * PAD_Y
    placed = []
    x = 0.0
    for head, wide, text in zip(heads, widths, texts, strict=True):
        rect = Rect(x, 0.0, wide, height)
        words: tuple[PlacedText, ...] = (at(text, x + PAD_X, (height - text.height) / 2, ink="page"),)
        placed.append(PlacedHead(head, rect, words))
        x = rect.right
    return stack_rows(view, table, tuple(placed[1:]), placed[0], _STYLE)


def _widths(table: ViewTable) -> list[float]:
    """The width of each column, that of the heads first: what it wants, or its share where all want too much."""
    heads = [row.head for row in table.rows]
    before = indent(heads) + PAD_X
    first = _wanted(
        [(head.label, HEAD_SIZE, "semibold") for head in heads]
        + [(head.caption, CAPTION_SIZE, "regular") for head in heads]
        + [(table.corner, HEAD_SIZE, "semibold")]
    )
    wanted = [(first[0] + before, first[1] + before)]
    for index, column in enumerate(table.columns):
        texts: list[tuple[str, float, Weight]] = [
            (row.cells[index].text, _STYLE.cell_size, "regular") for row in table.rows
        ]
        least, most = _wanted([*texts, (column.label, HEAD_SIZE, "semibold")])
        wanted.append((least + 2 * PAD_X, most + 2 * PAD_X))
    return _shared(wanted)


def _wanted(texts: Sequence[tuple[str, float, Weight]]) -> tuple[float, float]:
    """The least and the best width of a column's texts."""
    words = [width(one, size, weight) for text, size, weight in texts for one in plain(text).split(" ")]
    whole = [width(plain(text), size, weight) for text, size, weight in texts]
    least = max(_LEAST, min(max(words) * SPARE, _WORD))
    return least, max(least, min(max(whole) * SPARE, _MOST))


def _shared(wanted: Sequence[tuple[float, float]]) -> list[float]:
    """The best widths, the widest cut down to one another until all together have room."""
    low, high = 0.0, max(best for _, best in wanted)
    if sum(best for _, best in wanted) <= _ROOM:
        return [best for _, best in wanted]
    for _ in range(40):
        middle = (low + high) / 2
        if sum(max(least, min(best, middle)) for least, best in wanted) <= _ROOM:
            low = middle
        else:
            high = middle
    return [max(least, min(best, low)) for least, best in wanted]
