"""Pieces of a picture as markup: a window onto the drawing, its legend and its texts arranged anew for a width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from eaframe.diagrams.markup import tag, text
from eaframe.diagrams.pages.extents import around, holds, meets
from eaframe.diagrams.pages.parts import elements_of
from eaframe.views.layout import Rect
from eaframe.views.text import wrap

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from xml.etree.ElementTree import Element

    from eaframe.diagrams.pages.parts import Part

_BRIM: Final = 3.0  # px: half of the thickest line
_LEADING: Final = 1.38  # of the font size
_GAP: Final = 24.0  # px between the columns of a legend
_ROW_GAP: Final = 6.0


def window(part: Part, onto: Rect, x: float, y: float, scale: float) -> str:
    """What lies in ``onto`` (px of the part), at (x, y) on the sheet; a text that is not wholly in it is left out."""
    dropped = {line for rect, lines in part.texts if not holds(onto, rect) for line in lines}
    content = "".join(_written(child, part, onto, dropped) for child in elements_of(part))
    return tag(
        "svg",
        content,
        x=x,
        y=y,
        width=onto.width * scale,
        height=onto.height * scale,
        viewBox=f"{onto.x:g} {onto.y:g} {onto.width:g} {onto.height:g}",
    )


def _written(element: Element, part: Part, onto: Rect, dropped: AbstractSet[Element]) -> str:
    kept = _kept(element, part, onto, dropped)
    return "" if kept is None else ET.tostring(kept, encoding="unicode")


def _kept(element: Element, part: Part, onto: Rect, dropped: AbstractSet[Element]) -> Element | None:
    rect = part.extents.get(element)
    if element in dropped:
        return None
    if rect and not meets(Rect(rect.x - _BRIM, rect.y - _BRIM, rect.width + 2 * _BRIM, rect.height + 2 * _BRIM), onto):
        return None
    copy = ET.Element(element.tag, element.attrib)
    copy.text = element.text
    copy.extend(kept for child in element if (kept := _kept(child, part, onto, dropped)) is not None)
    return copy


def rewrapped(part: Part | None, most: float) -> tuple[str, float]:
    """The lines of a part in lines of at most ``most`` px: markup and height in px."""
    parts: list[str] = []
    y = 0.0
    for line in part.element.iter("text") if part else ():
        size = float(line.get("font-size", 12))
        look = {key.replace("-", "_"): value for key, value in line.attrib.items() if key not in {"x", "y", "class"}}
        for one in wrap("".join(line.itertext()), most, size, "semibold" if line.get("font-weight") else "regular"):
            y += size * _LEADING
            parts.append(tag("text", text(one), y=y - size * 0.35, **look))
    return "".join(parts), y


def reflowed(part: Part | None, most: float) -> tuple[str, float]:
    """A legend as it is where it fits into ``most`` px, else its entries in columns that do: markup, height in px."""
    if part is None:
        return "", 0.0
    if part.rect.right <= most:
        return "".join(ET.tostring(one, encoding="unicode") for one in elements_of(part)), part.rect.bottom
    entries = elements_of(part)
    widest = max((part.extents[one].width for one in entries if one.tag != "text"), default=0.0) + _GAP
    columns = max(int((most + _GAP) // widest), 1)
    parts: list[str] = []
    y = 0.0
    row: list[Element] = []

    def end_row() -> None:
        nonlocal y
        if not row:
            return
        cover = around(part.extents[one] for one in row)
        high = max(part.extents[one].height for one in row)
        for column, one in enumerate(row):
            rect = part.extents[one]
            moved = (column * widest - rect.x, y + (high - rect.height) / 2 - rect.y)
            parts.append(_moved(one, *moved))
        y += min(high, cover.height) + _ROW_GAP
        row.clear()

    for one in entries:
        if one.tag == "text" or len(row) == columns:
            end_row()
        row.append(one)
        if one.tag == "text":
            end_row()
    end_row()
    return "".join(parts), y


def _moved(element: Element, x: float, y: float) -> str:
    return tag("g", ET.tostring(element, encoding="unicode"), transform=f"translate({x:.1f},{y:.1f})")
