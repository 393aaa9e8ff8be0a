"""Added, removed, changed: told by a colour, and for whoever sees or prints none by a sign and the style of a line.

Green and solid with a plus, red and dashed with a minus, amber and double with a tilde; what has no mark is faded.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.markup import number, polyline, tag
from eaframe.diagrams.palette import paint
from eaframe.views.layout import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layout import PlacedEdge, PlacedNode, Point
    from eaframe.views.marks import Mark, Marks
    from eaframe.views.view import View

SAMPLE_WIDTH: Final = 34.0
_FADED: Final = "0.5"
_RADIUS: Final = 7.5  # px, of the disc of a sign
_SMALL: Final = 6.0
_BEYOND: Final = 28.0  # px from the end of a line to its sign
_GLOW: Final = 6.0  # px, the width of the colour along a line
# The strokes of a sign, from its centre, for a disc of radius 1: signs of letters would depend on a font.
_SIGNS: Final[Mapping[Mark, str]] = {
    "added": "M-.5,0H.5M0,-.5V.5",
    "removed": "M-.5,0H.5",
    "changed": "M-.55,.12C-.3,-.5 -.1,-.2 0,0S.3,.5 .55,-.12",
}


def marked_box(markup: str, node: PlacedNode, marks: Marks | None) -> str:
    """A box with its mark around it, or faded."""
    if marks is None:
        return markup
    mark = marks.nodes.get(node.node.id)
    if mark is None:
        return tag("g", markup, opacity=_FADED)
    corner = node.rect.width / 2 if node.node.junction else 4.0
    return markup + _ring(mark, node.rect, corner) + _sign(mark, (node.rect.x, node.rect.y), _RADIUS)


def marked_line(markup: str, edge: PlacedEdge, marks: Marks | None) -> str:
    """A line with its mark along it, or faded."""
    if marks is None:
        return markup
    mark = marks.edges.get(edge.edge.id)
    if mark is None:
        return tag("g", markup, opacity=_FADED)
    glow = tag(
        "path",
        d=polyline(edge.points),
        stroke_width=_GLOW,
        stroke_linejoin="round",
        stroke_dasharray="10 5" if mark == "removed" else None,
        opacity="0.38",
        **paint(None, mark),
    )
    return glow + markup


def marked_text(markup: str, edge: PlacedEdge, marks: Marks | None) -> str:
    """The text on a line, faded with it."""
    is_faded = marks is not None and edge.edge.id not in marks.edges
    return tag("g", markup, opacity="0.6") if is_faded else markup


def line_badge(edge: PlacedEdge, marks: Marks | None) -> str:
    """The sign of a line, near the end that it does not share with others."""
    mark = marks.edges.get(edge.edge.id) if marks else None
    if mark is None:
        return ""
    points = edge.points if edge.shared_end == "target" else edge.points[::-1]
    length = sum(math.dist(one, other) for one, other in pairwise(points))
    return _sign(mark, _along(points, min(_BEYOND, length / 2)), _SMALL)


def sample(mark: Mark | None) -> str:
    """A box for the legend, centred on y = 0."""
    rect = Rect(3.0, -7.0, SAMPLE_WIDTH - 6, 14.0)
    box = tag("rect", x=rect.x, y=rect.y, width=rect.width, height=rect.height, rx=1.0, **paint("page", "line"))
    if mark is None:
        return tag("g", box, opacity=_FADED)
    return box + _ring(mark, rect, 2.0) + _sign(mark, (rect.x, rect.y), 5.0)


def used(view: View, marks: Marks | None) -> list[Mark | None]:
    """The marks of a picture in their order, None for being faded."""
    if marks is None:
        return []
    there = {*marks.nodes.values(), *marks.edges.values()}
    found: list[Mark | None] = [mark for mark in _SIGNS if mark in there]
    faded = len(marks.nodes) < len(view.nodes) or len(marks.edges) < len(view.edges)
    return [*found, None] if faded else found


def _along(points: Sequence[Point], distance: float) -> Point:
    """The point of a line this far from its beginning."""
    for (x, y), (to_x, to_y) in pairwise(points):
        length = math.dist((x, y), (to_x, to_y))
        if length >= distance > 0:
            return x + (to_x - x) * distance / length, y + (to_y - y) * distance / length
        distance -= length
    return points[0]


def _ring(mark: Mark, rect: Rect, corner: float) -> str:
    rings = [(2.5, 1.2), (5.0, 1.2)] if mark == "changed" else [(3.0, 2.4)]
    return "".join(
        tag(
            "rect",
            x=rect.x - gap,
            y=rect.y - gap,
            width=rect.width + 2 * gap,
            height=rect.height + 2 * gap,
            rx=corner + gap,
            stroke_width=width,
            stroke_dasharray="7 4" if mark == "removed" else None,
            **paint(None, mark),
        )
        for gap, width in rings
    )


def _sign(mark: Mark, centre: Point, radius: float) -> str:
    x, y = centre
    place = f"translate({number(x)},{number(y)}) scale({number(radius)})"
    disc = tag("circle", r=1.0, stroke_width="0.18", **paint(mark, "page"))
    strokes = tag("path", d=_SIGNS[mark], stroke_width="0.3", stroke_linecap="round", **paint(None, "page"))
    return tag("g", disc, strokes, transform=place)
