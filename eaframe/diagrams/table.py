"""A placed table as SVG: lines no stronger than they need be, every other row shaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.palette import paint
from eaframe.diagrams.signs import sign
from eaframe.diagrams.texts import about, draw_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.views.layout import Rect
    from eaframe.views.placed_table import PlacedCell, PlacedHead, PlacedRow, PlacedSection, PlacedTable

    Links = Callable[[str], str | None] | None


def draw_table(placed: PlacedTable, links: Links) -> str:
    """The markup of a table, from its top left corner."""
    if placed.corner is None:
        return draw_text(placed.sentence) if placed.sentence else ""
    is_matrix = placed.view.table is not None and placed.view.table.is_matrix
    documentation = {node.id: node.documentation for node in placed.view.nodes}
    width, height, top = placed.width, placed.height, placed.corner.rect.bottom
    header = tag("rect", width=width, height=top, **paint("other-band" if is_matrix else "line"))
    heads = [_head(head, documentation, links) for head in (placed.corner, *placed.columns)]
    parts = [
        header,
        tag("g", *heads, class_="ea-head"),
        *(_section(section) for section in placed.sections),
        *(_row(row, documentation, links) for row in placed.rows),
        _lines(placed, is_matrix=is_matrix),
        tag("rect", width=width, height=height, stroke_width=1.0, **paint(None, "frame")),
        tag("path", d=f"M0,{number(top)}H{number(width)}", stroke_width=1.4, **paint(None, "line")),
    ]
    return "".join(parts)


def _head(head: PlacedHead, documentation: dict[str, str], links: Links) -> str:
    said = head.head
    name = f"{said.label} [{said.caption}]" if said.caption else said.label
    tip = (name, documentation.get(said.id, "")) if said.id else ()
    chip = ""
    if head.chip is not None:
        chip = tag("rect", **_sides(head.chip), rx=2.0, stroke_width=1.0, **paint(said.colour, f"{said.colour}-line"))
    # What a pointer can hit is all of the cell, not the strokes of its letters.
    area = tag("rect", **_sides(head.rect), opacity="0", **paint("page"))
    return about(said.id, tip, links, area, chip, *(draw_text(text) for text in head.texts), class_="ea-head")


def _section(section: PlacedSection) -> str:
    colour = "derived" if section.layer == "other" else f"{section.layer}-line"
    rect = section.rect
    bar = tag("rect", x=rect.x, y=rect.y, width=4.0, height=rect.height, **paint(colour))
    return tag("g", tag("rect", **_sides(rect), **paint("frame")), bar, draw_text(section.text), class_="ea-section")


def _row(row: PlacedRow, documentation: dict[str, str], links: Links) -> str:
    shade = tag("rect", **_sides(row.rect), **paint("other-band" if row.shaded else "page"))
    cells = "".join(_cell(cell) for cell in row.cells)
    return tag("g", shade, _head(row.head, documentation, links), cells, class_="ea-row")


def _cell(placed: PlacedCell) -> str:
    cell, rect = placed.cell, placed.rect
    if not (cell.text or cell.tip or cell.colour):
        return ""
    shape = sign(cell.text, rect.middle, rect.y + rect.height / 2, placed.text.block.size)
    words = draw_text(placed.text) if shape is None else shape
    if cell.colour:
        fill = tag("rect", **_inside(rect), rx=2.0, **paint(cell.colour))
    else:
        fill = tag("rect", **_sides(rect), opacity="0", **paint("page"))
    return about("", (cell.tip,), None, fill, words, class_="ea-cell")


def _lines(placed: PlacedTable, *, is_matrix: bool) -> str:
    """Thin lines under rows, and in a matrix between columns too."""
    rows = "".join(f"M0,{number(row.rect.y)}H{number(placed.width)}" for row in placed.rows[1:])
    start = 0.0 if is_matrix else placed.columns[0].rect.bottom if placed.columns else 0.0
    columns = "".join(f"M{number(column.rect.x)},{number(start)}V{number(placed.height)}" for column in placed.columns)
    return tag("path", d=rows + columns, stroke_width=0.7, **paint(None, "frame")) if rows + columns else ""


def _sides(rect: Rect) -> dict[str, float]:
    return {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}


def _inside(rect: Rect) -> dict[str, float]:
    return {"x": rect.x + 1.5, "y": rect.y + 1.5, "width": rect.width - 3, "height": rect.height - 3}
