"""Texts set in lines, and where they stand: what tables and roadmaps are made of.

The room of a text is wider than its lines are in Noto Sans: of the fonts that viewers without it have, DejaVu Sans is
wider by up to 12 % (bold: 21 %), and padding takes the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.views.layout import Rect
from eaframe.views.text import balanced, width, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.views.text import Weight

Align = Literal["start", "middle", "end"]
Ink = Literal["text", "muted", "page"]
SPARE: Final[Mapping[Weight, float]] = {"regular": 1.1, "semibold": 1.17}
LEADING: Final = 1.28  # the height of a line by the size of its font


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text in lines, and the room in px that it takes."""

    lines: tuple[str, ...]
    width: float
    height: float
    size: float
    weight: Weight = "regular"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text where it stands. ``rect`` is its room; a ``turned`` one reads upwards, its lines from left to right.

    ``ink`` is the name of its colour.
    """

    block: TextBlock
    rect: Rect
    align: Align = "start"
    ink: Ink = "text"
    turned: bool = False


def set_text(text: str, most: float, size: float, weight: Weight = "regular", *, even: bool = False) -> TextBlock:
    """A text in lines that take at most ``most`` px, about as long as one another where they are to be ``even``."""
    lines = (balanced if even else wrap)(text, most / SPARE[weight], size, weight)
    widest = max((width(line, size, weight) for line in lines), default=0.0)
    return TextBlock(lines, widest * SPARE[weight], len(lines) * size * LEADING, size, weight)


def at(block: TextBlock, x: float, y: float, *, ink: Ink = "text") -> PlacedText:
    """A text with its top left corner here."""
    return PlacedText(block, Rect(x, y, block.width, block.height), ink=ink)


def before(block: TextBlock, right: float, y: float, *, ink: Ink = "text") -> PlacedText:
    """A text with its top right corner here, its lines ending there."""
    return PlacedText(block, Rect(right - block.width, y, block.width, block.height), "end", ink)


def centred(block: TextBlock, room: Rect, *, ink: Ink = "text") -> PlacedText:
    """A text in the middle of a room."""
    x, y = room.middle - block.width / 2, room.y + (room.height - block.height) / 2
    return PlacedText(block, Rect(x, y, block.width, block.height), "middle", ink)


def upright(block: TextBlock, x: float, bottom: float, *, ink: Ink = "text") -> PlacedText:
    """A text that reads upwards from ``bottom``, its first line leftmost at ``x``."""
    return PlacedText(block, Rect(x, bottom - block.width, block.height, block.width), ink=ink, turned=True)
