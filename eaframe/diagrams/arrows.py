"""ArchiMate's notation of relationships: the stroke of a line and what stands at its ends (3.2, ch. 5).

Arrowheads are drawn as shapes of their own instead of SVG markers: so they have the colours of the line on light and
dark, and every renderer draws them alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.diagrams.markup import number, polyline, tag
from eaframe.diagrams.palette import paint
from eaframe.diagrams.trunks import cut

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layout import Point
    from eaframe.views.view import ViewEdge

Head = Literal["", "diamond", "hollow-diamond", "ball", "triangle", "hollow-triangle", "open", "small-open", "half"]
_DOTTED: Final = "1.5 3"
_DASHED: Final = "7 4"
_CORNER: Final = 7.0  # px: the radius of a bend


@dataclass(frozen=True, slots=True)
class Arrow:
    """How a relationship is drawn: its dashes, and the shapes at its ends."""

    dashes: str = ""
    source: Head = ""
    target: Head = ""


ARROWS: Final[Mapping[str, Arrow]] = {
    "composition": Arrow(source="diamond"),
    "aggregation": Arrow(source="hollow-diamond"),
    "assignment": Arrow(source="ball", target="triangle"),
    "realization": Arrow(_DOTTED, target="hollow-triangle"),
    "serving": Arrow(target="open"),
    "access": Arrow(_DOTTED),
    "influence": Arrow(_DASHED, target="open"),
    "association": Arrow(),
    "triggering": Arrow(target="triangle"),
    "flow": Arrow(_DASHED, target="triangle"),
    "specialization": Arrow(target="hollow-triangle"),
}
# An access goes from the behaviour to the object: what is read comes the other way.
_MODES: Final[Mapping[str, tuple[Head, Head]]] = {
    "read": ("small-open", ""),
    "write": ("", "small-open"),
    "readwrite": ("small-open", "small-open"),
}


@dataclass(frozen=True, slots=True)
class _Form:
    """A head along the x axis, its tip in the origin. ``length`` px of the line lie under it and are not drawn."""

    points: tuple[Point, ...]
    is_closed: bool
    is_filled: bool
    length: float


_FORMS: Final[Mapping[str, _Form]] = {
    "diamond": _Form(((0, 0), (-7.5, 4.2), (-15, 0), (-7.5, -4.2)), True, True, 15),
    "hollow-diamond": _Form(((0, 0), (-7.5, 4.2), (-15, 0), (-7.5, -4.2)), True, False, 15),
    "triangle": _Form(((0, 0), (-9, 4), (-9, -4)), True, True, 9),
    "hollow-triangle": _Form(((0, 0), (-10, 5.2), (-10, -5.2)), True, False, 10),
    "open": _Form(((-8, 4.8), (0, 0), (-8, -4.8)), False, False, 0.6),
    "small-open": _Form(((-6, 3.4), (0, 0), (-6, -3.4)), False, False, 0.6),
    "half": _Form(((-9, 5), (0, 0)), False, False, 0.6),
}
_BALL: Final = 2.6  # px: the radius of the ball of an assignment


def arrow_of(edge: ViewEdge) -> Arrow:
    """The arrow of one relationship, by its type and its attributes."""
    arrow = ARROWS[edge.type]
    if edge.type == "access":
        source, target = _MODES.get(edge.mode, ("", ""))
        return Arrow(arrow.dashes, source, target)
    if edge.type == "association" and edge.directed:
        return Arrow(target="half")
    return arrow


def line(
    arrow: Arrow,
    points: Sequence[Point],
    *,
    from_target: bool = False,
    start: float = 0.0,
    is_derived: bool = False,
) -> str:
    """The line of a relationship and the shapes at its ends.

    Where it shares a stretch with others, it is drawn from that end on (``from_target``), and its first ``start`` px
    are there already: so the dashes of all fall on one another. A derived one is thinner and paler.
    """
    ink, thickness = ("derived", 0.9) if is_derived else ("line", 1.25)
    trimmed = list(points)
    trimmed[0] = _towards(points[0], points[1], _length(arrow.source))
    trimmed[-1] = _towards(points[-1], points[-2], _length(arrow.target))
    if from_target:
        trimmed.reverse()
    hidden = max(start - _length(arrow.target if from_target else arrow.source), 0.0)
    path = tag(
        "path",
        d=_bent(cut(trimmed, hidden)),
        stroke_width=thickness,
        stroke_dasharray=arrow.dashes or None,
        stroke_dashoffset=hidden if arrow.dashes and hidden else None,
        **paint(None, ink),
    )
    at_source = "" if start and not from_target else _head(arrow.source, points[0], points[1], ink)
    at_target = "" if start and from_target else _head(arrow.target, points[-1], points[-2], ink)
    return path + at_source + at_target


def _length(head: Head) -> float:
    return _FORMS[head].length if head in _FORMS else 0.0


def _towards(start: Point, other: Point, distance: float) -> Point:
    length = math.dist(start, other)
    if not length:
        return start
    part = min(distance / length, 1.0)
    return start[0] + (other[0] - start[0]) * part, start[1] + (other[1] - start[1]) * part


def _head(head: Head, tip: Point, from_: Point, ink: str) -> str:
    if head == "ball":
        x, y = _towards(tip, from_, _BALL)
        return tag("circle", cx=x, cy=y, r=_BALL, **paint(ink))
    if not head:
        return ""
    form = _FORMS[head]
    length = math.dist(tip, from_) or 1.0
    cos, sin = (tip[0] - from_[0]) / length, (tip[1] - from_[1]) / length
    turned = [(tip[0] + x * cos - y * sin, tip[1] + x * sin + y * cos) for x, y in form.points]
    fill = ink if form.is_filled else "page" if form.is_closed else None
    path = polyline(turned, closed=form.is_closed)
    return tag("path", d=path, stroke_width=1.25, stroke_linejoin="round", **paint(fill, ink))


def _bent(points: Sequence[Point]) -> str:
    """A path with rounded bends."""
    path = [f"M{number(points[0][0])},{number(points[0][1])}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_CORNER, math.dist(before, here) / 2, math.dist(here, after) / 2)
        start, end = _towards(here, before, radius), _towards(here, after, radius)
        path.append(f"L{number(start[0])},{number(start[1])}")
        path.append(f"Q{number(here[0])},{number(here[1])} {number(end[0])},{number(end[1])}")
    path.append(f"L{number(points[-1][0])},{number(points[-1][1])}")
    return "".join(path)
