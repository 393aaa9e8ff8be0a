"""The layout of a roadmap: labels of days with a name, the axis, then a lane for each group with its bars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eaframe.views.bar_rows import pack_bars
from eaframe.views.cuts import gaps
from eaframe.views.flags import Flag, raise_flags
from eaframe.views.layout import Cuts, Rect
from eaframe.views.placed_roadmap import PlacedLane, PlacedMark, PlacedRoadmap
from eaframe.views.placed_text import at, set_text
from eaframe.views.time_axis import PART_HEIGHT, YEAR_HEIGHT, axis_of, ordinal, part_months, ticks_of
from eaframe.views.view import ViewGroup
from eaframe.views.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.placed_roadmap import PlacedBar, PlacedTick
    from eaframe.views.placed_text import TextBlock
    from eaframe.views.time_axis import Axis
    from eaframe.views.view import Timeline, View

_LABEL_WIDTH: Final = 170.0  # px, the most that the label of a lane takes, with its padding
_LABEL_SIZE: Final = 11.5
_STRIP: Final = 5.0  # px, the strip of colour at the left of a lane
_PAD: Final = 9.0
_MARK_SIZE: Final = 10.5
_MARK_WIDTH: Final = 170.0
_OVER_AXIS: Final = 12.0  # px for the diamonds of days with a name
_SENTENCE_SIZE: Final = 13.0


def roadmap_layout(view: View) -> PlacedRoadmap:
    """Place a roadmap; one without bars and marks is a sentence that says so."""
    timeline = view.timeline
    if timeline is None or not (timeline.bars or timeline.marks):
        text = at(set_text(word("no-bars", view.language), 600.0, _SENTENCE_SIZE), 0.0, 0.0, ink="muted")
        return PlacedRoadmap(view, Rect(0, 0, 0, 0), (), (), (), (), text.rect.width, text.rect.height, Cuts(), text)
    groups = _groups(view, timeline)
    labels = [
        set_text(group.label, _LABEL_WIDTH - _STRIP - 2 * _PAD, _LABEL_SIZE, "semibold", even=True) for group in groups
    ]
    widest = max((label.width for label in labels), default=0.0)
    left = _STRIP + 2 * _PAD + widest if widest else 0.0
    axis = axis_of(timeline.first, timeline.last, left)
    marks, top = _marks(timeline, axis)
    ticks = ticks_of(axis, top, view.language)
    room = Rect(left, top, axis.right - left, YEAR_HEIGHT + (PART_HEIGHT if part_months(axis) else 0.0))
    lanes, bars = _lanes(view, timeline, list(zip(groups, labels, strict=True)), axis, room.bottom)
    texts = [*(bar.text.rect for bar in bars), *(mark.text.rect for mark in marks)]
    right = max([axis.right, *(bar.rect.right for bar in bars), *(rect.right for rect in texts)])
    return PlacedRoadmap(
        view=view,
        axis=room,
        ticks=ticks,
        lanes=tuple(_as_wide(lane, right) for lane in lanes),
        bars=bars,
        marks=marks,
        width=right,
        height=lanes[-1].rect.bottom if lanes else room.bottom,
        cuts=Cuts(_cuts_x(ticks, texts), _cuts_y(lanes, bars), (0.0, left) if left else None, (0.0, room.bottom)),
    )


def _groups(view: View, timeline: Timeline) -> list[ViewGroup]:
    """The groups that have bars, and one without a name for the bars of none."""
    drawn = {bar.node for bar in timeline.bars}
    grouped = {id_ for group in view.groups for id_ in group.nodes}
    groups = [group for group in view.groups if drawn & set(group.nodes)]
    rest = tuple(node.id for node in view.nodes if node.id in drawn - grouped)
    return [*groups, ViewGroup("", "", rest)] if rest else groups


def _marks(timeline: Timeline, axis: Axis) -> tuple[tuple[PlacedMark, ...], float]:
    """The days with a name in order, and the y of the axis under their labels."""
    if not timeline.marks:
        return (), 0.0
    marks = sorted(timeline.marks, key=lambda mark: (mark.date, mark.node, mark.label))
    flags = [
        Flag(axis.start(ordinal(mark.date)), set_text(mark.label, _MARK_WIDTH, _MARK_SIZE, "semibold", even=True))
        for mark in marks
    ]
    texts, bottom = raise_flags(flags, 0.0)
    placed = [
        PlacedMark(mark, flag.x, text, is_today=not mark.node)
        for mark, flag, text in zip(marks, flags, texts, strict=True)
    ]
    return tuple(placed), bottom + _OVER_AXIS


def _lanes(
    view: View, timeline: Timeline, groups: Sequence[tuple[ViewGroup, TextBlock]], axis: Axis, top: float
) -> tuple[list[PlacedLane], tuple[PlacedBar, ...]]:
    nodes = {node.id: node for node in view.nodes}
    lanes = []
    bars: list[PlacedBar] = []
    y = top
    for group, label in groups:
        members = set(group.nodes)
        inside = [(bar, nodes[bar.node]) for bar in timeline.bars if bar.node in members]
        placed, bottom = pack_bars(inside, axis, y + _PAD)
        bars += placed
        rect = Rect(0.0, y, axis.right, max(bottom - y, label.height + _PAD) + _PAD)
        text = at(label, _STRIP + _PAD, y + _PAD) if label.lines else None
        lanes.append(PlacedLane(group.id, group.layer, rect, axis.x, text))
        y = rect.bottom
    return lanes, tuple(bars)


def _as_wide(lane: PlacedLane, right: float) -> PlacedLane:
    return replace(lane, rect=replace(lane.rect, width=right))


def _cuts_x(ticks: Sequence[PlacedTick], texts: Sequence[Rect]) -> tuple[float, ...]:
    """The bounds of the axis that go through no text."""
    bounds = sorted({tick.rect.x for tick in ticks})[1:]
    return tuple(x for x in bounds if not any(rect.x < x < rect.right for rect in texts))


def _cuts_y(lanes: Sequence[PlacedLane], bars: Sequence[PlacedBar]) -> tuple[float, ...]:
    taken = [(bar.rect.y, bar.rect.bottom) for bar in bars]
    taken += [(bar.text.rect.y, bar.text.rect.bottom) for bar in bars]
    taken += [(lane.text.rect.y, lane.text.rect.bottom) for lane in lanes if lane.text]
    return gaps(taken)
