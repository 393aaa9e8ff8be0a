"""A placed view as SVG: bands, boxes, lines, texts, in a frame with a title and a legend."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.boxes import box, box_texts
from eaframe.diagrams.frame import small_print, title_block
from eaframe.diagrams.legend import legend
from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.lines import edge, edge_text
from eaframe.diagrams.marks import line_badge, marked_box, marked_line, marked_text
from eaframe.diagrams.markup import number, tag, text
from eaframe.diagrams.palette import COLOURS, paint, style
from eaframe.diagrams.roadmap import draw_roadmap
from eaframe.diagrams.table import draw_table
from eaframe.diagrams.texts import draw_area
from eaframe.diagrams.trunks import starts
from eaframe.diagrams.words import word
from eaframe.views.placed_roadmap import PlacedRoadmap
from eaframe.views.placed_table import PlacedTable
from eaframe.views.text import width, wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.views.layout import PlacedBand
    from eaframe.views.marks import Marks
    from eaframe.views.place import Placed
    from eaframe.views.view import View

_MARGIN: Final = 32.0  # px around everything
_LEAST: Final = 640.0  # px: the width that a title and a legend need
_FONT: Final = "'Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
_BAND_LABELS: Final = ((12.5, 1), (11.0, 2), (9.5, 2), (8.0, 2))  # font sizes to try, with the lines that they allow
_USED: Final = re.compile(r"ea-[fs]-([a-z0-9-]+)")


def render_svg(placed: Placed, links: Callable[[str], str | None] | None = None, marks: Marks | None = None) -> str:
    """The SVG of a placed view, table or roadmap, in the view's language; the same bytes for the same view.

    ``links`` gives the address of an element by its id; only relative ones and fragments become links. With ``marks``
    all that has none is faded.
    """
    drawing = _drawing(placed, links, marks)
    view = placed.view
    shown = view if view.layout == "layered" else replace(view, edges=())  # no other layout draws lines
    return framed(view, drawing, (placed.width, placed.height), lambda most: legend(shown, most, marks))


def framed(
    view: View,
    drawing: str,
    size: tuple[float, float],
    key: Callable[[float], tuple[str, float]] = lambda _: ("", 0.0),
) -> str:
    """The SVG of a drawing of ``size`` px, with its title above and its legend and small print below.

    ``key`` gives the legend, as markup and its height, for a width; both in px.
    """
    width_, height = size
    inner = max(width_, _LEAST)
    title, title_height = title_block(view, inner)
    drawing_top = _MARGIN + title_height + 18
    legend_top = drawing_top + height + 26
    explained, key_height = key(inner)
    print_top = legend_top + key_height + (18 if explained else 0)
    small, small_height = small_print(view, inner)
    full = (inner + 2 * _MARGIN, print_top + small_height + _MARGIN - 8)
    shift = (inner - width_) / 2
    rule = tag(
        "path",
        d=f"M{number(_MARGIN)},{number(print_top - 6)}H{number(_MARGIN + inner)}",
        stroke_width=1,
        **paint(None, "frame"),
    )
    body = "".join(
        (
            tag("rect", width=full[0], height=full[1], **paint("page")),
            _at(title, _MARGIN, _MARGIN),
            _at(drawing, _MARGIN + shift, drawing_top),
            _at(explained, _MARGIN, legend_top),
            rule,
            _at(small, _MARGIN, print_top),
        )
    )
    used = set(_USED.findall(body)) & COLOURS.keys()
    names = f"ea-title-{view.hash} ea-desc-{view.hash}"
    return (
        tag(
            "svg",
            tag("title", text(view.title), id=f"ea-title-{view.hash}"),
            tag("desc", text(_description(view)), id=f"ea-desc-{view.hash}"),
            tag("style", style(used)),
            body,
            xmlns="http://www.w3.org/2000/svg",
            width=full[0],
            height=full[1],
            viewBox=f"0 0 {number(full[0])} {number(full[1])}",
            role="graphics-document document" if "<a " in body else "img",
            aria_labelledby=names,
            class_="ea-view",
            lang=view.language,
            font_family=_FONT,
        )
        + "\n"
    )


def _description(view: View) -> str:
    counts = word("counts", view.language, nodes=len(view.nodes), edges=len(view.edges) + len(view.nested))
    return " ".join(filter(None, (view.documentation, counts)))


def _at(markup: str, x: float, y: float) -> str:
    return tag("g", markup, transform=f"translate({number(x)},{number(y)})") if markup else ""


def _drawing(placed: Placed, links: Callable[[str], str | None] | None, marks: Marks | None) -> str:
    if isinstance(placed, PlacedTable):
        return draw_table(placed, links)
    if isinstance(placed, PlacedRoadmap):
        return draw_roadmap(placed, links)
    view = placed.view
    containers = [node for node in placed.nodes if node.is_container]
    boxes = [node for node in placed.nodes if not node.is_container]
    parts = [_band(band) for band in placed.bands] + [draw_area(area) for area in placed.areas]
    parts += [marked_box(box(node, view, links), node, marks) for node in containers]
    lines = sorted(placed.edges, key=lambda one: one.edge.origin != "derived")  # these pale ones lie under the others
    begun = starts(lines)
    parts += [marked_line(edge(one, begun[one.edge.id], view.language), one, marks) for one in lines]
    parts += [box_texts(node) for node in containers]  # over the lines that go in, which must not strike them out
    parts += [marked_box(box(node, view, links), node, marks) for node in boxes]
    parts += [marked_text(edge_text(one), one, marks) for one in placed.edges if one.text]
    parts += [line_badge(one, marks) for one in placed.edges]
    return "".join(parts)


def _band(band: PlacedBand) -> str:
    rect = band.rect
    shape = {"x": rect.x, "y": rect.y, "height": rect.height, "rx": 5.0}
    size, lines = _fitting(band.label, rect.height - 10)
    top = -len(lines) * size * 1.15 / 2
    label = "".join(
        lettering(one, 0.0, top + (index + 0.83) * size * 1.15, size, "text", text_anchor="middle", font_weight="600")
        for index, one in enumerate(lines)
    )
    place = f"translate({number(rect.x + band.strip / 2)},{number(rect.y + rect.height / 2)}) rotate(-90)"
    return tag(
        "g",
        tag("rect", width=rect.width, **shape, **paint(f"{band.id}-band")),
        tag("rect", width=band.strip, **shape, **paint(band.id)),
        tag("g", label, transform=place),
    )


def _fitting(label: str, room: float) -> tuple[float, tuple[str, ...]]:
    """The font size and the lines in which a label fits into a strip of this length."""
    for size, most in _BAND_LABELS:
        lines = wrap(label, room, size, "semibold")
        if len(lines) <= most and all(width(word, size, "semibold") <= room for word in label.split()):
            return size, lines
    size, _ = _BAND_LABELS[-1]
    return size, (label,)
