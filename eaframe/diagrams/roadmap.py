"""A placed roadmap as SVG: lanes, the axis, bars whose open ends are arrows, days with a name as lines over all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.markup import number, polyline, tag
from eaframe.diagrams.palette import box_colours, paint
from eaframe.diagrams.texts import about, draw_text, group_line
from eaframe.views.layout import Rect
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.views.placed_roadmap import PlacedBar, PlacedLane, PlacedMark, PlacedRoadmap, PlacedTick

    Links = Callable[[str], str | None] | None

_AXIS: Final = "other-band"  # the colour of its ground
_STRIP: Final = 5.0  # px, the colour at the left of a lane
_ARROW: Final = 9.0  # px, the point of an open end
_ROUND: Final = 4.0
_DIAMOND: Final = 5.5  # px, half of that of a day with a name


def draw_roadmap(placed: PlacedRoadmap, links: Links) -> str:
    """The markup of a roadmap, from its top left corner."""
    if placed.sentence is not None:
        return draw_text(placed.sentence)
    return "".join(
        (
            *(_lane(lane, index) for index, lane in enumerate(placed.lanes)),
            _grid(placed),
            *(_mark_line(mark, placed) for mark in placed.marks),
            _axis(placed),
            *(_bar(bar, placed, links) for bar in placed.bars),
            *(_mark(mark, placed, links) for mark in placed.marks),
        )
    )


def _lane(lane: PlacedLane, index: int) -> str:
    rect = lane.rect
    ground = tag("rect", **_sides(rect), **paint("other-band" if index % 2 == 0 else "page"))
    label = ""
    if lane.text is not None:
        strip = tag("rect", **_sides(Rect(rect.x, rect.y, _STRIP, rect.height)), **paint(group_line(lane.layer)))
        label = tag("g", strip, draw_text(lane.text), class_="ea-head")
    line = tag("path", d=f"M0,{number(rect.bottom)}H{number(rect.right)}", stroke_width=0.8, **paint(None, "frame"))
    return tag("g", ground, label, line, class_="ea-row")


def _grid(placed: PlacedRoadmap) -> str:
    axis, bottom = placed.axis, number(placed.height)
    lines = {is_year: "".join(_upright(tick, bottom) for tick in placed.ticks if tick.is_year is is_year)
             for is_year in (True, False)}  # fmt: skip
    end = f"M{number(axis.right)},{number(axis.y)}V{bottom}"
    return (
        tag("rect", **_sides(axis), **paint(_AXIS))
        + (tag("path", d=lines[False], stroke_width=0.6, **paint(None, "frame")) if lines[False] else "")
        + tag("path", d=lines[True] + end, stroke_width=1.2, **paint(None, "frame"))
    )


def _upright(tick: PlacedTick, bottom: str) -> str:
    return f"M{number(tick.rect.x)},{number(tick.rect.y)}V{bottom}"


def _axis(placed: PlacedRoadmap) -> str:
    texts = [draw_text(tick.text, _AXIS) for tick in placed.ticks if tick.text]
    end = f"M0,{number(placed.axis.bottom)}H{number(placed.width)}"
    return tag("g", *texts, tag("path", d=end, stroke_width=1.4, **paint(None, "line")), class_="ea-head")


def _bar(placed: PlacedBar, roadmap: PlacedRoadmap, links: Links) -> str:
    node, bar = placed.node, placed.bar
    look = paint(*box_colours(node)[:2])
    look["class_"] += " ea-box"
    shape = tag("path", d=_outline(placed), stroke_width=1.2, stroke_linejoin="round", **look)
    language = roadmap.view.language
    first, last = (date_text(day, language) if day else "…" for day in (bar.first, bar.last))
    life = first if bar.first and bar.first == bar.last else f"{first} – {last}"
    tip = (f"{node.name} [{node.label}]", life, node.documentation)
    words = draw_text(placed.text, None if placed.is_inside else "page")
    return about(node.id, tip, links, shape, words, class_="ea-bar")


def _outline(placed: PlacedBar) -> str:
    rect, bar = placed.rect, placed.bar
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    middle = y + rect.height / 2
    if placed.is_point:
        return polyline([(rect.middle, y), (right, middle), (rect.middle, bottom), (x, middle)], closed=True)
    arrow = min(_ARROW, rect.width / 2)
    corner = min(_ROUND, rect.width / 2)
    n = number
    if bar.last:
        end = (
            f"H{n(right - corner)}Q{n(right)},{n(y)} {n(right)},{n(y + corner)}V{n(bottom - corner)}"
            f"Q{n(right)},{n(bottom)} {n(right - corner)},{n(bottom)}"
        )
    else:
        end = f"H{n(right - arrow)}L{n(right)},{n(middle)}L{n(right - arrow)},{n(bottom)}"
    if bar.first:
        start = (
            f"H{n(x + corner)}Q{n(x)},{n(bottom)} {n(x)},{n(bottom - corner)}V{n(y + corner)}"
            f"Q{n(x)},{n(y)} {n(x + corner)},{n(y)}Z"
        )
    else:
        start = f"H{n(x + arrow)}L{n(x)},{n(middle)}L{n(x + arrow)},{n(y)}Z"
    begin = x + (corner if bar.first else arrow)
    return f"M{n(begin)},{n(y)}{end}{start}"


def _mark_line(mark: PlacedMark, roadmap: PlacedRoadmap) -> str:
    colour = "removed" if mark.is_today else "line"
    return tag(
        "path",
        d=f"M{number(mark.x)},{number(mark.text.rect.y + 2)}V{number(roadmap.height)}",
        stroke_width=1.6 if mark.is_today else 1.1,
        stroke_dasharray=None if mark.is_today else "4 3",
        **paint(None, colour),
    )


def _mark(mark: PlacedMark, roadmap: PlacedRoadmap, links: Links) -> str:
    x, y = mark.x, roadmap.axis.y - _DIAMOND
    look = paint("removed" if mark.is_today else "line", "page")
    look["class_"] += " ea-box"
    diamond = polyline([(x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y)], closed=True)
    shape = tag("path", d=diamond, stroke_width=1.0, **look)
    tip = (mark.mark.label, date_text(mark.mark.date, roadmap.view.language))
    return about(mark.mark.node, tip, links, shape, draw_text(mark.text), class_="ea-mark")


def _sides(rect: Rect) -> dict[str, float]:
    return {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
