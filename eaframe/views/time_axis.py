"""The axis of a roadmap: which x a day has, and the years, quarters or months that it is divided into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Rect
from eaframe.views.placed_roadmap import PlacedTick
from eaframe.views.placed_text import centred, set_text
from eaframe.views.words import month, word

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR_HEIGHT: Final = 22.0
PART_HEIGHT: Final = 18.0
_YEAR_SIZE: Final = 11.5
_PART_SIZE: Final = 9.5
_LEAST_YEAR: Final = 40.0  # px for the number of a year
_LEAST_PART: Final = 30.0  # px for the name of a quarter or a month
_LENGTH: Final = 1_150.0  # px
_MONTHS: Final = 12
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from ``first`` to ``last`` as ordinals, both inclusive, from ``x`` on, ``day`` px each."""

    first: int
    last: int
    x: float
    day: float

    @property
    def right(self) -> float:
        """The x of the end of the last day."""
        return self.start(self.last + 1)

    def start(self, ordinal: int) -> float:
        """The x at which a day starts; of one outside, that of the end of the axis."""
        inside = min(max(ordinal, self.first), self.last + 1)
        return self.x + (inside - self.first) * self.day


def axis_of(first: str, last: str, x: float) -> Axis:
    """The axis between two days, YYYY-MM-DD, whatever their order."""
    one, other = sorted((ordinal(first), ordinal(last)))
    return Axis(one, other, x, _LENGTH / (other - one + 1))


def ordinal(day: str) -> int:
    """The number of a day, YYYY-MM-DD. Raises ValueError for anything else."""
    return date.fromisoformat(day).toordinal()


def ticks_of(axis: Axis, top: float, language: str) -> tuple[PlacedTick, ...]:
    """The years of an axis, and under them their months or quarters where there is room for their names."""
    step = next(one for one in _STEPS if one * 365 * axis.day >= _LEAST_YEAR)
    years = [
        _tick(axis, Rect(start, top, end - start, YEAR_HEIGHT), str(year), _YEAR_SIZE, is_year=True)
        for year, start, end in _stretches(axis, _MONTHS * step)
    ]
    length = part_months(axis)
    if not length:
        return tuple(years)
    parts = [
        _tick(axis, Rect(start, top + YEAR_HEIGHT, end - start, PART_HEIGHT), name, _PART_SIZE, is_year=False)
        for name, start, end in _named(axis, length, language)
    ]
    return (*years, *parts)


def part_months(axis: Axis) -> int:
    """How many months a part of a year has on an axis: 1, 3, or 0 where there is only room for years."""
    return next((months for months in (1, 3) if months * 30 * axis.day >= _LEAST_PART), 0)


def _named(axis: Axis, months: int, language: str) -> Iterator[tuple[str, float, float]]:
    first = date.fromordinal(axis.first)
    index = first.year * _MONTHS + (first.month - 1) // months * months
    for _, start, end in _stretches(axis, months):
        number = index % _MONTHS
        yield (
            month(number + 1, language) if months == 1 else word("quarter", language, number=number // 3 + 1),
            start,
            end,
        )
        index += months


def _stretches(axis: Axis, months: int) -> list[tuple[int, float, float]]:
    """The stretches of so many months that an axis touches: the year that each begins in, and its two ends."""
    first, last = date.fromordinal(axis.first), date.fromordinal(axis.last)
    begin = (first.year * _MONTHS + first.month - 1) // months * months
    end = last.year * _MONTHS + last.month
    bounds = [*range(begin, end, months), end]
    return [
        (one // _MONTHS, axis.start(_day(one)), axis.start(_day(other)) if other < end else axis.right)
        for one, other in pairwise(bounds)
    ]


def _day(months: int) -> int:
    """The first day of a month, counted from the year 0; the days before the year 1 are none."""
    year, number = divmod(months, _MONTHS)
    return date(year, number + 1, 1).toordinal() if year >= 1 else 1


def _tick(axis: Axis, rect: Rect, name: str, size: float, *, is_year: bool) -> PlacedTick:
    text = set_text(name, max(rect.width - 4, axis.day), size, "semibold" if is_year else "regular")
    fits = len(text.lines) == 1 and text.width <= rect.width - 4
    return PlacedTick(rect, centred(text, rect) if fits else None, is_year)
