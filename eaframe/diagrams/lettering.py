"""Lines of text as markup."""

from __future__ import annotations

from eaframe.diagrams.markup import tag, text
from eaframe.diagrams.palette import paint


def lettering(
    content: str, x: float, y: float, size: float, colour: str, halo: str | None = None, **attributes: str | float
) -> str:
    """A line of text from its baseline; on a ``halo`` of this colour a line behind it breaks off."""
    if halo:
        attributes |= {"stroke_width": 3.5, "paint_order": "stroke", "stroke_linejoin": "round"}
    return tag("text", text(content), x=x, y=y, font_size=size, **attributes, **paint(colour, halo))
