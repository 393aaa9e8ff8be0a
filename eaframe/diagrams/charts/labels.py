"""Words beside marks, where they cover neither another word nor another mark."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from eaframe.diagrams.lettering import lettering
from eaframe.views.layout import Rect
from eaframe.views.text import width

SIZE: Final = 10.5  # of the words, px
_HEIGHT: Final = 13.0
_SPARE: Final = 1.08  # for the fonts of viewers without Noto Sans
_BASELINE: Final = 10.0  # from the top of a word
_RADIUS: Final = 5.0  # of a mark


@dataclass(slots=True)
class Labels:
    """What is taken inside ``area``; a word finds a place beside its mark, or is left out."""

    area: Rect
    taken: list[Rect] = field(default_factory=list)

    def mark(self, x: float, y: float) -> None:
        """A mark stands here."""
        self.taken.append(Rect(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS))

    def upright(self, x: float, top: float, bottom: float) -> None:
        """An upright line stands here."""
        self.taken.append(Rect(x - 2, top, 4, bottom - top))

    def beside(self, words: str, x: float, y: float, colour: str) -> str:
        """The word for the mark at a point: above it, below, to its right or left; "" where all are taken."""
        long = width(words, SIZE) * _SPARE
        for left, top in (
            (x - long / 2, y - _RADIUS - _HEIGHT - 1),
            (x - long / 2, y + _RADIUS + 1),
            (x + _RADIUS, y - _HEIGHT - 2),
            (x - _RADIUS - long, y - _HEIGHT - 2),
            (x + _RADIUS, y + 2),
            (x + _RADIUS + 3, y - _HEIGHT / 2),
            (x - _RADIUS - 3 - long, y - _HEIGHT / 2),
            (x + 2, y - _RADIUS - 2 * _HEIGHT),
            (x + 2, y + _RADIUS + _HEIGHT),
        ):
            inside = min(max(left, self.area.x), self.area.right - long)
            rect = Rect(inside, top, long, _HEIGHT)
            if (
                self.area.y <= top
                and rect.bottom <= self.area.bottom
                and not any(_meet(rect, one) for one in self.taken)
            ):
                self.taken.append(rect)
                return lettering(words, inside, top + _BASELINE, SIZE, colour, "page")
        return ""


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def apart(wanted: list[float], least: float, low: float, high: float) -> list[float]:
    """Heights as near to those wanted as can be, at least so far from one another, between two bounds."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    above = low - least
    for index in order:
        above = placed[index] = max(wanted[index], above + least)
    below = high + least
    for index in reversed(order):
        below = placed[index] = min(placed[index], below - least)
    return placed
