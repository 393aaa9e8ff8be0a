"""The report for a terminal: each finding with its line, a caret under the exact words, and what to do."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eaframe.reports.report import Report, ReportedFinding

_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36", "bold": "1", "dim": "2"}
_WIDEST_LINE = 160  # characters of a source line that are shown
_SOFT_HYPHEN = "\u00ad"  # has no width by its category, but terminals show it
_WORDS = {
    "en": {
        "hint": "hint",
        "note": "note",
        "element": ("element", "elements"),
        "relationship": ("relationship", "relationships"),
        "clean": "nothing found",
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "info": ("info", "infos"),
    },
    "vi": {
        "hint": "gợi ý",
        "note": "xem thêm",
        "element": ("phần tử", "phần tử"),
        "relationship": ("quan hệ", "quan hệ"),
        "clean": "không có phát hiện nào",
        "error": ("lỗi", "lỗi"),
        "warning": ("cảnh báo", "cảnh báo"),
        "info": ("lưu ý", "lưu ý"),
    },
}


def text_report(report: Report, *, language: str = "en", colour: bool = False) -> str:
    """All findings in the order of files and lines, then one line that sums up."""
    return "".join(f"{line}\n" for line in _lines(report, language, colour=colour))


def concise_report(report: Report, *, language: str = "en", colour: bool = False) -> str:
    """One line a finding: ``path:line:column: severity CODE message``, then the sum."""
    paint = _painter(colour=colour)
    lines = [
        f"{printable(one.file)}:{one.line}:{one.column}: "
        f"{paint(one.severity, one.severity)} {one.code} {printable(one.message)}"
        for one in report.findings
    ]
    return "".join(f"{line}\n" for line in (*lines, summary(report, language, colour=colour)))


def summary(report: Report, language: str, *, colour: bool = False) -> str:
    """The last line: what was judged and how many findings there are of each severity."""
    words, paint = _WORDS[language], _painter(colour=colour)

    def counted(number: int, what: str) -> str:
        return f"{number} {words[what][number != 1]}"

    size = f"{counted(report.elements, 'element')}, {counted(report.relationships, 'relationship')}"
    numbers = {severity: report.count(severity) for severity in ("error", "warning", "info")}
    counts = [paint(severity, counted(number, severity)) for severity, number in numbers.items() if number]
    return f"{size}: {', '.join(counts) or words['clean']}"


def _lines(report: Report, language: str, *, colour: bool) -> Iterator[str]:
    for one in report.findings:
        yield from _finding(one, language, colour=colour)
        yield ""
    yield summary(report, language, colour=colour)


def _finding(one: ReportedFinding, language: str, *, colour: bool) -> Iterator[str]:
    words, paint = _WORDS[language], _painter(colour=colour)
    place = f"{printable(one.file)}:{one.line}:{one.column}"
    yield f"{paint('bold', place)}  {paint(one.severity, one.severity)}  {one.code}  {printable(one.message)}"
    gutter = len(str(one.line))
    if one.source_line.strip():
        start, end = one.column - 1, one.end_column - 1 if one.end_line == one.line else len(one.source_line)
        first = max(0, start - _WIDEST_LINE // 2) if start >= _WIDEST_LINE else 0
        last = first + _WIDEST_LINE
        cut_before, cut_after = "…" if first else "", "…" if len(one.source_line) > last else ""
        before = cut_before + one.source_line[first:start]
        marked = one.source_line[start : min(end, last)]
        yield paint("dim", f"  {one.line} | ") + printable(cut_before + one.source_line[first:last] + cut_after)
        yield (
            paint("dim", f"  {' ' * gutter} | ")
            + " " * _width(before)
            + paint(one.severity, "^" * max(1, _width(marked)))
        )
    for note in one.notes:
        yield f"  {words['note']}: {printable(note.file)}:{note.line}:{note.column}: {printable(note.message)}"
    yield f"  {words['hint']}: {printable(one.hint)}"


def _width(text: str) -> int:
    """Columns of a terminal; a tab is shown as one."""
    return sum(map(_columns, printable(text)))


def _columns(character: str) -> int:
    """Wide characters take two columns; marks on others, and what only joins or parts them, take none."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} and character != _SOFT_HYPHEN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _painter(*, colour: bool) -> Callable[[str, str], str]:
    def paint(style: str, text: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if colour else text

    return paint
