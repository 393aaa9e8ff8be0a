"""The report for a terminal: each finding with its line, a caret under the exact words, and what to do."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from eaframe.reports.printable import printable, printable_path
from eaframe.reports.summary import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eaframe.reports.report import Report, ReportedFinding, WaivedFinding
    from eaframe.reports.style import Style

_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36", "bold": "1", "dim": "2"}
_WIDEST_LINE = 160  # characters of a source line that are shown
_SOFT_HYPHEN = "\u00ad"  # has no width by its category, but terminals show it
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


def _painter(style: Style) -> Callable[[str, str], str]:
    def paint(name: str, text: str) -> str:
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if style.colour else text

    return paint
