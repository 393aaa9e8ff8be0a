"""The marks of a chart: what is computed, what was recorded, between which bounds, baseline and target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.markup import number, paragraphs, polyline, tag
from eaframe.diagrams.palette import paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.layout import Point

COMPUTED: Final = "blue-line"
RECORDED: Final = "orange-line"
TARGET: Final = "green-line"
BASELINE: Final = "grey-line"
_DOT: Final = 4.0  # px, the radius
_DIAMOND: Final = 5.2
_CAP: Final = 3.5  # px, half of the end of a range


def dot(x: float, y: float, *tip: str) -> str:
    """A computed number."""
    return tag("circle", tag("title", paragraphs(*tip)) if tip else "", cx=x, cy=y, r=_DOT, stroke_width=1.4,
               **paint(COMPUTED, "page"))  # fmt: skip


def planned_dot(x: float, y: float, *tip: str) -> str:
    """A computed number of a day to come."""
    return tag("circle", tag("title", paragraphs(*tip)) if tip else "", cx=x, cy=y, r=_DOT, stroke_width=1.8,
               **paint("page", COMPUTED))  # fmt: skip


def planned_line(points: Sequence[Point]) -> str:
    """Joins what is computed for days to come."""
    return tag("path", d=polyline(tuple(points)), stroke_width=2, stroke_dasharray="5 4", **paint(None, COMPUTED))


def diamond(x: float, y: float, *tip: str) -> str:
    """A recorded number."""
    around = [(x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y)]
    title = tag("title", paragraphs(*tip)) if tip else ""
    return tag("path", title, d=polyline(around, closed=True), stroke_width=1.4, **paint(RECORDED, "page"))


def computed_line(points: Sequence[Point]) -> str:
    """Joins what is computed."""
    return tag("path", d=polyline(tuple(points)), stroke_width=2, stroke_linejoin="round", **paint(None, COMPUTED))


def recorded_line(points: Sequence[Point]) -> str:
    """Joins what was recorded."""
    return tag("path", d=polyline(tuple(points)), stroke_width=1.4, stroke_dasharray="2 3", **paint(None, RECORDED))


def target_line(first: Point, last: Point) -> str:
    """Where the target is."""
    return tag("path", d=polyline((first, last)), stroke_width=1.6, stroke_dasharray="7 4", **paint(None, TARGET))


def target_day(x: float, y: float) -> str:
    """When the target is to be reached."""
    return tag("circle", cx=x, cy=y, r=_DOT, stroke_width=1.8, **paint("page", TARGET))


def baseline_line(first: Point, last: Point) -> str:
    """Where it began."""
    return tag("path", d=polyline((first, last)), stroke_width=1.2, stroke_dasharray="3 3", **paint(None, BASELINE))


def upright_range(x: float, low: float, high: float) -> str:
    """Between which heights a number lies."""
    n = number
    caps = f"M{n(x - _CAP)},{n(low)}H{n(x + _CAP)}M{n(x - _CAP)},{n(high)}H{n(x + _CAP)}"
    return tag("path", d=f"M{n(x)},{n(low)}V{n(high)}{caps}", stroke_width=1.3, **paint(None, COMPUTED))


def level_range(y: float, low: float, high: float) -> str:
    """Between which lengths a bar lies."""
    n = number
    caps = f"M{n(low)},{n(y - _CAP)}V{n(y + _CAP)}M{n(high)},{n(y - _CAP)}V{n(y + _CAP)}"
    return tag("path", d=f"M{n(low)},{n(y)}H{n(high)}{caps}", stroke_width=1.3, **paint(None, COMPUTED))


def bar(x: float, y: float, length: float, height: float, *tip: str) -> str:
    """A computed number of a group."""
    title = tag("title", paragraphs(*tip)) if tip else ""
    return tag(
        "rect", title, x=x, y=y, width=max(length, 1.0), height=height, stroke_width=1, **paint("blue", COMPUTED)
    )
