"""CSV for spreadsheets: what is text stays text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for the start of one


def cell(text: str, *, keeps_lines: bool = False) -> str:
    """A text, on one line unless it ``keeps_lines``; one that a spreadsheet would run gets a ' before it."""
    shown = "\n".join(map(printable, text.splitlines())) if keeps_lines else printable(text)
    return f"'{shown}" if text.startswith(_FORMULA) else shown


def sheet(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV, of which texts of a model have been made cells."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()
