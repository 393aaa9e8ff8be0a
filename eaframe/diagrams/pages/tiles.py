"""The sheet of one part of a drawing: its window, what stands on every sheet, and where to find the neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.markup import tag, text
from eaframe.diagrams.pages.pieces import window
from eaframe.diagrams.pages.plan import BETWEEN
from eaframe.diagrams.palette import COLOURS
from eaframe.diagrams.words import word
from eaframe.views.layout import Rect
from eaframe.views.text import width

if TYPE_CHECKING:
    from eaframe.diagrams.pages.cutting import Span
    from eaframe.diagrams.pages.parts import Part, Picture
    from eaframe.diagrams.pages.plan import Grid

_HEAD: Final = 20.0  # pt, of the line with title and label
_RIM: Final = 14.0  # pt around the window: ticks at the cuts, labels of the neighbours
BODY_MARGIN: Final = (_RIM, _HEAD + _RIM, _RIM, _RIM + 2)  # pt around the window: left, top, right, bottom
_TITLE: Final = 11.0
_SMALL: Final = 7.5
_TICK: Final = 8.0
_INK: Final = COLOURS["text"][0]
_MUTED: Final = COLOURS["muted"][0]
_RULE: Final = COLOURS["frame"][0]
_ACCENT: Final = COLOURS["removed"][0]
_MAP: Final = 9.0  # pt: the width of a sheet in the small map


def tile(picture: Picture, drawing: Part, grid: Grid, place: tuple[int, int], area: Rect) -> str:
    """The part of the drawing in one place (row, column) of the grid, within ``area`` (pt)."""
    row, column = place
    across, down = grid.columns[column], grid.rows[row]
    scale = grid.scale
    left = grid.left if column else None
    top = grid.top if row else None
    x = area.x + BODY_MARGIN[0]
    y = area.y + BODY_MARGIN[1]
    main_x = x + ((left[1] - left[0]) * scale + BETWEEN if left else 0.0)
    main_y = y + ((top[1] - top[0]) * scale + BETWEEN if top else 0.0)
    columns = [((across.start, across.end), main_x)] + ([(left, x)] if left else [])
    rows = [((down.start, down.end), main_y)] + ([(top, y)] if top else [])
    windows = [
        _framed(drawing, Rect(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0]), at_x, at_y, scale)
        for ys, at_y in rows
        for xs, at_x in columns
    ]
    main = Rect(main_x, main_y, (across.end - across.start) * scale, (down.end - down.start) * scale)
    outer = Rect(x, y, main.right - x, main.bottom - y)
    return "".join(
        (
            _head(picture, grid, row, column, area),
            *windows,
            _ticks(across, main.x, scale, outer, upright=True),
            _ticks(down, main.y, scale, outer, upright=False),
            _neighbours(picture, grid, row, column, outer),
        )
    )


def _framed(drawing: Part, onto: Rect, x: float, y: float, scale: float) -> str:
    frame = tag("rect", x=x, y=y, width=onto.width * scale, height=onto.height * scale, fill="none", stroke=_RULE)
    return window(drawing, onto, x, y, scale) + frame


def _head(picture: Picture, grid: Grid, row: int, column: int, area: Rect) -> str:
    label = f"{grid.number(row, column)}/{grid.count + 1} · {grid.label(row, column)}"
    map_wide = len(grid.columns) * _MAP
    room = area.width - width(label, _TITLE, "semibold") - map_wide - 40
    size = min(_TITLE, _TITLE * room / max(width(picture.title, _TITLE, "semibold"), 1))  # whole, if smaller
    y = area.y + _TITLE
    look = {"font_weight": "600", "fill": _INK}
    return (
        tag("text", text(picture.title), x=area.x, y=y, font_size=f"{size:.2f}", **look)
        + tag("text", text(label), x=area.right - map_wide - 10, y=y, font_size=_TITLE, text_anchor="end", **look)
        + _map(grid, row, column, Rect(area.right - map_wide, area.y, map_wide, _HEAD - 4))
    )


def _map(grid: Grid, row: int, column: int, area: Rect) -> str:
    """All sheets as a small grid, with this one filled."""
    high = min(area.height / len(grid.rows), _MAP * 0.7)
    return "".join(
        tag(
            "rect",
            x=area.x + one * _MAP,
            y=area.y + other * high,
            width=_MAP,
            height=high,
            stroke=_MUTED,
            stroke_width="0.6",
            fill=_ACCENT if (other, one) == (row, column) else "none",
        )
        for other in range(len(grid.rows))
        for one in range(len(grid.columns))
    )


def _ticks(span: Span, start: float, scale: float, outer: Rect, *, upright: bool) -> str:
    """Marks beside the window where a sheet ends and the next begins: there the sheets can be cut and joined."""
    parts = []
    for place, edge in ((span.low, span.start), (span.high, span.end)):
        if place == edge:
            continue
        at = start + (place - span.start) * scale
        for side in (outer.y - _TICK - 1, outer.bottom + 1) if upright else (outer.x - _TICK - 1, outer.right + 1):
            end = f"M{at:.2f},{side:.2f}v{_TICK}" if upright else f"M{side:.2f},{at:.2f}h{_TICK}"
            parts.append(tag("path", d=end, stroke=_ACCENT, stroke_width="0.8", fill="none"))
    return "".join(parts)


def _neighbours(picture: Picture, grid: Grid, row: int, column: int, outer: Rect) -> str:
    """At each side that goes on, the label and the page of the sheet there, and an arrow to it."""
    middle_x, middle_y = outer.x + outer.width / 2, outer.y + outer.height / 2
    sides = (
        (row - 1, column, middle_x, outer.y - _RIM / 2, 0),
        (row + 1, column, middle_x, outer.bottom + _RIM / 2, 0),
        (row, column - 1, outer.x - _RIM / 2, middle_y, -90),
        (row, column + 1, outer.right + _RIM / 2, middle_y, -90),
    )
    parts = []
    for to_row, to_column, x, y, turn in sides:
        if not (0 <= to_row < len(grid.rows) and 0 <= to_column < len(grid.columns)):
            continue
        page = word("page", picture.language, value=grid.number(to_row, to_column))
        words = f"{grid.label(to_row, to_column)} · {page}"
        half = width(words, _SMALL) / 2
        away = -1 if to_row < row or to_column < column else 1
        arrow = tag("path", d=_arrow(half + 5, away), fill=_ACCENT)
        label = tag("text", text(words), y=_SMALL * 0.35, font_size=_SMALL, text_anchor="middle", fill=_INK)
        parts.append(tag("g", arrow, label, transform=f"translate({x:.2f},{y:.2f}) rotate({turn})"))
    return "".join(parts)


def _arrow(x: float, away: int) -> str:
    """Triangles on both sides of a label, that point up (-1) or down (1) as the label reads."""
    return "".join(f"M{side * x - 3:.2f},{-away * 2.2:.2f}h6l-3,{away * 4.6:.2f}Z" for side in (-1, 1))
