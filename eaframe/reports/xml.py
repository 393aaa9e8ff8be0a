"""XML 1.0 of a report. The standard library's writers take longer to import than a report takes to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FORBIDDEN: Final = re.compile(r"[^\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def element(name: str, attributes: Mapping[str, str | int], children: Sequence[str] = ()) -> str:
    """An element with one child, which is markup, a line."""
    written = "".join(f' {key}="{_safe(str(value))}"' for key, value in attributes.items())
    inner = "\n".join(children)
    return f"<{name}{written}>\n{inner}\n</{name}>" if children else f"<{name}{written}/>"


def lines(texts: Sequence[str]) -> list[str]:
    """Texts of a model, one a line, as the children of an element."""
    return [_safe(text) for text in texts]


def _safe(text: str) -> str:
    return _FORBIDDEN.sub("�", printable(text)).translate(_ENTITIES)
