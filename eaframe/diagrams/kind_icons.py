"""The icons that a kind may have of its own (`looks.ICON_NAMES`), drawn like those of ArchiMate's types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.icons import Icon, circle

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHEET: Final = "M3,1.6H9.6L13,5V14.4H3ZM9.6,1.6V5H13"

KIND_ICONS: Final[Mapping[str, Icon]] = {
    "book": Icon(
        "M8,4.2C6.6,3 4.4,2.6 1.4,2.8V12.6C4.4,12.4 6.6,12.8 8,14C9.4,12.8 11.6,12.4 14.6,12.6V2.8"
        "C11.6,2.6 9.4,3 8,4.2ZV14"
    ),
    "building": Icon(
        "M1.4,14.4H14.6M2.8,14.4V1.8H9.8V14.4M9.8,6.2H13.4V14.4M5.4,14.4V11.8H7.2V14.4",
        "M4.4,3.6H5.7V4.9H4.4ZM6.9,3.6H8.2V4.9H6.9ZM4.4,6.2H5.7V7.5H4.4ZM6.9,6.2H8.2V7.5H6.9ZM4.4,8.8H5.7V10.1H4.4Z"
        "M6.9,8.8H8.2V10.1H6.9ZM11,8H12.2V9.3H11ZM11,10.8H12.2V12.1H11Z",
    ),
    "camera": Icon("M1.4,4.8H4.4L5.6,2.8H10.4L11.6,4.8H14.6V13.2H1.4Z" + circle(8, 8.8, 2.8), circle(12.7, 6.7, 0.6)),
    "car": Icon(
        "M1.4,11.8V8.6L3,7.8L4.8,4H11.2L13,7.8L14.6,8.6V11.8ZM3,7.8H13", circle(4.4, 12, 1.6) + circle(11.6, 12, 1.6)
    ),
    "chart": Icon("M1.8,1.6V14.2H14.6", "M4,8.8H6.4V12.8H4ZM7.6,5.8H10V12.8H7.6ZM11.2,2.8H13.6V12.8H11.2Z"),
    "cloud": Icon("M4.2,12.8a3.1,3.1 0 0,1 -0.3,-6.2a4.3,4.3 0 0,1 8.2,-0.4a3.4,3.4 0 0,1 -0.3,6.6Z"),
    "database": Icon(
        "M2.6,3.8V12.2a5.4,2.2 0 0,0 10.8,0V3.8a5.4,2.2 0 0,0 -10.8,0a5.4,2.2 0 0,0 10.8,0M2.6,8a5.4,2.2 0 0,0 10.8,0"
    ),
    "document": Icon(_SHEET + "M5.2,7.4H10.8M5.2,9.7H10.8M5.2,12H8.6"),
    "health": Icon("M5.8,1.8H10.2V5.8H14.2V10.2H10.2V14.2H5.8V10.2H1.8V5.8H5.8Z"),
    "house": Icon("M1.4,8.4L8,2L14.6,8.4M3.4,6.6V14.2H12.6V6.6M6.4,14.2V9.8H9.6V14.2"),
    "key": Icon(circle(4.8, 8, 3.4) + "M8.2,8H14.8V11.2M12,8V10.6", circle(4.8, 8, 1)),
    "leaf": Icon("M4.2,11.8C1.6,6.6 6,2.4 13.8,2.2C14,10 9.4,14 4.2,11.8ZM1.8,14.6C3.6,11 6.4,8 10,6.2"),
    "mail": Icon("M1.4,3.2H14.6V12.8H1.4ZM1.4,3.6L8,8.8L14.6,3.6"),
    "map": Icon("M1.4,4L5.8,2.2L10.2,4L14.6,2.2V12L10.2,13.8L5.8,12L1.4,13.8ZM5.8,2.2V12M10.2,4V13.8"),
    "money": Icon("M1.2,3.8H14.8V12.2H1.2Z" + circle(8, 8, 2.2), circle(3.6, 8, 0.8) + circle(12.4, 8, 0.8)),
    "people": Icon(
        circle(5.6, 4.8, 2.4)
        + "M1.2,13.8a4.4,4.8 0 0,1 8.8,0ZM10,2.6a2.4,2.4 0 1,1 0.6,4.6M11.4,9.3a4.2,4.6 0 0,1 3.4,4.5H12.2"
    ),
    "phone": Icon(
        "M4.8,1.4H11.2a1.2,1.2 0 0,1 1.2,1.2V13.4a1.2,1.2 0 0,1 -1.2,1.2H4.8a1.2,1.2 0 0,1 -1.2,-1.2V2.6"
        "a1.2,1.2 0 0,1 1.2,-1.2ZM3.6,11.4H12.4",
        circle(8, 13, 0.7),
    ),
    "portal": Icon(circle(8, 8, 6.5) + "M1.5,8H14.5M8,1.5C4.2,5 4.2,11 8,14.5C11.8,11 11.8,5 8,1.5Z"),
    "server": Icon(
        "M2.2,1.8H13.8V14.2H2.2ZM2.2,5.9H13.8M2.2,10.1H13.8M7.6,3.9H11.6M7.6,8H11.6M7.6,12.1H11.6",
        circle(4.6, 3.9, 0.8) + circle(4.6, 8, 0.8) + circle(4.6, 12.1, 0.8),
    ),
    "shield": Icon("M8,1.4L13.8,3.6V8C13.8,11.4 11.4,13.6 8,14.8C4.6,13.6 2.2,11.4 2.2,8V3.6ZM5.2,8L7.4,10.2L11,6.2"),
}  # fmt: skip
