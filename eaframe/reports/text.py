"""The report for a terminal: each finding with its line, a caret under the exact words, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.reports.printable import printable
from eaframe.reports.snippet import snippet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eaframe.reports.report import Report, ReportedFinding

_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36", "bold": "1", "dim": "2"}
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
        end_column = one.end_column if one.end_line == one.line else len(one.source_line) + 1
        shown, before, carets = snippet(one.source_line, one.column, end_column)
        yield paint("dim", f"  {one.line} | ") + shown
        yield paint("dim", f"  {' ' * gutter} | ") + before + paint(one.severity, carets)
    for note in one.notes:
        yield f"  {words['note']}: {printable(note.file)}:{note.line}:{note.column}: {printable(note.message)}"
    yield f"  {words['hint']}: {printable(one.hint)}"


def _painter(*, colour: bool) -> Callable[[str, str], str]:
    def paint(style: str, text: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if colour else text

    return paint
