"""Rows and channels one below the other, and the bands that they make; a band is as high as its name needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.views.layered.strips import strips_for
from eaframe.views.layout import PlacedBand, Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.layered.channels import Channel
    from eaframe.views.layered.plan import Plan
    from eaframe.views.view import View

_BAND_GAP: Final = 8.0  # px between two bands


@dataclass(frozen=True, slots=True)
class Stack:
    """The y of the top of every row and of every channel, and of the bottom of it all; px."""

    rows: Sequence[float]
    channels: Sequence[float]
    bottom: float


def stack(view: View, plan: Plan, channels: Sequence[Channel]) -> tuple[Stack, list[PlacedBand]]:
    """Rows and channels, and the bands around them, which have no width yet. Groups without a name have no band."""
    rows_of: dict[str, list[int]] = {}
    for row, band in enumerate(plan.bands):
        rows_of.setdefault(band, []).append(row)
    groups = [group for group in view.groups if group.label and group.id in rows_of]
    more = [0.0] * len(plan.heights)
    loose = _stacked(plan, channels, more)
    ends = [_ends(loose, channels, rows_of[group.id]) for group in groups]
    strips = strips_for([group.label for group in groups], [end - top for top, end in ends])
    for group, strip, (top, end) in zip(groups, strips, ends, strict=True):
        for row in rows_of[group.id]:
            more[row] = max((strip.height - (end - top)) / len(rows_of[group.id]), 0.0)
    found = _stacked(plan, channels, more)
    bands = []
    for index, (group, strip) in enumerate(zip(groups, strips, strict=True)):
        top, end = _ends(found, channels, rows_of[group.id])
        rect = Rect(0.0, top, 0.0, end - top)
        shade = index % 2 if group.layer == "other" else 0
        bands.append(
            PlacedBand(
                group.id, group.label, rect, strip.width, group.layer, strip.lines, strip.font, strip.place, shade
            )
        )
    return found, bands


def _stacked(plan: Plan, channels: Sequence[Channel], more: Sequence[float]) -> Stack:
    """Each row has so much ``more`` room, one half above and one half below its boxes."""
    tops, channel_tops = [], []
    y = 0.0
    for index, channel in enumerate(channels):
        channel_tops.append(float(round(y)))
        y += channel.height
        if index < len(plan.heights):
            tops.append(float(round(y + more[index] / 2)))
            y += plan.heights[index] + more[index]
    return Stack(tops, channel_tops, channel_tops[-1] + channels[-1].height)


def _ends(stack: Stack, channels: Sequence[Channel], rows: Sequence[int]) -> tuple[float, float]:
    """The top and the bottom of the band of these rows: bands meet in the middle of channels."""
    first, after = rows[0], rows[-1] + 1
    top = stack.channels[first] + channels[first].height / 2 + _BAND_GAP / 2
    end = stack.channels[after] + channels[after].height / 2 - _BAND_GAP / 2
    return 0.0 if first == 0 else top, stack.bottom if after == len(stack.rows) else end
