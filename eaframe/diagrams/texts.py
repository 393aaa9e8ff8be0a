"""Placed texts as markup, and what tables and roadmaps draw around elements: links and tooltips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import number, paragraphs, relative, tag
from eaframe.diagrams.palette import paint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eaframe.views.layout import PlacedArea
    from eaframe.views.placed_text import Align, PlacedText

_ANCHORS: Final[Mapping[Align, float]] = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of the width
_BASELINE: Final = 0.76  # of a line's height, from its top


def draw_text(placed: PlacedText, halo: str | None = None) -> str:
    """A text, line by line; lines behind it break off on a ``halo`` of this colour."""
    block, rect = placed.block, placed.rect
    if not block.lines:
        return ""
    height = block.height / len(block.lines)
    across = rect.height if placed.turned else rect.width
    x = across * _ANCHORS[placed.align]
    look = {"font_weight": "600"} if block.weight == "semibold" else {}
    look |= {"text_anchor": placed.align} if placed.align != "start" else {}
    lines = [
        lettering(
            line,
            x if placed.turned else rect.x + x,
            (index + _BASELINE) * height + (0.0 if placed.turned else rect.y),
            block.size,
            placed.ink,
            halo,
            **look,
        )
        for index, line in enumerate(block.lines)
    ]
    if not placed.turned:
        return "".join(lines)
    return tag("g", *lines, transform=f"translate({number(rect.x)},{number(rect.bottom)}) rotate(-90)")


def draw_area(area: PlacedArea) -> str:
    """The area of a group on a map, under its boxes."""
    rect = area.rect
    ground = tag("rect", x=rect.x, y=rect.y, width=rect.width, height=rect.height, rx=5.0, stroke_width=1.0,
                 **paint("other-band", "frame"))  # fmt: skip
    return tag("g", ground, draw_text(area.text), class_="ea-area")


def group_line(layer: str) -> str:
    """The colour of the strip beside a group's title: that of its layer, grey where it has none."""
    return "frame" if layer == "other" else f"{layer}-line"


def about(id_: str, tip: tuple[str, ...], links: Callable[[str], str | None] | None, *markup: str, class_: str) -> str:
    """What shows an element, with its tooltip and, where there is a page about it, as a link."""
    title = tag("title", paragraphs(*tip)) if any(tip) else ""
    content = tag("g", title, *markup, data_id=id_ or None, class_=class_)
    href = relative(links(id_)) if links and id_ else None
    return tag("a", content, href=href, aria_label=tip[0] if tip else None) if href else content
