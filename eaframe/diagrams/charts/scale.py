"""Axes: which px a number or a day has, and where ticks stand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from eaframe.measures.indicators.indicator import COUNT, PERCENT, RANK
from eaframe.metamodel.period import date_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eaframe.model.workspace_file import Text

_STEPS: Final = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))
_INTERVALS: Final = 5  # at most between the ticks of an axis of numbers
_YEAR_ROOM: Final = 46.0  # px for the number of a year
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000)
_LEAST_DAYS: Final = 400  # an axis of days is at least so long
_MARGIN: Final = 0.04  # of an axis of days, free at both ends


@dataclass(frozen=True, slots=True)
class Numbers:
    """An axis of numbers from ``start`` to ``end`` px; of ranks the first one is at the end."""

    low: Fraction
    high: Fraction
    ticks: tuple[Fraction, ...]
    start: float
    end: float

    def px(self, value: Fraction) -> float:
        """Where a number stands; outside of the axis at its end."""
        share = float((min(max(value, self.low), self.high) - self.low) / (self.high - self.low))
        return self.start + share * (self.end - self.start)


def numbers(values: Iterable[Fraction], unit: Text, start: float, end: float) -> Numbers:
    """An axis that holds these numbers of a unit: all percent; from 0 on where the numbers are not far from it."""
    listed = sorted(max(one, Fraction(1)) if unit == RANK else one for one in values)
    if unit == PERCENT or not listed:
        low, high = Fraction(0), Fraction(100)
    else:
        low, high = listed[0], listed[-1]
        if unit == COUNT or low <= high / 2:
            low = min(low, Fraction(0))
    step = _step(high - low or abs(high) / 4 or Fraction(1), is_whole=unit in (COUNT, RANK))
    first, last = math.floor(low / step), math.ceil(high / step)
    if first == last:
        first, last = first - 1, last + 1
    ticks = tuple(step * index for index in range(first, last + 1))
    if unit == RANK:
        ticks = tuple(dict.fromkeys(max(one, Fraction(1)) for one in ticks))
        start, end = end, start
    return Numbers(ticks[0], ticks[-1], ticks, start, end)


def _step(span: Fraction, *, is_whole: bool) -> Fraction:
    power = Fraction(10) ** math.floor(math.log10(span / _INTERVALS))
    step = next(one * power for one in _STEPS if span / (one * power) <= _INTERVALS)
    return Fraction(max(1, math.ceil(step))) if is_whole else step


@dataclass(frozen=True, slots=True)
class Days:
    """An axis of days, as ordinals, from ``left`` to ``right`` px."""

    first: float
    last: float
    left: float
    right: float

    def px(self, day: int) -> float:
        """Where a day, YYYYMMDD, stands."""
        return self._at(date_of(day).toordinal())

    def _at(self, ordinal: float) -> float:
        return self.left + (ordinal - self.first) / (self.last - self.first) * (self.right - self.left)

    def middle(self, first: int, last: int) -> float:
        """Where the middle of a period stands: a number for a year is one of all of it."""
        return (self.px(first) + self.px(last)) / 2

    def years(self) -> Sequence[tuple[str, float, float]]:
        """The years that begin on the axis, as many as have room for their numbers, each with its start and middle."""
        begun = range(max(1, math.ceil(self.first / 365.2425)), math.floor(self.last / 365.2425) + 2)
        a_year = (self.right - self.left) / (self.last - self.first) * 365.2425
        step = next((one for one in _YEARS if one * a_year >= _YEAR_ROOM), _YEARS[-1])
        ordinals = ((year, _first_day(year)) for year in begun if year % step == 0)
        on_axis = ((str(year), self._at(day)) for year, day in ordinals if self.first <= day <= self.last)
        return [(year, x, x + a_year / 2) for year, x in on_axis if x + a_year / 2 <= self.right]


def _first_day(year: int) -> int:
    return date_of(min(max(year, 1), 9999) * 10_000 + 101).toordinal()


def days(values: Iterable[int], left: float, right: float) -> Days:
    """An axis that holds these days, YYYYMMDD, with some room at both ends."""
    ordinals = [date_of(one).toordinal() for one in values]
    first, last = min(ordinals), max(ordinals)
    spare = max((_LEAST_DAYS - (last - first)) / 2, (last - first) * _MARGIN)
    return Days(first - spare, last + spare, left, right)
