"""The sheets of a picture as SVG: one that shows all of it, and where that cannot be read, one for each part."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal
from xml.etree import ElementTree as ET

from eaframe.diagrams.markup import tag, text
from eaframe.diagrams.pages.pieces import reflowed, rewrapped, window
from eaframe.diagrams.pages.plan import MOST_SCALE, TILE_SCALE, WHOLE_SCALE, Grid, grid_of
from eaframe.diagrams.pages.tiles import BODY_MARGIN, tile
from eaframe.diagrams.palette import COLOURS
from eaframe.diagrams.words import word
from eaframe.views.layout import Rect
from eaframe.views.text import width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.diagrams.pages.parts import Part, Picture

Paper = Literal["a4", "a3", "fit"]
_MM: Final = 72 / 25.4
_PAPERS: Final[Mapping[str, tuple[float, float]]] = {  # ISO 216, lying; mm
    "a4": (297.0, 210.0),
    "a3": (420.0, 297.0),
}
MARGIN: Final = 10 * _MM  # pt: what no printer leaves white of itself
_PX: Final = 0.75  # pt: CSS
_SMALL: Final = 0.65  # pt to the px of legend and small print beside a picture that is drawn smaller
_LARGEST: Final = 14_400.0  # pt: the longest side that every reader of PDF can show (ISO 32000-1, annex C)
_GAP: Final = 10.0  # pt
_NOTE: Final = 9.0  # pt, of the sentence that explains the pages
_BADGE: Final = 9.0
_INK: Final = COLOURS["text"][0]
_PAGE: Final = COLOURS["page"][0]
_ACCENT: Final = COLOURS["removed"][0]
_LABEL: Final = {"font_weight": "600", "text_anchor": "middle"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: ``svg`` covers all of it, its px are pt. ``width`` and ``height`` in pt."""

    width: float
    height: float
    svg: str


@dataclass(frozen=True, slots=True)
class _Overview:
    """The first sheet without what is drawn over the drawing; the drawing's scale and place."""

    size: tuple[float, float]
    markup: str
    scale: float
    x: float
    y: float


def sheets(picture: Picture, paper: Paper) -> tuple[Sheet, ...]:
    """A picture on paper, lying or upright as it suits it, on one sheet where its names can be read there.

    ``fit`` is one sheet as large as the picture.
    """
    if paper == "fit":
        scale = min(_PX, _LARGEST / max(picture.width, picture.height))
        size = (picture.width * scale, picture.height * scale)
        return (_sheet(picture, size, _whole(picture, size, scale)),)
    lying = tuple(one * _MM for one in _PAPERS[paper])
    ways = ((lying[0], lying[1]), (lying[1], lying[0]))
    best = max(ways, key=lambda size: _fitting(picture, size))
    scale = min(_fitting(picture, best), MOST_SCALE)
    drawing = picture.drawing
    if scale >= WHOLE_SCALE or drawing is None:
        return (_sheet(picture, best, _whole(picture, best, scale)),)
    first = max((_overview(picture, drawing, size) for size in ways), key=lambda one: one.scale)
    if first.scale >= WHOLE_SCALE:
        return (_sheet(picture, first.size, first.markup),)
    grids = {size: grid_of(drawing, picture.cuts, *_body(picture, size)) for size in ways}
    best = min(ways, key=lambda size: (grids[size].count, -grids[size].scale))
    return _divided(picture, drawing, ways, best, grids[best])


def _fitting(picture: Picture, size: tuple[float, float]) -> float:
    return min((size[0] - 2 * MARGIN) / picture.width, (size[1] - 2 * MARGIN) / picture.height)


def _whole(picture: Picture, size: tuple[float, float], scale: float) -> str:
    x, y = (size[0] - picture.width * scale) / 2, (size[1] - picture.height * scale) / 2
    content = "".join(ET.tostring(one, encoding="unicode") for one in picture.whole if one.tag != "defs")
    return tag("g", content, transform=f"translate({x:.2f},{y:.2f}) scale({scale:.4f})")


def _sheet(picture: Picture, size: tuple[float, float], content: str) -> Sheet:
    shared = "".join(ET.tostring(one, encoding="unicode") for one in picture.shared)
    page = tag("rect", width=size[0], height=size[1], fill=_PAGE)
    svg = tag(
        "svg",
        shared,
        page,
        content,
        xmlns="http://www.w3.org/2000/svg",
        width=f"{size[0]:.2f}",
        height=f"{size[1]:.2f}",
        viewBox=f"0 0 {size[0]:.2f} {size[1]:.2f}",
        font_family="Noto Sans",
    )
    return Sheet(size[0], size[1], svg)


