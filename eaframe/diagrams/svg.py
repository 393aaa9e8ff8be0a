"""A placed view as SVG: bands, boxes, lines, texts, in a frame with a title and a legend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.arrows import arrow_of, line
from eaframe.diagrams.frame import small_print, title_block
from eaframe.diagrams.legend import legend
from eaframe.diagrams.marks import line_badge, marked_box, marked_line, marked_text
from eaframe.diagrams.markup import number, paragraphs, relative, tag, text
from eaframe.diagrams.notation import NOTATION, icon, outline, tab_width
from eaframe.diagrams.palette import COLOURS, paint, style
from eaframe.diagrams.trunks import starts
from eaframe.diagrams.words import word
from eaframe.views.sizes import (
    ABOVE,
    BELOW,
    BETWEEN,
    CAPTION_LINE,
    CAPTION_SIZE,
    ICON,
    LINE,
    NAME_LINE,
    NAME_SIZE,
    PADDING,
    TEXT_LINE,
    TEXT_SIZE,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.views.layout import PlacedBand, PlacedEdge, PlacedNode, PlacedView
    from eaframe.views.marks import Marks
    from eaframe.views.view import View

_MARGIN: Final = 32.0  # px around everything
_LEAST: Final = 640.0  # px: the width that a title and a legend need
_FONT: Final = "'Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
_USED: Final = re.compile(r"ea-[fs]-([a-z-]+)")


def render_svg(placed: PlacedView, links: Callable[[str], str | None] | None = None, marks: Marks | None = None) -> str:
    """The SVG of a placed view, in the view's language; the same bytes for the same view.

    ``links`` gives the address of an element by its id; only relative ones and fragments become links. With ``marks``
    all that has none is faded.
    """
    view = placed.view
    inner = max(placed.width, _LEAST)
    title, title_height = title_block(view, inner)
    drawing_top = _MARGIN + title_height + 18
    legend_top = drawing_top + placed.height + 26
    key, key_height = legend(view, inner, marks)
    print_top = legend_top + key_height + (18 if key else 0)
    small, small_height = small_print(view, inner)
    full = (inner + 2 * _MARGIN, print_top + small_height + _MARGIN - 8)
    shift = (inner - placed.width) / 2
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
            _at(_drawing(placed, links, marks), _MARGIN + shift, drawing_top),
            _at(key, _MARGIN, legend_top),
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
            role="img",
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


def _drawing(placed: PlacedView, links: Callable[[str], str | None] | None, marks: Marks | None) -> str:
    containers = [node for node in placed.nodes if node.is_container]
    boxes = [node for node in placed.nodes if not node.is_container]
    parts = [_band(band) for band in placed.bands]
    parts += [marked_box(_node(node, links), node, marks) for node in containers]
    begun = starts(placed.edges)
    parts += [marked_line(_edge(edge, begun[edge.edge.id]), edge, marks) for edge in placed.edges]
    parts += [_texts(node) for node in containers]  # over the lines that go in, which must not strike them out
    parts += [marked_box(_node(node, links), node, marks) for node in boxes]
    parts += [marked_text(_edge_text(edge), edge, marks) for edge in placed.edges if edge.text]
    parts += [line_badge(edge, marks) for edge in placed.edges]
    return "".join(parts)


def _band(band: PlacedBand) -> str:
    rect = band.rect
    shape = {"x": rect.x, "y": rect.y, "height": rect.height, "rx": 5.0}
    ground, strip = _band_colours(band)
    return tag(
        "g",
        tag("rect", width=rect.width, **shape, **ground),
        tag("rect", width=band.strip, **shape, **strip) if band.strip else "",
        _band_name(band),
    )


def _band_colours(band: PlacedBand) -> tuple[dict[str, str], dict[str, str]]:
    """What paints a band and its strip: the colour of its layer; else greys, of which neighbours have two."""
    if band.layer != "other":
        return paint(f"{band.layer}-band"), paint(band.layer)
    ground = paint("frame") | {"opacity": "0.3"} if band.shade else paint("other-band")
    return ground, paint("frame") | {"opacity": "0.7"}


def _band_name(band: PlacedBand) -> str:
    rect, size = band.rect, band.font
    if band.place == "above":
        rows = enumerate(band.lines, 1)
        lines = ((one, rect.y + ABOVE + BETWEEN + row * NAME_LINE - 4) for row, one in rows)
        return "".join(
            _words(one, rect.x + PADDING, y, NAME_SIZE, "text", "other-band", font_weight="600") for one, y in lines
        )
    top = -len(band.lines) * size * LINE / 2
    label = "".join(
        _words(one, 0.0, top + (index + 0.78) * size * LINE, size, "text", text_anchor="middle", font_weight="600")
        for index, one in enumerate(band.lines)
    )
    place = f"translate({number(rect.x + band.strip / 2)},{number(rect.y + rect.height / 2)})"
    return tag("g", label, transform=f"{place} rotate(-90)" if band.place == "turned" else place)


def _node(placed: PlacedNode, links: Callable[[str], str | None] | None) -> str:
    node, rect = placed.node, placed.rect
    stroke = f"{node.layer}-line"
    if node.junction:
        shape = outline(node.type, rect, "line" if node.junction == "and" else "page", "line")
    elif NOTATION[node.type].shape == "tab":
        shape = outline(node.type, rect, None, stroke)
    else:
        shape = outline(node.type, rect, node.layer, stroke)
    right = rect.x + tab_width(rect) + PADDING / 2 if NOTATION[node.type].shape == "tab" else rect.right
    mark = (
        ""
        if node.junction
        else icon(node.type, right - PADDING + 1 - ICON, rect.y + ABOVE - 1 - (right < rect.right) * 3)
    )
    tip = tag("title", paragraphs(f"{node.name} [{node.label}]", node.documentation))
    content = tag("g", tip, shape, mark, "" if placed.is_container else _texts(placed), data_id=node.id)
    href = relative(links(node.id)) if links else None
    return tag("a", content, href=href) if href else content


def _texts(placed: PlacedNode) -> str:
    rect, size = placed.rect, placed.size
    halo = None
    if placed.is_container:
        halo = "page" if NOTATION[placed.node.type].shape == "tab" else placed.node.layer
    parts = []
    y = rect.y + ABOVE
    for line_ in size.caption:
        y += CAPTION_LINE
        parts.append(_words(line_, rect.x + PADDING, y - 2.2, CAPTION_SIZE, "muted", halo))
    y += BETWEEN
    if placed.is_container:
        for line_ in size.lines:
            y += NAME_LINE
            parts.append(_words(line_, rect.x + PADDING, y - 4, NAME_SIZE, "text", halo, font_weight="600"))
        return "".join(parts)
    y += max((rect.bottom - BELOW - y - len(size.lines) * NAME_LINE) / 2, 0.0)
    for line_ in size.lines:
        y += NAME_LINE
        parts.append(_words(line_, rect.middle, y - 4, NAME_SIZE, "text", text_anchor="middle"))
    return "".join(parts)


def _words(
    content: str, x: float, y: float, size: float, colour: str, halo: str | None = None, **attributes: str | float
) -> str:
    """A line of text; on a ``halo`` of this colour a line behind it breaks off."""
    if halo:
        attributes |= {"stroke_width": 3.5, "paint_order": "stroke", "stroke_linejoin": "round"}
    return tag("text", text(content), x=x, y=y, font_size=size, **attributes, **paint(colour, halo))


def _edge(placed: PlacedEdge, start: float) -> str:
    edge = placed.edge
    drawn = line(arrow_of(edge), placed.points, from_target=placed.shared_end == "target", start=start)
    tip = tag("title", paragraphs(f"{edge.label} [{edge.kind_label}]" if edge.label else edge.kind_label))
    return tag("g", tip, drawn, data_id=edge.id)


def _edge_text(placed: PlacedEdge) -> str:
    words = placed.text
    if words is None:
        return ""
    x, y = placed.text_at
    parts = [
        tag(
            "rect",
            x=x - words.width / 2 + 2,
            y=y - words.height / 2 + 1,
            width=words.width - 4,
            height=words.height - 2,
            rx=3.0,
            opacity="0.92",
            **paint("page"),
        )
    ]
    top = y - len(words.lines) * TEXT_LINE / 2
    for index, line_ in enumerate(words.lines):
        baseline = top + (index + 1) * TEXT_LINE - 3.2
        parts.append(_words(line_, x, baseline, TEXT_SIZE, "text", text_anchor="middle"))
    return "".join(parts)
