"""Texts of a model put into Markdown that others render: they stay texts, on one line, and call nobody."""

from __future__ import annotations

import re
from typing import Final

from eaframe.reports.printable import printable

_SPECIAL: Final = re.compile(r"([\\`*_\[\]|~#$])")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}  # @name would tell a stranger
_SCHEME: Final = re.compile(r"(?i)\b(https?|ftp|www)(?=[:.])")


def escape(text: str) -> str:
    """The text as it reads, in a paragraph as in the cell of a table: no markup, no link, no mention."""
    shown = _SPECIAL.sub(r"\\\1", printable(" ".join(text.split())))
    for character, entity in _ENTITIES.items():
        shown = shown.replace(character, entity)
    return _SCHEME.sub("\\1<!-- -->", shown)


def table(header: list[str], rows: list[list[str]]) -> list[str]:
    """The lines of a table of cells that are escaped already."""
    return ["", *(f"| {' | '.join(cells)} |" for cells in (header, ["---"] * len(header), *rows)), ""]
