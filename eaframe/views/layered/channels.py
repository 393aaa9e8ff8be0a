"""Tracks: at which height of its channel every line runs across, so that lines neither coincide nor cross in vain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.views.layered.ports import CLEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.bundles import Pin
    from eaframe.views.layered.nets import Net

_TRACK: Final = 10.0  # px from track to track
_EMPTY: Final = 24.0  # px of a channel that no line runs through
_STRAIGHT: Final = 38.0  # px of one with straight lines only: room for two arrowheads
_MARGIN: Final = 20.0  # px above the first and below the last track: room for an arrowhead
_TEXT_MARGIN: Final = 4.0
_COINCIDES: Final = 100  # what it costs when two lines would lie on one another; a crossing costs 1


@dataclass(frozen=True, slots=True)
class Channel:
    """The height of a channel; for each bundle the y where it runs across, and that of its text. From the top, px."""

    height: float
    across: Mapping[str, float]
    texts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Span:
    net: Net
    low: float
    high: float
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]

    @property
    def at(self) -> tuple[float, ...]:
        """The x of all pins."""
        return self.tops + self.bottoms

    def overlaps(self, other: _Span) -> bool:
        return self.low < other.high + CLEAR and other.low < self.high + CLEAR


def make_channel(nets: Sequence[Net], x: Mapping[Pin, float]) -> Channel:
    """Give every net that is not a straight line, or that carries a text, its track."""
    spans = [span for net in nets if (span := _span(net, x)) is not None]
    if not spans:
        return Channel(_STRAIGHT if nets else _EMPTY, {}, {})
    ordered = _ordered(spans)
    tracks: list[int] = []
    for index, span in enumerate(ordered):
        before = [tracks[other] for other in range(index) if span.overlaps(ordered[other])]
        tracks.append(max(before) + 1 if before else 0)
    heights = [_TRACK] * (max(tracks) + 1)
    for span, track in zip(ordered, tracks, strict=True):
        if span.net.text:
            heights[track] = max(heights[track], span.net.text.height + _TEXT_MARGIN)
    starts = [_MARGIN - _TRACK / 2]
    for height in heights:
        starts.append(starts[-1] + height)
    middles = {span.net.bundle: starts[track] + heights[track] / 2 for span, track in zip(ordered, tracks, strict=True)}
    across = {span.net.bundle: middles[span.net.bundle] + _aside(span) for span in ordered}
    return Channel(starts[-1] + _MARGIN - _TRACK / 2, across, middles)


def _aside(span: _Span) -> float:
    """How far below its text a line runs: a loop that is narrower than its text runs between box and text."""
    text = span.net.text
    if text is None or (span.tops and span.bottoms) or max(span.at) - min(span.at) > text.width:
        return 0.0
    return text.height / 2 if span.bottoms else -text.height / 2


def _span(net: Net, x: Mapping[Pin, float]) -> _Span | None:
    tops, bottoms = tuple(x[pin] for pin in net.tops), tuple(x[pin] for pin in net.bottoms)
    low, high = min(tops + bottoms), max(tops + bottoms)
    if net.text is not None:
        half = net.text.width / 2
        middle = (low + high) / 2
        return _Span(net, min(low, middle - half), max(high, middle + half), tops, bottoms)
    return _Span(net, low, high, tops, bottoms) if high > low else None


def _ordered(spans: Sequence[_Span]) -> list[_Span]:
    """From the upper to the lower track: neighbours change places while that saves crossings."""
    ordered = sorted(spans, key=lambda span: (span.low, span.high, span.net.bundle))
    for _ in ordered:
        changed = False
        for index in range(len(ordered) - 1):
            for other in range(index + 1, len(ordered)):
                if ordered[index].overlaps(ordered[other]) and _saved(ordered, index, other) > 0:
                    ordered.insert(index, ordered.pop(other))
                    changed = True
        if not changed:
            break
    return ordered


def _saved(spans: Sequence[_Span], upper: int, lower: int) -> int:
    """What it saves to put a span above another one: only pairs with it change places."""
    moved = spans[lower]
    passed = (span for span in spans[upper:lower] if span.overlaps(moved))
    return sum(_cost(span, moved) - _cost(moved, span) for span in passed)


def _cost(upper: _Span, lower: _Span) -> int:
    """Crossings if one runs above the other; much more where parts of them would coincide."""
    cost = 0
    for one in upper.bottoms:
        cost += lower.low < one < lower.high
        for other in lower.tops:
            cost += _COINCIDES * (-CLEAR < one - other < CLEAR)
    for other in lower.tops:
        cost += upper.low < other < upper.high
    return cost
