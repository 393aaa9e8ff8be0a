"""ArchiMate's notation of elements: the outline of a box tells the aspect, its icon the type (3.2, ch. 4-13)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.diagrams.icons import ICONS
from eaframe.diagrams.kind_icons import KIND_ICONS
from eaframe.diagrams.markup import number, polyline, tag
from eaframe.diagrams.palette import box_colours, paint
from eaframe.metamodel.looks import NO_DATA
from eaframe.views.sizes import CAPTION_LINE, CAPTION_SIZE, ICON, PADDING
from eaframe.views.text import width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.views.layout import PlacedNode, Rect
    from eaframe.views.view import ViewNode

Shape = Literal["square", "round", "cut", "tab", "circle"]
_ROUND: Final = 10.0  # px: the corners of behaviour
_CUT: Final = 8.0  # px: the corners of motivation
_NO_DATA: Final = "2.5 2.5"  # the dashes around a box without data
TAB: Final = 21.0  # px: the height of a grouping's tab with one line of text
_TAB: Final = 0.62  # of the width of a grouping
_WIDEST_TAB: Final = 170.0  # px, unless its text needs more
_BEFORE_ICON: Final = 4.0  # px
_SPARE: Final = 1.1  # for the fonts of viewers without Noto Sans


@dataclass(frozen=True, slots=True)
class Notation:
    """How a type is drawn."""

    shape: Shape
    icon: str


def _each(layer: str, **shapes: tuple[Shape, str]) -> dict[str, Notation]:
    return {f"{layer}-{name}": Notation(*look) for name, look in shapes.items()}


_ACROSS: Final[Mapping[str, tuple[Shape, str]]] = {
    "collaboration": ("square", "collaboration"),
    "interface": ("square", "interface"),
    "process": ("round", "process"),
    "function": ("round", "function"),
    "interaction": ("round", "interaction"),
    "event": ("round", "event"),
    "service": ("round", "service"),
}

NOTATION: Final[Mapping[str, Notation]] = {
    "resource": Notation("square", "resource"),
    "capability": Notation("round", "capability"),
    "value-stream": Notation("round", "value-stream"),
    "course-of-action": Notation("round", "course-of-action"),
    **_each("business", actor=("square", "actor"), role=("square", "role"), object=("square", "object"), **_ACROSS),
    "contract": Notation("square", "contract"),
    "representation": Notation("square", "representation"),
    "product": Notation("square", "product"),
    **_each("application", component=("square", "component"), **_ACROSS),
    "data-object": Notation("square", "object"),
    **_each("technology", **_ACROSS),
    "node": Notation("square", "node"),
    "device": Notation("square", "device"),
    "system-software": Notation("square", "system-software"),
    "path": Notation("square", "path"),
    "communication-network": Notation("square", "network"),
    "artifact": Notation("square", "artifact"),
    "equipment": Notation("square", "equipment"),
    "facility": Notation("square", "facility"),
    "distribution-network": Notation("square", "distribution-network"),
    "material": Notation("square", "material"),
    "stakeholder": Notation("cut", "role"),
    "driver": Notation("cut", "driver"),
    "assessment": Notation("cut", "assessment"),
    "goal": Notation("cut", "goal"),
    "outcome": Notation("cut", "outcome"),
    "principle": Notation("cut", "principle"),
    "requirement": Notation("cut", "requirement"),
    "constraint": Notation("cut", "constraint"),
    "meaning": Notation("cut", "meaning"),
    "value": Notation("cut", "value"),
    "work-package": Notation("round", "work-package"),
    "deliverable": Notation("square", "deliverable"),
    "implementation-event": Notation("round", "event"),
    "plateau": Notation("square", "plateau"),
    "gap": Notation("square", "gap"),
    "location": Notation("square", "location"),
    "grouping": Notation("tab", "grouping"),
    "junction": Notation("circle", ""),
}


def outline(
    type_: str,
    rect: Rect,
    fill: str | None,
    stroke: str,
    *,
    corner: float = 1.0,
    dashes: str | None = None,
    tab: tuple[float, float] | None = None,
) -> str:
    """The shape of a box; ``corner`` scales its corners for small boxes, as in a legend.

    ``tab`` is how wide and high the tab of a grouping is, in px.
    """
    shape = NOTATION[type_].shape
    look = paint(fill, stroke)
    look["class_"] += " ea-box"
    if shape == "tab":
        wide, high = tab or (rect.width * _TAB, min(TAB * corner, rect.height / 2))
        x, y, right = rect.x, rect.y, rect.x + wide
        path = polyline([(x, y), (right, y), (right, y + high), (rect.right, y + high), (rect.right, rect.bottom),
                         (x, rect.bottom)], closed=True)  # fmt: skip
        line = f"M{number(x)},{number(y + high)}H{number(right)}"
        return tag("path", d=path + line, stroke_width=1.2, stroke_dasharray="5 3", **look)
    if shape == "cut":
        cut, x, y = _CUT * corner, rect.x, rect.y
        right, bottom = rect.right, rect.bottom
        corners = [
            *((x + cut, y), (right - cut, y), (right, y + cut), (right, bottom - cut)),
            *((right - cut, bottom), (x + cut, bottom), (x, bottom - cut), (x, y + cut)),
        ]
        return tag("path", d=polyline(corners, closed=True), stroke_width=1.2, stroke_dasharray=dashes, **look)
    radius = {"round": _ROUND * corner, "circle": rect.width / 2}.get(shape, 1.0)
    size = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    return tag("rect", **size, rx=radius, stroke_width=1.2, stroke_dasharray=dashes, **look)


def tab_of(placed: PlacedNode) -> tuple[float, float] | None:
    """How wide and high the tab of a grouping is, so that its caption and its icon fit in it; None for another type."""
    if NOTATION[placed.node.type].shape != "tab":
        return None
    caption = placed.size.caption
    widest = max((width(line, CAPTION_SIZE) for line in caption), default=0.0) * _SPARE
    needed = PADDING + widest + _BEFORE_ICON + ICON + PADDING / 2
    usual = min(placed.rect.width * _TAB, _WIDEST_TAB)
    return min(max(usual, needed), placed.rect.width), TAB + max(len(caption) - 1, 0) * CAPTION_LINE


def box_shape(node: ViewNode, rect: Rect, *, corner: float = 1.0, tab: tuple[float, float] | None = None) -> str:
    """The shape of an element's box in its colours; a box without data has a dashed outline."""
    fill, stroke, _ = box_colours(node)
    if node.junction:
        return outline(node.type, rect, "line" if node.junction == "and" else "page", "line")
    is_open = NOTATION[node.type].shape == "tab" and not node.colour
    dashes = _NO_DATA if node.colour == NO_DATA else None
    return outline(node.type, rect, None if is_open else fill, stroke, corner=corner, dashes=dashes, tab=tab)


def icon(node: ViewNode, x: float, y: float, scale: float = 1.0) -> str:
    """The icon of an element, its kind's or its type's, with its top left corner here; a junction has none."""
    if node.junction:
        return ""
    look = KIND_ICONS[node.icon] if node.icon in KIND_ICONS else ICONS[NOTATION[node.icon or node.type].icon]
    place = f"translate({number(x)},{number(y)})" + (f" scale({scale:g})" if scale != 1 else "")
    parts = []
    if look.outline:
        parts.append(tag("path", d=look.outline, **paint(None, "line")))
    if look.solid:
        parts.append(tag("path", d=look.solid, **paint("line")))
    return tag("g", *parts, transform=place, stroke_width=1.1, stroke_linejoin="round", stroke_linecap="round")
