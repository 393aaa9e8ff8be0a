"""How many columns of a terminal a text takes."""

from __future__ import annotations

import unicodedata

from eaframe.reports.printable import printable

_SOFT_HYPHEN = "\u00ad"  # has no width by its category, but terminals show it


def width(text: str) -> int:
    """Columns of a terminal; a tab is shown as one."""
    return sum(map(_columns, printable(text)))


def padded(text: str, columns: int) -> str:
    """The text with spaces after it up to so many columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """The text, or what of it fits in so many columns with … at its end."""
    if len(text) * 2 <= columns or width(text) <= columns:
        return text
    kept, taken = "", 1  # the column of …
    for character in text:
        taken += _columns(character)
        if taken > columns:
            break
        kept += character
    return kept.rstrip() + "…"


def _columns(character: str) -> int:
    """Wide characters take two columns; marks on others, and what only joins or parts them, take none."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} and character != _SOFT_HYPHEN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
