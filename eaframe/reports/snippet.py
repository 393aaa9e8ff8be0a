"""A line of a source with a caret under the words that are meant."""

from __future__ import annotations

from eaframe.reports.printable import printable
from eaframe.reports.width import width

_WIDEST_LINE = 160  # characters of a source line that are shown


def snippet(line: str, column: int, end_column: int) -> tuple[str, str, str]:
    """The line as it is shown, the spaces before the carets, and the carets; columns are 1-based, the end exclusive.

    Of a long line only what lies around the column is shown.
    """
    start, end = column - 1, end_column - 1
    first = max(0, start - _WIDEST_LINE // 2) if start >= _WIDEST_LINE else 0
    last = first + _WIDEST_LINE
    cut_before, cut_after = "…" if first else "", "…" if len(line) > last else ""
    before = cut_before + line[first:start]
    marked = line[start : min(end, last)]
    return printable(cut_before + line[first:last] + cut_after), " " * width(before), "^" * max(1, width(marked))
