"""A placed view as a file of draw.io, in which it stays editable: boxes in boxes, lines tied to boxes, ids kept.

A cell's id is made of the id of its element (``element-lgsp``), relationship or band, so what is redrawn there can be
found again; so can type and kind, which lie beside the label. A label is HTML to draw.io: it is escaped as HTML, then
as XML. The facts of the view are those of the root cell, which draw.io shows where nothing is selected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.drawio_line import label_place, tied
from eaframe.diagrams.drawio_shapes import box_style, line_style, style
from eaframe.diagrams.markup import number, tag, text
from eaframe.diagrams.tints import band_tints, ink
from eaframe.diagrams.tree import facts_of, label_of, name_of
from eaframe.views.layout import Rect
from eaframe.views.sizes import CAPTION_SIZE, NAME_SIZE, PADDING, TEXT_SIZE, caption_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.views.layout import PlacedBand, PlacedEdge, PlacedNode, PlacedView
    from eaframe.views.view import View, ViewScale

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "background": {"vi": "Nền", "en": "Background"},
    "content": {"vi": "Nội dung", "en": "Content"},
}
_LEAST: Final = 480.0  # px: the width of a title
_TITLE_SIZE: Final = 22.0
_TITLE: Final = 36.0  # px: the height of the title, and of each line of text below
_LINE: Final = 24.0
_SWATCH: Final = 16.0
_BELOW_ICON: Final = 8  # px
_SMALL: Final = f'<font style="font-size:{CAPTION_SIZE:g}px">{{}}</font><br>'
_SHARED: Final = {"fontColor": ink("text")}


def render_drawio(placed: PlacedView) -> str:
    """The file as XML, uncompressed; the same bytes for the same view."""
    view, width = placed.view, max(placed.width, _LEAST)
    below = _TITLE + placed.height + _LINE
    legend, height = _legend(view.scale, below)
    rects = {one.node.id: one.rect.moved(0.0, _TITLE) for one in placed.nodes}
    layers = {group.id: group.layer for group in view.groups}
    cells = [
        _object({"label": "", "id": "0", **_facts(view)}, tag("mxCell")),
        tag("mxCell", id="1", value=_word("background", view), parent="0"),
        tag("mxCell", id="2", value=_word("content", view), parent="0"),
        _text_cell("title", view.title, Rect(0.0, 0.0, width, _TITLE), style(fontSize=_TITLE_SIZE, fontStyle=1)),
        *(_band(band, layers.get(band.id, band.id)) for band in placed.bands if band.label.strip()),
        *(_box(one, rects) for one in placed.nodes),
        *(_line(one, rects) for one in placed.edges),
        *legend,
        _text_cell(
            "facts",
            facts_of(view),
            Rect(0.0, below + height, width, _LINE),
            style(fontSize=TEXT_SIZE) + style(fontColor=ink("muted")),
        ),
    ]
    model = tag(
        "mxGraphModel",
        tag("root", *("\n" + cell for cell in cells), "\n"),
        grid="1",
        gridSize="10",
        guides="1",
        tooltips="1",
        connect="1",
        arrows="1",
        fold="1",
        page="1",
        pageScale="1",
        pageWidth=width,
        pageHeight=below + height + _LINE,
        math="0",
    )
    diagram = tag("diagram", "\n", model, "\n", id=f"view-{view.id}", name=view.title or view.id)
    return tag("mxfile", "\n", diagram, "\n", host="eaframe") + "\n"


def _word(key: str, view: View) -> str:
    texts = _WORDS[key]
    return texts.get(view.language, texts["en"])


def _facts(view: View) -> dict[str, str]:
    return {
        "eaframe-view": view.id,
        "eaframe-viewpoint": view.viewpoint,
        "eaframe-model": view.origin.name,
        "eaframe-version": view.origin.version,
        "eaframe-data-cut-off": view.origin.data_cut_off,
        "eaframe-hash": view.hash,
    }


def _object(attributes: Mapping[str, str], cell: str) -> str:
    return tag("object", cell, **attributes)


def _vertex(look: str, rect: Rect, parent: str, *, connectable: bool = True) -> str:
    geometry = tag("mxGeometry", x=rect.x, y=rect.y, width=rect.width, height=rect.height, **{"as": "geometry"})
    return tag("mxCell", geometry, style=look, vertex="1", parent=parent, connectable=None if connectable else "0")


def _text_cell(id_: str, content: str, rect: Rect, look: str, parent: str = "1") -> str:
    whole = "text;" + style(html=1, whiteSpace="wrap", align="left", verticalAlign="middle") + look
    return _object({"label": text(content), "id": id_}, _vertex(whole, rect, parent, connectable=False))


def _band(band: PlacedBand, layer: str) -> str:
    ground, strip = band_tints(layer)
    look = "swimlane;" + style(
        html=1,
        horizontal=0,
        startSize=band.strip,
        collapsible=0,
        container=0,
        dropTarget=0,
        pointerEvents=0,
        swimlaneLine=0,
        whiteSpace="wrap",
        fillColor=strip,
        swimlaneFillColor=ground,
        strokeColor="none",
        fontSize=NAME_SIZE,
        **_SHARED,
    )
    cell = _vertex(look, band.rect.moved(0.0, _TITLE), "1", connectable=False)
    return _object({"label": text(band.label), "id": f"band-{band.id}", "eaframe-id": band.id}, cell)


def _box(placed: PlacedNode, rects: Mapping[str, Rect]) -> str:
    node, rect = placed.node, rects[placed.node.id]
    look = box_style(placed) + style(fontSize=NAME_SIZE, **_SHARED)
    if not placed.is_container and node.type != "grouping":
        look += style(spacingTop=_BELOW_ICON, spacingLeft=4, spacingRight=4)
    else:
        look += style(verticalAlign="top", align="left", spacingLeft=PADDING - 2, spacingRight=20)
    if placed.is_container:
        look += style(container=1, collapsible=0, recursiveResize=0, fontStyle=1)
    parent = "2"
    if node.parent in rects:
        around = rects[node.parent]
        rect, parent = rect.moved(-around.x, -around.y), f"element-{node.parent}"
    name = text(name_of(node))
    return _object(
        {
            "label": _SMALL.format(text(caption_of(node))) + name if node.kind and not node.junction else name,
            "id": f"element-{node.id}",
            "eaframe-id": node.id,
            "type": node.type,
            "kind": node.kind,
            "documentation": node.documentation,
        },
        _vertex(look, rect, parent),
    )


def _line(placed: PlacedEdge, rects: Mapping[str, Rect]) -> str:
    edge = placed.edge
    points = [(x, y + _TITLE) for x, y in placed.points]
    look = line_style(edge) + tied(points, rects[edge.source], rects[edge.target])
    look += style(rounded=1, strokeColor=ink("derived" if edge.origin == "derived" else "line"))
    look += style(fontSize=TEXT_SIZE, labelBackgroundColor=ink("page"), **_SHARED)
    bends = tag("Array", *(tag("mxPoint", x=x, y=y) for x, y in points[1:-1]), **{"as": "points"})
    along = label_place(points, (placed.text_at[0], placed.text_at[1] + _TITLE)) if placed.text else 0.0
    geometry = tag("mxGeometry", bends, x=f"{along:.3f}", relative="1", **{"as": "geometry"})
    cell = tag(
        "mxCell",
        geometry,
        style=look,
        edge="1",
        parent="2",
        source=f"element-{edge.source}",
        target=f"element-{edge.target}",
    )
    return _object(
        {
            "label": text(label_of(edge)),
            "id": f"relationship-{edge.id}",
            "eaframe-id": edge.id,
            "type": edge.type,
            "kind": edge.kind_label,
            "origin": edge.origin,
        },
        cell,
    )


def _legend(scale: ViewScale | None, top: float) -> tuple[list[str], float]:
    """What the colours mean, a line each, and how high that is."""
    if scale is None:
        return [], 0.0
    cells = [_text_cell("scale", scale.title, Rect(0.0, top, _LEAST, _LINE), style(fontSize=NAME_SIZE, fontStyle=1))]
    for index, entry in enumerate(scale.entries, 1):
        y = top + index * _LINE
        look = style(html=1, fillColor=ink(entry.colour), strokeColor=ink("frame"))
        swatch = _vertex(look, Rect(0.0, y + 4, _SWATCH, _SWATCH), "1", connectable=False)
        cells.append(_object({"label": "", "id": f"scale-{index}"}, swatch))
        place = Rect(_SWATCH + 8, y, _LEAST, _LINE)
        label = f"{entry.label} ({number(entry.count)})"
        cells.append(_text_cell(f"scale-{index}-label", label, place, style(fontSize=NAME_SIZE)))
    return cells, (len(scale.entries) + 1) * _LINE
