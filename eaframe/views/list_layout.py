"""The layout of a list: a table of texts whose columns are as wide as their content wants, within a page's width."""

from __future__ import annotations

from dataclasses import dataclass, replace
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

    _Text = tuple[str, float, Weight]

_STYLE: Final = RowStyle(weight="semibold", cell_weight="regular", cell_size=10.5, is_centred=False, least=24.0)
_ROOM: Final = 1500.0  # px of all columns: A3 landscape at 96 px to the inch
_LEAST: Final = 64.0  # px of a column's text
_MOST: Final = 420.0
_NAMES: Final = 1.5  # how much stronger names pull than other texts: they are looked for
_HALVINGS: Final = 40
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


@dataclass(frozen=True, slots=True)
class _Wish:
    """How wide a column must be, how wide it would be best, and how strongly its texts pull; in px."""

    least: float
    best: float
    pull: float


def _widths(table: ViewTable) -> list[float]:
    """The width of each column, that of the heads first: what it wants, or its share where all want too much."""
    heads = [row.head for row in table.rows]
    first: list[_Text] = [(head.label, HEAD_SIZE, "semibold") for head in heads]
    first += [(head.caption, CAPTION_SIZE, "regular") for head in heads]
    wish = _wish([*first, (table.corner, HEAD_SIZE, "semibold")], indent(heads) + PAD_X)
    wishes = [replace(wish, pull=wish.pull * _NAMES)]
    for index, column in enumerate(table.columns):
        texts: list[_Text] = [(row.cells[index].text, _STYLE.cell_size, "regular") for row in table.rows]
        wishes.append(_wish([*texts, (column.label, HEAD_SIZE, "semibold")], 2 * PAD_X))
    return _shared(wishes)


def _wish(texts: Sequence[_Text], padding: float) -> _Wish:
    words = [width(one, size, weight) * SPARE[weight] for text, size, weight in texts for one in plain(text).split(" ")]
    whole = [width(plain(text), size, weight) * SPARE[weight] for text, size, weight in texts]
    least = max(_LEAST, min(max(words), _WORD))
    best = max(least, min(max(whole), _MOST))
    # A column twice as wide makes its rows half as high: with square roots all columns are about as high.
    return _Wish(least + padding, best + padding, (sum(whole) / len(whole)) ** 0.5)


def _shared(wishes: Sequence[_Wish]) -> list[float]:
    """The best widths; where all together have no room, less by the pull of each."""
    if sum(wish.best for wish in wishes) <= _ROOM:
        return [wish.best for wish in wishes]
    low, high = 0.0, _ROOM
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_share(wish, middle) for wish in wishes) <= _ROOM else (low, middle)
    return [_share(wish, low) for wish in wishes]


def _share(wish: _Wish, factor: float) -> float:
    return max(wish.least, min(wish.best, factor * wish.pull))
