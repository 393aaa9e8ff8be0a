"""The port of layout: a view and the sizes of its boxes go in, coordinates come out.

All coordinates are px, x to the right and y downwards, from the top left corner of the drawing without its frame.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.views.placed_text import PlacedText
    from eaframe.views.view import View, ViewEdge, ViewNode

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Size:
    """The text of a box in lines, and the room it takes. Of a box around others it is the room of its head."""

    width: float
    height: float
    caption: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeText:
    """The text of a line in lines, and the room it takes."""

    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of all boxes by node id, and of the texts on lines by edge id."""

    nodes: Mapping[str, Size]
    edges: Mapping[str, EdgeText]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its bottom side."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The x of its centre."""
        return self.x + self.width / 2

    def moved(self, x: float, y: float) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.x + x, self.y + y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A box. ``is_container`` tells that there are boxes in it."""

    node: ViewNode
    rect: Rect
    size: Size
    is_container: bool = False


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    """A line from box to box through ``points``; ``text`` is centred on ``text_at``.

    Lines that share a stretch share it from ``shared_end`` on: drawn from there, their dashes fall on one another.
    """

    edge: ViewEdge
    points: tuple[Point, ...]
    shared_end: Literal["source", "target"] = "source"
    text: EdgeText | None = None
    text_at: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """The band of a group, in the colour of ``layer``; neighbours that are no layers differ in ``shade``, 0 or 1.

    Its name in ``lines`` of ``font`` px stands in a strip of ``strip`` px at its left, ``turned`` upwards or as it is
    read (``beside``); or in its upper left corner (``above``), without a strip.
    """

    id: str
    label: str
    rect: Rect
    strip: float
    layer: str = "other"
    lines: tuple[str, ...] = ()
    font: float = 12.0
    place: Literal["turned", "beside", "above"] = "turned"
    shade: int = 0


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where a drawing that is too large for one sheet of paper may be cut; all in px of the drawing.

    ``xs`` and ``ys`` are the places for upright and level cuts, as between the rows of a table; along an axis that
    names none, the cuts go where they meet no box and no text. What lies between the two ends of ``repeat_left`` (x)
    and ``repeat_top`` (y), as the heads of a table, stands on every sheet.
    """

    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()
    repeat_left: tuple[float, float] | None = None
    repeat_top: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """The area of a group on a map, titled at its top; ``layer`` is the one whose colour it has."""

    id: str
    layer: str
    rect: Rect
    text: PlacedText


@dataclass(frozen=True, slots=True)
class PlacedView:
    """A view with coordinates: containers before what they contain, edges in the order of the view.

    A layered one has bands, a map areas.
    """

    view: View
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    bands: tuple[PlacedBand, ...]
    width: float
    height: float
    cuts: Cuts = field(default_factory=Cuts)
    areas: tuple[PlacedArea, ...] = ()


GROUND: Final = "ground"  # the colour of a box on a map under the boxes in it: pale, in that of its layer
LARGEST: Final = 1_200  # boxes and lines: beyond, laying out takes minutes and nobody can read the picture


class LayoutError(RuntimeError):
    """The layout engine is missing or failed; the message is one sentence for the user."""
