"""A placed view as SVG: bands, boxes, lines, texts, in a frame with a title and a legend."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.bands import band_shape
from eaframe.diagrams.boxes import box, box_texts
from eaframe.diagrams.frame import small_print, title_block
from eaframe.diagrams.legend import legend
from eaframe.diagrams.lines import edge, edge_text
from eaframe.diagrams.marks import line_badge, marked_box, marked_line, marked_text
from eaframe.diagrams.markup import number, tag, text
from eaframe.diagrams.pages.cuts import cut_attributes
from eaframe.diagrams.palette import COLOURS, paint, style
from eaframe.diagrams.roadmap import draw_roadmap
from eaframe.diagrams.table import draw_table
from eaframe.diagrams.texts import draw_area
from eaframe.diagrams.trunks import starts
from eaframe.diagrams.words import word
from eaframe.views.layout import Cuts, PlacedView
from eaframe.views.placed_roadmap import PlacedRoadmap
from eaframe.views.placed_table import PlacedTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.views.marks import Marks
    from eaframe.views.place import Placed
    from eaframe.views.view import View

_MARGIN: Final = 32.0  # px around everything
_LEAST: Final = 640.0  # px: the width that a title and a legend need
_FONT: Final = "'Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
_USED: Final = re.compile(r"ea-[fs]-([a-z0-9-]+)")


def render_svg(placed: Placed, links: Callable[[str], str | None] | None = None, marks: Marks | None = None) -> str:
    """The SVG of a placed view, table or roadmap, in the view's language; the same bytes for the same view.

    ``links`` gives the address of an element by its id; only relative ones and fragments become links. With ``marks``
    all that has none is faded.
    """
    drawing = _drawing(placed, links, marks)
    view = placed.view
    shown = view if view.layout == "layered" else replace(view, edges=())  # no other layout draws lines
    size = (placed.width, placed.height)
    return framed(view, drawing, size, lambda most: legend(shown, most, marks), _cuts(placed))


def framed(
    view: View,
    drawing: str,
    size: tuple[float, float],
    key: Callable[[float], tuple[str, float]] = lambda _: ("", 0.0),
    cuts: Cuts | None = None,
) -> str:
    """The SVG of a drawing of ``size`` px, with its title above and its legend and small print below.

    ``key`` gives the legend, as markup and its height, for a width; both in px. ``cuts`` tell where paper divides it.
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
    rule = tag(
        "path",
        d=f"M{number(_MARGIN)},{number(print_top - 6)}H{number(_MARGIN + inner)}",
        stroke_width=1,
        **paint(None, "frame"),
    )
    body = "".join(
        (
            tag("rect", width=full[0], height=full[1], **paint("page")),
            _at(title, _MARGIN, _MARGIN, class_="ea-title"),
            _at(drawing, _MARGIN, drawing_top, class_="ea-drawing", **cut_attributes(cuts or Cuts())),
            _at(explained, _MARGIN, legend_top, class_="ea-legend"),
            rule,
            _at(small, _MARGIN, print_top, class_="ea-print"),
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
            data_content=view.hash,
            lang=view.language,
            font_family=_FONT,
        )
        + "\n"
    )


def _description(view: View) -> str:
    if view.table is not None and not view.nodes:
        return view.documentation or view.title  # of texts and numbers alone
    counts = word("counts", view.language, nodes=len(view.nodes), edges=len(view.edges) + len(view.nested))
    return " ".join(filter(None, (view.documentation, counts)))


def _at(markup: str, x: float, y: float, **attributes: str) -> str:
    return tag("g", markup, transform=f"translate({number(x)},{number(y)})", **attributes) if markup else ""


def _cuts(placed: Placed) -> Cuts:
    """Where to cut on paper: the strip with the names of the layers stands on every sheet."""
    if isinstance(placed, PlacedView) and placed.bands and placed.cuts.repeat_left is None:
        strip = placed.bands[0]
        return replace(placed.cuts, repeat_left=(strip.rect.x, strip.rect.x + strip.strip))
    return placed.cuts


def _drawing(placed: Placed, links: Callable[[str], str | None] | None, marks: Marks | None) -> str:
    if isinstance(placed, PlacedTable):
        return draw_table(placed, links)
    if isinstance(placed, PlacedRoadmap):
        return draw_roadmap(placed, links)
    view = placed.view
    containers = [node for node in placed.nodes if node.is_container]
    boxes = [node for node in placed.nodes if not node.is_container]
    parts = [band_shape(band) for band in placed.bands] + [draw_area(area) for area in placed.areas]
    parts += [marked_box(box(node, view, links), node, marks) for node in containers]
    lines = sorted(placed.edges, key=lambda one: one.edge.origin != "derived")  # these pale ones lie under the others
    begun = starts(lines)
    parts += [marked_line(edge(one, begun[one.edge.id], view.language), one, marks) for one in lines]
    parts += [box_texts(node) for node in containers]  # over the lines that go in, which must not strike them out
    parts += [marked_box(box(node, view, links), node, marks) for node in boxes]
    parts += [marked_text(edge_text(one), one, marks) for one in placed.edges if one.text]
    parts += [line_badge(one, marks) for one in placed.edges]
    return "".join(parts)
