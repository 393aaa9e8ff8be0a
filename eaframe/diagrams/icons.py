"""The icons of ArchiMate 3.2's element types, and those that a kind may have, as path data in a square of 16 by 16.

``outline`` is stroked and not filled, ``solid`` is filled. Layers share icons: a process looks alike in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Icon:
    """Path data of an icon."""

    outline: str
    solid: str = ""


def circle(x: float, y: float, radius: float) -> str:
    """Path data of a circle."""
    half = f"a{radius:g},{radius:g} 0 1,0 "
    return f"M{x - radius:g},{y:g}{half}{2 * radius:g},0{half}{-2 * radius:g},0"


_PARALLELOGRAM: Final = "M4.6,3.5H15L11.4,12.5H1Z"
_PAGE: Final = "M2,3H14V12C11.5,9.6 10,10.4 8,12C6,13.6 4.5,14.2 2,12Z"
_ENDS: Final = "M4.6,4.4L1,8L4.6,11.6M11.4,4.4L15,8L11.4,11.6"
_RECT: Final = "M1.5,3H14.5V13H1.5Z"

ICONS: Final[Mapping[str, Icon]] = {
    "actor": Icon(circle(8, 3.6, 2.4) + "M8,6V10.8M3.8,8H12.2M8,10.8L4.6,15M8,10.8L11.4,15"),
    "role": Icon("M12,4.2H4a2.2,3.8 0 0,0 0,7.6H12a2.2,3.8 0 0,0 0,-7.6a2.2,3.8 0 0,0 0,7.6"),
    "collaboration": Icon(circle(5.7, 8, 4.3) + circle(10.3, 8, 4.3)),
    "interface": Icon("M1,8H7.2" + circle(11, 8, 3.8)),
    "process": Icon("M1,5.6H9V2.4L15,8L9,13.6V10.4H1Z"),
    "function": Icon("M2.5,5.6L8,1.6L13.5,5.6V14.4L8,10.4L2.5,14.4Z"),
    "interaction": Icon("M7,2.4a5.6,5.6 0 0,0 0,11.2ZM9,2.4a5.6,5.6 0 0,1 0,11.2Z"),
    "event": Icon("M1.2,4H10.6a4,4 0 0,1 0,8H1.2L4.4,8Z"),
    "service": Icon("M5.2,4H10.8a4,4 0 0,1 0,8H5.2a4,4 0 0,1 0,-8Z"),
    "object": Icon(_RECT + "M1.5,6H14.5"),
    "contract": Icon(_RECT + "M1.5,6H14.5M1.5,10H14.5"),
    "representation": Icon(_PAGE + "M2,6H14"),
    "product": Icon(_RECT + "M1.5,6H8V3"),
    "component": Icon("M4.6,4.4V2.4H14.2V13.6H4.6V11.6M4.6,8.6V7.4M2,4.4H7.2V7.4H2ZM2,8.6H7.2V11.6H2Z"),
    "node": Icon("M1.8,5.4H11V14H1.8ZM1.8,5.4L5,2.2H14.2L11,5.4M14.2,2.2V10.8L11,14"),
    "device": Icon(
        "M3.4,2.6H12.6a1.4,1.4 0 0,1 1.4,1.4V9.6a1.4,1.4 0 0,1 -1.4,1.4H3.4a1.4,1.4 0 0,1 -1.4,-1.4V4a1.4,1.4 0 0,1 "
        "1.4,-1.4ZM4.6,11L2.2,13.8H13.8L11.4,11"
    ),
    "system-software": Icon(circle(6.6, 9.4, 4.8) + "M5.2,4.8A4.8,4.8 0 1,1 11.2,10.8"),
    "artifact": Icon("M3,1.6H9.6L13,5V14.4H3ZM9.6,1.6V5H13"),
    "path": Icon(_ENDS + "M2.6,8H5M6.8,8H9.2M11,8H13.4"),
    "network": Icon(
        "M3.2,11.6L6,4.4H13.2L10.4,11.6Z",
        circle(3.2, 11.6, 1.8) + circle(6, 4.4, 1.8) + circle(13.2, 4.4, 1.8) + circle(10.4, 11.6, 1.8),
    ),
    "distribution-network": Icon(_ENDS + "M2.4,6.6H13.6M2.4,9.4H13.6"),
    "equipment": Icon(
        "M9.5,10.5L10.8,11.2L10.3,12.5L8.8,12.1L8.1,12.8L8.5,14.3L7.2,14.8L6.5,13.5H5.5L4.8,14.8L3.5,14.3L3.9,12.8L3.2,12.1"
        "L1.7,12.5L1.2,11.2L2.5,10.5V9.5L1.2,8.8L1.7,7.5L3.2,7.9L3.9,7.2L3.5,5.7L4.8,5.2L5.5,6.5H6.5L7.2,5.2L8.5,5.7"
        "L8.1,7.2L8.8,7.9L10.3,7.5L10.8,8.8L9.5,9.5Z" + circle(6, 10, 1.5)
        + "M14.2,3.2H15.3V4.4H14.2L13.8,5.2L14.3,6.2L13.3,6.8L12.6,5.9H11.8L11.1,6.8L10.1,6.2L10.6,5.2L10.2,4.4H9.1V3.2"
        "H10.2L10.6,2.4L10.1,1.4L11.1,0.8L11.8,1.7H12.6L13.3,0.8L14.3,1.4L13.8,2.4Z", circle(12.2, 3.8, 0.8)
    ),
    "facility": Icon("M1.5,14V2.6H4.2V9L7.6,6.4V9L11,6.4V9L14.4,6.4V14Z"),
    "material": Icon("M4.8,2.4H11.2L14.6,8L11.2,13.6H4.8L1.4,8ZM5.9,4.8L4,8M10.1,4.8L12,8M6.1,11.2H9.9"),
    "driver": Icon(
        circle(8, 8, 4.6) + "M8,1V15M1,8H15M3.1,3.1L12.9,12.9M12.9,3.1L3.1,12.9", circle(8, 8, 1.6)
    ),
    "assessment": Icon(circle(9.6, 6.2, 4.6) + "M6.3,9.5L1.8,14.2"),
    "goal": Icon(circle(8, 8, 6.6) + circle(8, 8, 4.1), circle(8, 8, 1.7)),
    "outcome": Icon(
        circle(6.8, 9.2, 5.6) + circle(6.8, 9.2, 2.9)
        + "M6.8,9.2L13.4,2.6M11.4,4.6L11.2,2.4L13.4,0.6M11.4,4.6L13.6,4.8L15.4,2.6"
    ),
    "principle": Icon(
        "M3,2.2Q8,1.2 13,2.2Q14.2,8 13,13.8Q8,14.8 3,13.8Q1.8,8 3,2.2Z",
        "M7,3.8H9L8.6,9.6H7.4Z" + circle(8, 11.8, 1.1),
    ),
    "requirement": Icon(_PARALLELOGRAM),
    "constraint": Icon(_PARALLELOGRAM + "M7.6,3.5L4,12.5"),
    "meaning": Icon(
        "M4.2,12.6a2.9,2.9 0 0,1 -1.2,-5.4a3.1,3.1 0 0,1 4.2,-3.5a3.5,3.5 0 0,1 5.6,2.3a2.9,2.9 0 0,1 0.3,5.5"
        "a3.1,3.1 0 0,1 -4.5,1.4a3.4,3.4 0 0,1 -4.4,-0.3Z"
    ),
    "value": Icon("M1.4,8a6.6,4.4 0 1,0 13.2,0a6.6,4.4 0 1,0 -13.2,0Z"),
    "resource": Icon("M1.4,4H12.8V12H1.4ZM12.8,6.4H14.8V9.6H12.8M4,6.2V9.8M6.6,6.2V9.8M9.2,6.2V9.8"),
    "capability": Icon(
        "M1.6,10.3H5.9V14.6H1.6ZM5.9,6H10.2V14.6H5.9ZM5.9,10.3H14.5M10.2,1.7H14.5V14.6H10.2ZM10.2,6H14.5"
    ),
    "value-stream": Icon("M1.2,3.6H10.4L14.8,8L10.4,12.4H1.2L5.6,8Z"),
    "course-of-action": Icon(
        circle(10.2, 5.8, 4.8) + circle(10.2, 5.8, 2.6) + "M1.4,15C1.6,12.8 2.6,11.4 4.4,10.6",
        "M7,9.4L5.4,12.8L3,9.2Z" + circle(10.2, 5.8, 1),
    ),
    "work-package": Icon("M12,8.2A4.9,4.9 0 1,0 7.2,12.2H14.6M12.4,10L14.6,12.2L12.4,14.4"),
    "deliverable": Icon(_PAGE),
    "plateau": Icon("", "M4.6,2.8H15V4.8H4.6ZM2.8,7H13.2V9H2.8ZM1,11.2H11.4V13.2H1Z"),
    "gap": Icon("M2.4,8a5.6,4.8 0 1,0 11.2,0a5.6,4.8 0 1,0 -11.2,0ZM0.8,6.6H15.2M0.8,9.4H15.2"),
    "location": Icon("M8,15C5,10.8 3.4,8.6 3.4,5.9a4.6,4.6 0 1,1 9.2,0C12.6,8.6 11,10.8 8,15Z" + circle(8, 5.9, 1.7)),
    "grouping": Icon("M1.5,3H8V5.6H14.5V13H1.5ZM1.5,5.6H8"),
}  # fmt: skip
