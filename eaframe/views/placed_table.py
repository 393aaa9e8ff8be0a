"""A table with coordinates: what the layouts of matrices and lists yield. All are px from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eaframe.views.layout import Cuts, Rect
    from eaframe.views.placed_text import PlacedText
    from eaframe.views.view import TableCell, TableHead, View


@dataclass(frozen=True, slots=True)
class PlacedHead:
    """The head of a row or a column; ``chip`` shows the colour of its layer, None where it has no layer."""

    head: TableHead
    rect: Rect
    texts: tuple[PlacedText, ...]
    chip: Rect | None = None


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell; its text is empty where there is nothing to say."""

    cell: TableCell
    rect: Rect
    text: PlacedText


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row, its head first. ``rect`` is all of it; every other one is ``shaded``."""

    head: PlacedHead
    cells: tuple[PlacedCell, ...]
    rect: Rect
    shaded: bool


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """The title over the rows of one group."""

    rect: Rect
    text: PlacedText
    layer: str


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A view of a table with coordinates. ``corner`` stands where the heads of rows and columns meet.

    Of an empty table there is only a ``sentence``.
    """

    view: View
    corner: PlacedHead | None
    columns: tuple[PlacedHead, ...]
    sections: tuple[PlacedSection, ...]
    rows: tuple[PlacedRow, ...]
    width: float
    height: float
    cuts: Cuts
    sentence: PlacedText | None = None
