"""A roadmap with coordinates: bars on an axis of time, in lanes. All are px from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eaframe.views.layout import Cuts, Rect
    from eaframe.views.placed_text import PlacedText
    from eaframe.views.view import TimelineBar, TimelineMark, View, ViewNode


@dataclass(frozen=True, slots=True)
class PlacedTick:
    """A stretch of the axis, such as a year; its text is None where there is no room for one."""

    rect: Rect
    text: PlacedText | None
    is_year: bool


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """The lane of a group, its label in the leftmost ``label_width`` px."""

    id: str
    layer: str
    rect: Rect
    label_width: float
    text: PlacedText | None


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar, or the diamond of a single day; its label is in it or beside it."""

    bar: TimelineBar
    node: ViewNode
    rect: Rect
    text: PlacedText
    is_point: bool

    @property
    def is_inside(self) -> bool:
        """Whether the label is in the bar."""
        return not self.is_point and self.rect.x <= self.text.rect.x < self.rect.right


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A day with a name: a line from its label down through all lanes. The day of the view ``is_today``."""

    mark: TimelineMark
    x: float
    text: PlacedText
    is_today: bool


@dataclass(frozen=True, slots=True)
class PlacedRoadmap:
    """A view of a timeline with coordinates. ``axis`` is the room of the ticks' texts.

    Of a timeline without bars and marks there is only a ``sentence``.
    """

    view: View
    axis: Rect
    ticks: tuple[PlacedTick, ...]
    lanes: tuple[PlacedLane, ...]
    bars: tuple[PlacedBar, ...]
    marks: tuple[PlacedMark, ...]
    width: float
    height: float
    cuts: Cuts
    sentence: PlacedText | None = None
