"""SVG written so that nothing of a model can become markup, a link to elsewhere or a style.

Texts and attribute values are escaped here, in one place. Attribute names, element names and classes are our own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from eaframe.views.text import plain

if TYPE_CHECKING:
    from eaframe.views.layout import Point

_FORBIDDEN: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
# Tables of our own: the standard library's take longer to import than a picture takes to write.
_IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_VALUE: Final = {**_IN_TEXT, **str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})}
_RELATIVE: Final = re.compile(r"#[\w.:-]+|(?:\.{1,2}/)*[\w-][\w.-]*(?:/[\w.-]+)*(?:#[\w.:-]+)?")


def tag(name: str, /, *children: str, **attributes: str | float | None) -> str:
    """An element; ``children`` are markup. A trailing or inner underscore in an attribute's name is a dash."""
    written = "".join(
        f" {key.strip('_').replace('_', '-')}={_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(children)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(content: str) -> str:
    """A text of a model, in one line."""
    return plain(content).translate(_IN_TEXT)


def paragraphs(*content: str) -> str:
    """Texts of a model, one below the other, with their own line breaks: for tooltips."""
    written = "\n".join(_FORBIDDEN.sub(" ", one.strip()) for one in content if one.strip())
    return written.translate(_IN_TEXT)


def relative(href: str | None) -> str | None:
    """A link if it leads to this page or one beside it; anything that could lead elsewhere or run is no link."""
    return href if href and _RELATIVE.fullmatch(href) else None


def number(value: float) -> str:
    """A coordinate: at most one decimal, no trailing zero, never ``-0``."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def polyline(points: list[Point] | tuple[Point, ...], *, closed: bool = False) -> str:
    """Path data of straight lines."""
    return "M" + " L".join(f"{number(x)},{number(y)}" for x, y in points) + ("Z" if closed else "")


def _quoted(value: str | float) -> str:
    if isinstance(value, str):
        return f'"{_FORBIDDEN.sub(" ", value).translate(_IN_VALUE)}"'
    return f'"{number(value)}"'
