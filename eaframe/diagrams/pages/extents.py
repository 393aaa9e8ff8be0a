"""Where the shapes of an SVG of ours lie: a rectangle around each, a little too large rather than too small."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Rect
from eaframe.views.text import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from eaframe.views.layout import Point

Matrix = tuple[float, float, float, float, float, float]  # a b c d e f, as in SVG
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_CALL: Final = re.compile(r"(translate|scale|rotate|matrix)\(([^)]*)\)")
_NUMBER: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_STEP: Final = re.compile(r"([MLHVCSQTAZ])([^MLHVCSQTAZ]*)", re.IGNORECASE)
_ARGUMENTS: Final = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}
_ASCENT: Final = 1.0  # of the font size above the line: a capital with two diacritics
_DESCENT: Final = 0.3


def extents(element: Element, matrix: Matrix = IDENTITY) -> dict[Element, Rect]:
    """The rectangle of an element and of everything in it that is drawn, in the coordinates of ``matrix``."""
    found: dict[Element, Rect] = {}
    own = times(matrix, transform_of(element))
    if element.tag in {"g", "a"}:
        inside: list[Rect] = []
        for child in element:
            found |= extents(child, own)
            if child in found:
                inside.append(found[child])
        if inside:
            found[element] = around(inside)
    elif points := list(_points(element)):
        xs, ys = zip(*(_moved(point, own) for point in points), strict=True)
        found[element] = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return found


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around others, of which there is at least one."""
    found = list(rects)
    x, y = min(one.x for one in found), min(one.y for one in found)
    return Rect(x, y, max(one.right for one in found) - x, max(one.bottom for one in found) - y)


def meets(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share more than an edge."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def holds(outer: Rect, inner: Rect) -> bool:
    """Whether one rectangle lies in the other, give or take rounding."""
    slack = 0.11
    return (
        outer.x - slack <= inner.x
        and outer.y - slack <= inner.y
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def transform_of(element: Element) -> Matrix:
    """The matrix of an element's ``transform``."""
    matrix = IDENTITY
    for name, written in _CALL.findall(element.get("transform", "")):
        matrix = times(matrix, _matrix(name, _numbers(written)))
    return matrix


def times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does ``other`` first."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _matrix(name: str, values: list[float]) -> Matrix:
    if name == "translate":
        return 1.0, 0.0, 0.0, 1.0, values[0], values[1] if len(values) > 1 else 0.0
    if name == "scale":
        return values[0], 0.0, 0.0, values[-1], 0.0, 0.0
    if name == "matrix":
        return values[0], values[1], values[2], values[3], values[4], values[5]
    cos, sin = math.cos(math.radians(values[0])), math.sin(math.radians(values[0]))
    x, y = values[1:3] if len(values) > 1 else (0.0, 0.0)
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y


def _moved(point: Point, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _points(element: Element) -> Iterator[Point]:
    """Points whose surrounding rectangle is that of a shape."""
    if element.tag == "path":
        yield from _path(element.get("d", ""))
    elif element.tag == "text":
        yield from _text(element)
    elif element.tag in {"rect", "image", "svg"}:
        yield from _corners(*(float(element.get(key, 0)) for key in ("x", "y", "width", "height")))
    elif element.tag in {"circle", "ellipse"}:
        rx, ry = (float(element.get(key, element.get("r", 0))) for key in ("rx", "ry"))
        yield from _corners(float(element.get("cx", 0)) - rx, float(element.get("cy", 0)) - ry, 2 * rx, 2 * ry)
    elif element.tag == "line":
        yield from ((float(element.get(f"x{end}", 0)), float(element.get(f"y{end}", 0))) for end in "12")
    elif element.tag in {"polyline", "polygon"}:
        values = _numbers(element.get("points", ""))
        yield from zip(values[::2], values[1::2], strict=True)


def _corners(x: float, y: float, wide: float, high: float) -> Iterator[Point]:
    yield from ((x, y), (x + wide, y), (x, y + high), (x + wide, y + high))


def _text(element: Element) -> Iterator[Point]:
    size = float(element.get("font-size", 12))
    bold = element.get("font-weight", "400") in {"600", "700", "bold"}
    long = width("".join(element.itertext()), size, "semibold" if bold else "regular")
    before = {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor", "start"), 0.0)
    x, y = float(element.get("x", 0)) - before * long, float(element.get("y", 0))
    yield from _corners(x, y - _ASCENT * size, long, (_ASCENT + _DESCENT) * size)


def _path(written: str) -> Iterator[Point]:
    """The corners and the control points of a path, and how far its arcs could reach."""
    x = y = start_x = start_y = 0.0
    for letter, arguments in _STEP.findall(written):
        kind, values = letter.upper(), _numbers(arguments)
        if kind == "Z":
            x, y = start_x, start_y
            continue
        count = _ARGUMENTS[kind]
        for index in range(0, len(values) - count + 1, count):
            here = values[index : index + count]
            from_x, from_y = (x, y) if letter.islower() else (0.0, 0.0)
            if kind == "H":
                x = from_x + here[0]
            elif kind == "V":
                y = from_y + here[0]
            else:
                pairs = here[-2:] if kind == "A" else here
                yield from ((from_x + one, from_y + other) for one, other in zip(pairs[::2], pairs[1::2], strict=True))
                if kind == "A":
                    yield from _arc((x, y), (from_x + pairs[0], from_y + pairs[1]), here[0], here[1])
                x, y = from_x + pairs[-2], from_y + pairs[-1]
            if kind == "M" and not index:
                start_x, start_y = x, y
            yield x, y


def _arc(start: Point, end: Point, rx: float, ry: float) -> Iterator[Point]:
    """Both ends lie on the ellipse, so that none of it is further from either than its diameter."""
    yield max(start[0], end[0]) - 2 * rx, max(start[1], end[1]) - 2 * ry
    yield min(start[0], end[0]) + 2 * rx, min(start[1], end[1]) + 2 * ry


def _numbers(written: str) -> list[float]:
    return [float(one) for one in _NUMBER.findall(written)]
