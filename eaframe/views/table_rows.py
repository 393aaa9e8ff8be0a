"""The rows of a table, one below the other under titles of their groups: what matrices and lists have in common."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Cuts, Rect
from eaframe.views.placed_table import PlacedCell, PlacedHead, PlacedRow, PlacedSection, PlacedTable
from eaframe.views.placed_text import LEADING, PlacedText, TextBlock, at, centred, set_text
from eaframe.views.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.text import Weight
    from eaframe.views.view import TableCell, TableHead, TableRow, View, ViewGroup, ViewTable

PAD_X: Final = 8.0  # px between the side of a cell and its text
PAD_Y: Final = 5.0
CHIP: Final = 9.0
HEAD_SIZE: Final = 11.0
CAPTION_SIZE: Final = 9.0
_CHIP_GAP: Final = 6.0
_SECTION_SIZE: Final = 11.5
_SENTENCE_SIZE: Final = 13.0


@dataclass(frozen=True, slots=True)
class RowStyle:
    """How rows look: the fonts of names and cells, sizes in px, and whether cells are centred."""

    weight: Weight
    cell_weight: Weight
    cell_size: float
    is_centred: bool
    least: float


def head_texts(
    head: TableHead, most: float, weight: Weight, *, caption: bool, even: bool = False
) -> tuple[TextBlock, ...]:
    """The name of a head, and its caption where it is to be shown, in lines of at most ``most`` px."""
    name = set_text(head.label, most, HEAD_SIZE, weight, even=even)
    small = set_text(head.caption if caption else "", most, CAPTION_SIZE)
    return (name, small) if small.lines else (name,)


def captions_differ(heads: Sequence[TableHead]) -> bool:
    """Whether captions tell heads apart; the same under each is said by the corner, and by tooltips."""
    return len({head.caption for head in heads}) > 1


def indent(heads: Sequence[TableHead]) -> float:
    """The room before the names of heads: wider where chips stand in it."""
    return PAD_X + (CHIP + _CHIP_GAP if any(head.colour for head in heads) else 0.0)


def filled(view: View) -> ViewTable | None:
    """The table of a view if it has cells: a list may do without columns besides that of its heads."""
    table = view.table
    return table if table is not None and table.rows and (table.columns or not table.is_matrix) else None


def no_table(view: View) -> PlacedTable:
    """The sentence that stands where a table without rows or columns would."""
    key = "no-columns" if view.table is not None and view.table.rows else "no-rows"
    text = at(set_text(word(key, view.language), 600.0, _SENTENCE_SIZE), 0.0, 0.0, ink="muted")
    return PlacedTable(view, None, (), (), (), text.rect.width, text.rect.height, Cuts(), text)


def stack_rows(
    view: View, table: ViewTable, columns: tuple[PlacedHead, ...], corner: PlacedHead, style: RowStyle
) -> PlacedTable:
    """The table with these heads of columns, and its rows under them."""
    top, right = corner.rect.bottom, columns[-1].rect.right if columns else corner.rect.right
    captions = captions_differ([row.head for row in table.rows])
    before = indent([row.head for row in table.rows])
    most = corner.rect.width - before - PAD_X
    sections: list[PlacedSection] = []
    rows: list[PlacedRow] = []
    y = top
    starts = []
    for group, inside in _by_group(view.groups, table.rows):
        if group is not None:
            sections.append(_section(group, y, right))
            starts.append(y)
            y = sections[-1].rect.bottom
        for index, row in enumerate(inside):
            head = head_texts(row.head, most, style.weight, caption=captions, even=style.is_centred)
            texts = [_cell_text(cell, column, style) for cell, column in zip(row.cells, columns, strict=True)]
            tallest = max([sum(text.height for text in head), *(text.height for text in texts)])
            rect = Rect(0.0, y, right, max(tallest + 2 * PAD_Y, style.least))
            if index or group is None:
                starts.append(y)
            rows.append(
                PlacedRow(
                    _row_head(row.head, head, Rect(0.0, y, corner.rect.width, rect.height), before, style),
                    tuple(
                        _cell(cell, text, Rect(column.rect.x, y, column.rect.width, rect.height), style)
                        for cell, text, column in zip(row.cells, texts, columns, strict=True)
                    ),
                    rect,
                    shaded=index % 2 == 1,
                )
            )
            y = rect.bottom
    cuts = Cuts(tuple(one.rect.x for one in columns[1:]), tuple(starts[1:]), (0.0, corner.rect.width), (0.0, top))
    return PlacedTable(view, corner, columns, tuple(sections), tuple(rows), right, y, cuts)


def _by_group(groups: Sequence[ViewGroup], rows: Sequence[TableRow]) -> list[tuple[ViewGroup | None, list[TableRow]]]:
    """Rows with the group that they stand under: none where all are of one, or one would have to stand twice."""
    of: Mapping[str, ViewGroup] = {id_: group for group in groups for id_ in group.nodes}
    runs = [(key, list(inside)) for key, inside in groupby(rows, lambda row: of.get(row.head.id))]
    names = [group.id if group else "" for group, _ in runs]
    if len(runs) < 2 or len(set(names)) < len(names) or "" in names:  # noqa: PLR2004 - one group is no grouping
        return [(None, list(rows))]
    return runs


def _section(group: ViewGroup, y: float, right: float) -> PlacedSection:
    text = set_text(group.label, right - 2 * PAD_X, _SECTION_SIZE, "semibold")
    rect = Rect(0.0, y, right, text.height + 2 * PAD_Y)
    return PlacedSection(rect, at(text, PAD_X, y + PAD_Y), group.layer)


def _cell_text(cell: TableCell, column: PlacedHead, style: RowStyle) -> TextBlock:
    most = column.rect.width - (PAD_X if style.is_centred else 2 * PAD_X)
    return set_text(cell.text, most, style.cell_size, style.cell_weight, even=style.is_centred)


def _row_head(head: TableHead, texts: Sequence[TextBlock], rect: Rect, before: float, style: RowStyle) -> PlacedHead:
    y = rect.y + (rect.height - sum(text.height for text in texts)) / 2 if style.is_centred else rect.y + PAD_Y
    chip = Rect(PAD_X, y + (HEAD_SIZE * LEADING - CHIP) / 2, CHIP, CHIP) if head.colour else None
    placed: list[PlacedText] = []
    for index, text in enumerate(texts):
        placed.append(at(text, before, y, ink="muted" if index else "text"))
        y += text.height
    return PlacedHead(head, rect, tuple(placed), chip)


def _cell(cell: TableCell, text: TextBlock, rect: Rect, style: RowStyle) -> PlacedCell:
    if style.is_centred:
        return PlacedCell(cell, rect, centred(text, rect))
    return PlacedCell(cell, rect, at(text, rect.x + PAD_X, rect.y + PAD_Y))
