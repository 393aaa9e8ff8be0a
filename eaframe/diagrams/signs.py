"""Signs in the cells of tables that the font does not have, drawn as shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.palette import paint

if TYPE_CHECKING:
    from collections.abc import Mapping

_RADIUS: Final = 0.36  # of the size of letters
# Path data for a sign of radius 1, and whether it is filled.
_SIGNS: Final[Mapping[str, tuple[str, bool]]] = {
    "●": ("M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0", True),
    "○": ("M-0.9,0a0.9,0.9 0 1,0 1.8,0a0.9,0.9 0 1,0 -1.8,0", False),
    "→": ("M-1,0L0.9,0M0.2,-0.7L0.9,0L0.2,0.7", False),
    "✕": ("M-0.8,-0.8L0.8,0.8M-0.8,0.8L0.8,-0.8", False),
}


def sign(content: str, x: float, y: float, size: float) -> str | None:
    """The sign that ``content`` is, centred here, among letters of ``size`` px; None where it is text."""
    if content not in _SIGNS:
        return None
    path, is_filled = _SIGNS[content]
    radius = size * _RADIUS
    look = paint("text") if is_filled else paint(None, "text")
    place = f"translate({number(x)},{number(y)}) scale({radius:g})"
    return tag("path", d=path, stroke_width=None if is_filled else 0.4, transform=place, **look)
