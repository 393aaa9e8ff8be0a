"""How many columns of a terminal a text takes."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def wrapped(text: str, columns: int, first: str, other: str | None = None) -> Iterator[str]:
    """The lines of a text, long ones wrapped at spaces; what is one word is never cut.

    They begin with ``other``, by default ``first``, which the first one begins with.
    """
    indent = first if other is None else other
    for number, line in enumerate(text.splitlines() or [""]):
        yield from textwrap.wrap(
            printable(line),
            columns,
            initial_indent=indent if number else first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [indent if number else first]


def _columns(character: str) -> int:
    """Wide characters take two columns; marks on others, and what only joins or parts them, take none."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} and character != _SOFT_HYPHEN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
