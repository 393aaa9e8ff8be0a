"""Cutting a length into spans that fit on paper, where that cuts through nothing.

A thing to keep whole that every good cut meets makes the next span begin before it: each is whole in some span.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Interval = tuple[float, float]
_LEAST_FILLED: Final = 0.6  # of a span: a cut is looked for in what remains
_WASTE: Final = 0.15  # px of a thing shown twice that a px of empty paper is worth
_STEPS: Final = 24  # of halving: to under a px


@dataclass(frozen=True, slots=True)
class Span:
    """What one sheet shows of a length: from ``start`` to ``end``; between ``low`` and ``high`` no other sheet has it.

    ``low`` and ``high`` are the cuts; beyond them lies what neighbours show as well.
    """

    start: float
    end: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Length:
    """What is to be cut: from ``low`` to ``high`` px; ``keep`` are intervals that no cut should meet.

    ``at`` are the only places for cuts, where there are any; ``repeated`` px of each span but the first are taken by
    what stands on every sheet; ``overlap`` px beyond a cut are shown on both sides of it.
    """

    low: float
    high: float
    keep: tuple[Interval, ...] = ()
    at: tuple[float, ...] = ()
    repeated: float = 0.0
    overlap: float = 0.0


def spans(length: Length, room: float) -> list[Span]:
    """The spans, each of at most ``room`` px. Raises ValueError where there is no room to get on."""
    if room <= 2 * length.repeated + 4 * length.overlap:
        raise ValueError("There is too little room on the paper to cut this into sheets.")
    longest = (room - length.repeated) * _LEAST_FILLED / 2
    keep = _widest(one for one in length.keep if one[1] - one[0] <= longest)
    found: list[Span] = []
    start = cut = length.low
    while True:
        most = start + room - (length.repeated if found else 0.0)
        if most >= length.high:
            return [*found, Span(start, length.high, cut, length.high)]
        end = _cut(length, keep, start, most - length.overlap)
        before = min((low for low, high in keep if low < end < high), default=end)
        found.append(Span(start, end + length.overlap, cut, end))
        start, cut = max(before - length.overlap, start + 1), end


def evened(length: Length, room: float) -> list[Span]:
    """The spans in as few sheets as ``spans`` needs, about as long as one another."""
    best = spans(length, room)
    low, high = (length.high - length.low) / len(best), room
    for _ in range(_STEPS):
        middle = (low + high) / 2
        try:
            tried = spans(length, middle)
        except ValueError:
            tried = []
        if tried and len(tried) <= len(best):
            best, high = tried, middle
        else:
            low = middle
    return best


def _cut(length: Length, keep: Sequence[Interval], start: float, most: float) -> float:
    """The best place for the next cut: one that was named, else a free stretch, else where least is shown twice."""
    named = [one for one in length.at if start + (most - start) / 4 <= one <= most]
    if named:
        return max(named)
    least = start + (most - start) * _LEAST_FILLED
    met = [one for one in keep if one[1] > least and one[0] < most + length.overlap]
    ends = [high for _, high in met]
    places = {
        place: length.overlap for place in (most, *ends) if least <= place <= most
    }  # what lies close is shown cut
    places |= dict.fromkeys(_free(met, least, most, length.overlap), 0.0)

    def cost(place: float) -> float:
        first = bisect_right(ends, place)  # the first that does not end before the cut
        before = min(met[first][0], place) if first < len(met) else place
        return place - before + (most - place) * _WASTE + places[place]

    return min(sorted(places, reverse=True), key=cost)


def _free(met: Sequence[Interval], least: float, most: float, overlap: float) -> list[float]:
    """A place in each free stretch: ``overlap`` before what follows, in the middle where it is narrow."""
    found = []
    reached = least
    for low, high in (*met, (most + overlap, most + overlap)):
        if low > reached:
            found.append(max((reached + low) / 2, low - overlap))
        reached = max(reached, high)
    return [one for one in found if one <= most]


def _widest(intervals: Iterable[Interval]) -> list[Interval]:
    """Those that lie in no other: both their starts and their ends ascend."""
    found: list[Interval] = []
    for low, high in sorted(set(intervals), key=lambda one: (one[0], -one[1])):
        if not found or high > found[-1][1]:
            found.append((low, high))
    return found