def _body(picture: Picture, size: tuple[float, float]) -> tuple[float, float]:
    """The room for the drawing on the sheet of a part, in pt."""
    _, foot = rewrapped(picture.small_print, (size[0] - 2 * MARGIN) / _SMALL)
    left, top, right, bottom = BODY_MARGIN
    return size[0] - 2 * MARGIN - left - right, size[1] - 2 * MARGIN - top - bottom - foot * _SMALL


def _divided(
    picture: Picture, drawing: Part, ways: Sequence[tuple[float, float]], size: tuple[float, float], grid: Grid
) -> tuple[Sheet, ...]:
    note = word("pages", picture.language, value=grid.count + 1)
    first = max((_overview(picture, drawing, way, note) for way in ways), key=lambda one: one.scale)
    found = [_sheet(picture, first.size, first.markup + _lattice(picture, drawing.rect, grid, first))]
    print_, height = rewrapped(picture.small_print, (size[0] - 2 * MARGIN) / _SMALL)
    foot = _placed(print_, MARGIN, size[1] - MARGIN - height * _SMALL, _SMALL)
    area = Rect(MARGIN, MARGIN, size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - height * _SMALL)
    found += [
        _sheet(picture, size, tile(picture, drawing, grid, (row, column), area) + foot)
        for row in range(len(grid.rows))
        for column in range(len(grid.columns))
    ]
    return tuple(found)


def _overview(picture: Picture, drawing: Part, size: tuple[float, float], note: str = "") -> _Overview:
    """Heading, drawing, legend and small print below one another, each as large as it must be to be read."""
    wide = size[0] - 2 * MARGIN
    heading, heading_height = rewrapped(picture.heading, wide / _PX)
    key, key_height = reflowed(picture.legend, wide / _SMALL)
    small, small_height = rewrapped(picture.small_print, wide / _SMALL)
    top = MARGIN + heading_height * _PX + _GAP
    said = tag("text", text(note), x=MARGIN, y=top + 4.0, font_size=_NOTE, fill=_INK) if note else ""
    top += 2 * _NOTE if note else 0.0
    print_top = size[1] - MARGIN - small_height * _SMALL
    room = print_top - top - (_GAP + key_height * _SMALL if key else 0.0) - _GAP
    whole = drawing.rect
    scale = min(wide / whole.width, room / whole.height, TILE_SCALE)
    x = (size[0] - whole.width * scale) / 2
    markup = "".join(
        (
            _placed(heading, MARGIN, MARGIN, _PX),
            said,
            window(drawing, whole, x, top, scale),
            _placed(key, MARGIN, top + whole.height * scale + _GAP, _SMALL),
            _placed(small, MARGIN, print_top, _SMALL),
        )
    )
    return _Overview(size, markup, scale, x, top)


def _placed(markup: str, x: float, y: float, scale: float) -> str:
    return tag("g", markup, transform=f"translate({x:.2f},{y:.2f}) scale({scale:g})") if markup else ""


def _lattice(picture: Picture, whole: Rect, grid: Grid, first: _Overview) -> str:
    """Over the whole drawing: the cuts, and in each part the label and the page of its sheet."""
    xs = [first.x + (one - whole.x) * first.scale for one in (*(span.low for span in grid.columns), whole.right)]
    ys = [first.y + (one - whole.y) * first.scale for one in (*(span.low for span in grid.rows), whole.bottom)]
    lines = [f"M{x:.2f},{ys[0]:.2f}V{ys[-1]:.2f}" for x in xs] + [f"M{xs[0]:.2f},{y:.2f}H{xs[-1]:.2f}" for y in ys]
    parts = [tag("path", d="".join(lines), fill="none", stroke=_ACCENT, stroke_width="0.9", stroke_dasharray="5 3")]
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            page = word("page", picture.language, value=grid.number(row, column))
            parts.append(_badge(f"{grid.label(row, column)} · {page}", (left + right) / 2, (top + bottom) / 2))
    return "".join(parts)


def _badge(words: str, x: float, y: float) -> str:
    room = width(words, _BADGE, "semibold") + _BADGE * 1.4
    high = _BADGE * 1.8
    return tag(
        "g",
        tag("rect", x=-room / 2, y=-high / 2, width=room, height=high, rx=high / 2, fill=_ACCENT, opacity="0.9"),
        tag("text", text(words), y=_BADGE * 0.36, font_size=_BADGE, fill=_PAGE, **_LABEL),
        transform=f"translate({x:.2f},{y:.2f})",
    )
