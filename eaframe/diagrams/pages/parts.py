"""What an SVG of ours tells about itself: title, language, and the parts that paper arranges in its own way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from eaframe.diagrams.pages.cuts import read_cuts
from eaframe.diagrams.pages.extents import around, extents
from eaframe.views.layout import Cuts, Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

_NAMESPACE: Final = re.compile(r' xmlns="[^"]*"')
_UNDRAWN: Final = frozenset({"title", "desc", "style"})  # tooltips, and colours that stand in attributes too
_PARTS: Final = frozenset({"ea-title", "ea-drawing", "ea-legend", "ea-print"})
_APART: Final = 26.0  # px: from one line of a text to the next at most


@dataclass(frozen=True, slots=True)
class Part:
    """A group of the picture, in its own px: where everything in it lies, and which lines make up one text."""

    element: Element
    extents: Mapping[Element, Rect]
    texts: tuple[tuple[Rect, tuple[Element, ...]], ...]

    @property
    def rect(self) -> Rect:
        """What the part covers."""
        return around(self.extents[child] for child in self.element if child in self.extents)

    @property
    def boxes(self) -> list[Rect]:
        """The boxes that have no others in them."""
        found = [rect for one, rect in self.extents.items() if "ea-box" in one.get("class", "").split()]
        return [one for one in found if not any(other is not one and _is_in(other, one) for other in found)]


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG of ours. ``width`` and ``height`` in px; a part that it lacks is None."""

    title: str
    description: str
    language: str
    content: str  # the hash of what the view says
    width: float
    height: float
    whole: Element
    shared: tuple[Element, ...]  # what shapes refer to by id
    drawing: Part | None
    heading: Part | None
    legend: Part | None
    small_print: Part | None
    cuts: Cuts


def read_picture(svg: str) -> Picture:
    """The parts of an SVG that ``render_svg`` wrote. Raises ValueError where it is none."""
    root = ET.fromstring(_NAMESPACE.sub("", svg, count=1))  # noqa: S314 - our own writing, without entities
    if "ea-view" not in root.get("class", "").split():
        raise ValueError("This is no picture of eaframe's: its root has not the class `ea-view`.")
    parts = {one.get("class", ""): _part(_drawn(one)) for one in root.iter("g") if one.get("class") in _PARTS}
    drawing = parts.get("ea-drawing")
    whole = _drawn(root)
    return Picture(
        title=root.findtext("title", ""),
        description=root.findtext("desc", ""),
        content=root.get("data-content", ""),
        language=root.get("lang", ""),
        width=float(root.get("width", 0)),
        height=float(root.get("height", 0)),
        whole=whole,
        shared=tuple(one for one in whole if one.tag == "defs"),
        drawing=drawing,
        heading=parts.get("ea-title"),
        legend=parts.get("ea-legend"),
        small_print=parts.get("ea-print"),
        cuts=read_cuts(drawing.element.attrib) if drawing else Cuts(),
    )


def _drawn(element: Element) -> Element:
    """An element without what is not drawn; a link is a group, because paper has no links."""
    copy = ET.Element("g" if element.tag == "a" else element.tag, element.attrib)
    copy.text = element.text
    copy.extend(_drawn(child) for child in element if child.tag not in _UNDRAWN)
    return copy


def _part(element: Element) -> Part:
    element.attrib.pop("transform", None)
    found = extents(element)
    texts: list[tuple[Rect, tuple[Element, ...]]] = []
    _collect(element, found, texts)
    return Part(element, found, tuple(texts))


def _collect(element: Element, found: Mapping[Element, Rect], texts: list[tuple[Rect, tuple[Element, ...]]]) -> None:
    run: list[Element] = []
    for child in element:
        if run and (child.tag != "text" or not _goes_on(found[run[-1]], found[child], run[-1], child)):
            texts.append((around(found[one] for one in run), tuple(run)))
            run = []
        if child.tag == "text":
            run.append(child)
        elif child.tag == "g":
            _collect(child, found, texts)
    if run:
        texts.append((around(found[one] for one in run), tuple(run)))


def _goes_on(above: Rect, below: Rect, one: Element, other: Element) -> bool:
    """Whether a line of text goes on in the next: right below it, or beside it where the text is turned."""
    apart = float(other.get("y", 0)) - float(one.get("y", 0))
    return 0 < apart <= _APART and (_share(above.x, above.right, below.x, below.right) or above.height > above.width)


def _share(start: float, end: float, other_start: float, other_end: float) -> bool:
    return start < other_end and other_start < end


def _is_in(inner: Rect, outer: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
        and (inner.width, inner.height) != (outer.width, outer.height)
    )


def elements_of(part: Part) -> Sequence[Element]:
    """The direct children of a part that are drawn."""
    return [child for child in part.element if child in part.extents]
