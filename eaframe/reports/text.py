"""The report for a terminal: each finding with its line, a caret under the exact words, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.reports.printable import printable, printable_path
from eaframe.reports.snippet import snippet
from eaframe.reports.summary import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eaframe.reports.report import Report, ReportedFinding, WaivedFinding
    from eaframe.reports.style import Style

_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36", "bold": "1", "dim": "2"}
_WORDS = {
    "en": {"hint": "hint", "note": "note", "waived": "waived until {until}"},
    "vi": {"hint": "gợi ý", "note": "xem thêm", "waived": "được miễn trừ đến {until}"},
}


def text_report(report: Report, style: Style) -> str:
    """All findings in the order of files and lines, then one line that sums up."""
    return "".join(f"{line}\n" for line in _lines(report, style))


def concise_report(report: Report, style: Style) -> str:
    """One line a finding: ``path:line:column: severity CODE message``, then the sum."""
    paint = _painter(style)
    lines = [
        f"{printable_path(one.file)}:{one.line}:{one.column}: "
        f"{paint(one.severity, one.severity)} {one.code} {printable(one.message)}"
        for one in report.findings
    ]
    if style.include_waived:
        lines += [_waived(one, style) for one in report.waived]
    return "".join(f"{line}\n" for line in (*lines, summary(report, style.language, paint)))


def _lines(report: Report, style: Style) -> Iterator[str]:
    for one in report.findings:
        yield from _finding(one, style)
        yield ""
    if style.include_waived and report.waived:
        yield from (_waived(one, style) for one in report.waived)
        yield ""
    yield summary(report, style.language, _painter(style))


def _waived(waived: WaivedFinding, style: Style) -> str:
    words, one = _WORDS[style.language], waived.finding
    decision = f" ({printable(waived.decision)})" if waived.decision else ""
    return (
        f"{printable_path(one.file)}:{one.line}:{one.column}: {words['waived'].format(until=printable(waived.until))} "
        f"{one.code} {printable(one.message)} – {printable(waived.reason)}{decision}"
    )


def _finding(one: ReportedFinding, style: Style) -> Iterator[str]:
    words, paint = _WORDS[style.language], _painter(style)
    place = f"{printable_path(one.file)}:{one.line}:{one.column}"
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


def _painter(style: Style) -> Callable[[str, str], str]:
    def paint(name: str, text: str) -> str:
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if style.colour else text

    return paint
