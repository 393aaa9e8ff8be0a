"""All of the notation on one page: every type, relationship, icon and colour, drawn as views draw them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.arrows import arrow_of, line
from eaframe.diagrams.boxes import box
from eaframe.diagrams.gallery_content import box_sections, line_samples, notation_view
from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.lines import edge_text
from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.notation import box_shape
from eaframe.diagrams.palette import paint
from eaframe.diagrams.svg import framed
from eaframe.diagrams.words import word
from eaframe.views.layout import PlacedEdge, PlacedNode, Rect
from eaframe.views.sizes import BOX_GAP, BOX_WIDTH, JUNCTION, sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.diagrams.gallery_content import LineSample
    from eaframe.views.layout import Sizes
    from eaframe.views.view import View, ViewNode

_COLUMNS: Final = 6  # of boxes
_WIDTH: Final = _COLUMNS * (BOX_WIDTH + BOX_GAP) - BOX_GAP
_HEADING: Final = 15.0
_ABOVE: Final = 30.0  # px, above a heading
_BELOW: Final = 12.0  # px, below it
_IN_A_ROW: Final = 3  # lines
_ROW: Final = 40.0  # px, the height of a row of lines
_LONG: Final = 92.0  # px, the length of a line
_BESIDE: Final = 12.0  # px, from a line to its words
_LABEL: Final = 11.5
_WORD: Final = 10.0


def notation_gallery(language: str = "en") -> str:
    """The SVG of a page with every element type, relationship, icon and colour, in ``language`` (``en`` or ``vi``)."""
    sections = box_sections(language)
    view = notation_view(sections, language)
    known = sizes(view)
    parts: list[str] = []
    y = -_ABOVE
    for title, nodes in sections:
        y = _heading(parts, title, y)
        y = _boxes(parts, nodes, known, view, y)
    y = _heading(parts, word("relationships", language), y)
    y = _lines(parts, line_samples(language), known, y)
    return framed(view, "".join(parts), (_WIDTH, y))


def _heading(parts: list[str], title: str, y: float) -> float:
    y += _ABOVE + _HEADING
    parts.append(lettering(title, 0.0, y - 2, _HEADING, "text", font_weight="600"))
    rule = f"M0,{number(y + 5)}H{number(_WIDTH)}"
    parts.append(tag("path", d=rule, stroke_width=1.0, **paint(None, "frame")))
    return y + _BELOW + 4


def _boxes(parts: list[str], nodes: Sequence[ViewNode], known: Sizes, view: View, y: float) -> float:
    for start in range(0, len(nodes), _COLUMNS):
        row = nodes[start : start + _COLUMNS]
        height = max(known.nodes[node.id].height for node in row)
        for column, node in enumerate(row):
            rect = Rect(column * (BOX_WIDTH + BOX_GAP), y, BOX_WIDTH, height)
            parts.append(box(PlacedNode(node, rect, known.nodes[node.id]), view, None))
        y += height + BOX_GAP
    return y - BOX_GAP


def _lines(parts: list[str], samples: Sequence[LineSample], known: Sizes, y: float) -> float:
    for start in range(0, len(samples), _IN_A_ROW):
        for column, sample in enumerate(samples[start : start + _IN_A_ROW]):
            drawn = _line(sample, known)
            x = _LONG + _BESIDE
            words = lettering(sample.label, x, -2.0, _LABEL, "text") + lettering(sample.word, x, 12.0, _WORD, "muted")
            place = f"translate({number(column * (_WIDTH + BOX_GAP) / _IN_A_ROW)},{number(y + _ROW / 2)})"
            parts.append(tag("g", drawn, words, transform=place, data_id=sample.edge.id))
        y += _ROW
    return y


def _line(sample: LineSample, known: Sizes) -> str:
    edge = sample.edge
    if sample.junction is None:
        placed = PlacedEdge(edge, ((0.0, 0.0), (_LONG, 0.0)), text=known.edges.get(edge.id), text_at=(_LONG / 2, 0.0))
        return line(arrow_of(edge), placed.points, is_derived=edge.origin == "derived") + edge_text(placed)
    middle = (_LONG - JUNCTION) / 2
    into = line(arrow_of(replace(edge, type="association")), [(0.0, 0.0), (middle, 0.0)])
    out = line(arrow_of(edge), [(middle + JUNCTION, 0.0), (_LONG, 0.0)])
    return into + out + box_shape(sample.junction, Rect(middle, -JUNCTION / 2, JUNCTION, JUNCTION))
