"""The report as Markdown: for the summary of a CI step, or a comment on a merge request.

First the verdict and a table of codes, then the findings of each file, folded, worst first, until the room is used up.
"""

from __future__ import annotations

import html
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from eaframe.reports.markup import code, text
from eaframe.reports.order import worst_first
from eaframe.reports.printable import printable
from eaframe.reports.report import RANK
from eaframe.reports.summary import SEVERITIES, besides, counted, size, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from eaframe.reports.report import Report, ReportedFinding, WaivedFinding
    from eaframe.reports.style import Style

LIMIT = 60_000  # characters: a comment on GitHub holds 65,536; the summary of a step holds 1 MiB
_FEW = 20  # findings that are shown unfolded
_MOST_NOTES = 5
_ROOM_FOR_THE_LAST_WORD = 200
_SIGNS = {"error": "❌", "warning": "⚠️", "info": "ℹ️", "clean": "✅"}
_TITLES = {
    "en": {
        "codes": ("", "Code", "Rule", "Findings"),
        "findings": ("", "Code", "Place", "Finding"),
        "waived": ("Code", "Place", "Reason", "Decision", "Until"),
    },
    "vi": {
        "codes": ("", "Mã", "Quy tắc", "Số phát hiện"),
        "findings": ("", "Mã", "Vị trí", "Phát hiện"),
        "waived": ("Mã", "Vị trí", "Lý do", "Quyết định", "Đến"),
    },
}
_WORDS = {
    "en": {
        "hint": "Hint",
        "note": "Note",
        "more": "**{n} more are not shown here:** the report has no room for them.",
    },
    "vi": {
        "hint": "Gợi ý",
        "note": "Xem thêm",
        "more": "**Còn {n} mục không hiện ở đây:** báo cáo không đủ chỗ.",
    },
}


def markdown_report(report: Report, style: Style, limit: int = LIMIT) -> str:
    """At most ``limit`` characters (at least 1,000), and how many findings found no room in them."""
    words = _WORDS[style.language]
    head = _head(report, style)
    written = [head] if len(head) <= limit - _ROOM_FOR_THE_LAST_WORD else [_verdict(report, style)]
    room = limit - _ROOM_FOR_THE_LAST_WORD - len(written[0])
    more = 0
    for opening, rows, closing in (*_files(report, style), *_waived(report, style)):
        room -= len(opening) + len(closing)
        fitting = 0 if more else _fitting(rows, room)
        if fitting:
            written += [opening, *rows[:fitting], closing]
            room -= sum(map(len, rows[:fitting]))
        more += len(rows) - fitting
    if more:
        written.append(f"\n{words['more'].format(n=more)}\n")
    return "".join(written)


def _fitting(rows: Sequence[str], room: int) -> int:
    for number, row in enumerate(rows):
        room -= len(row)
        if room < 0:
            return number
    return len(rows)


def _verdict(report: Report, style: Style) -> str:
    severities = [one.severity for one in report.findings]
    if report.failed:  # what was not asked is not well
        severities.append("warning")
    worst = min(severities, key=lambda severity: RANK[severity], default="clean")
    return f"### {_SIGNS[worst]} eaframe: {verdict(report, style.language)}\n"


def _head(report: Report, style: Style) -> str:
    said = "; ".join([size(report, style.language), *besides(report, style.language)])
    head = f"{_verdict(report, style)}\n{said}\n"
    numbers = Counter((RANK[one.severity], one.code, one.rule) for one in report.findings)
    rows = [
        _row(_SIGNS[SEVERITIES[rank]], code(found, cell=True), text(rule, cell=True), str(number))
        for (rank, found, rule), number in sorted(numbers.items())
    ]
    table = _header(_TITLES[style.language]["codes"], "---", "---", "---", "---:") + "".join(rows)
    return f"{head}\n{table}" if rows else head


def _files(report: Report, style: Style) -> Iterator[tuple[str, list[str], str]]:
    """For each file its opening, its rows and its closing; files with the worst findings come first."""
    worst: dict[str, int] = {}
    for one in report.findings:
        worst[one.file] = min(RANK[one.severity], worst.get(one.file, len(RANK)))
    findings = sorted(worst_first(report.findings), key=lambda one: (worst[one.file], one.file))
    header = _header(_TITLES[style.language]["findings"], *["---"] * 4)
    for file, of_file in groupby(findings, key=lambda one: one.file):
        listed = list(of_file)
        title = f"<code>{html.escape(printable(file))}</code>: {_counts(listed, style)}"
        rows = [_finding(one, style) for one in listed]
        yield _opening(title, is_open=len(findings) <= _FEW) + header, rows, "\n</details>\n"


def _waived(report: Report, style: Style) -> Iterator[tuple[str, list[str], str]]:
    if not report.waived:
        return
    title = counted(len(report.waived), "waived", style.language)
    header = _header(_TITLES[style.language]["waived"], *["---"] * 5)
    yield _opening(title, is_open=False) + header, [_waiver(one) for one in report.waived], "\n</details>\n"


def _counts(findings: Iterable[ReportedFinding], style: Style) -> str:
    numbers = Counter(one.severity for one in findings)
    return ", ".join(counted(numbers[one], one, style.language) for one in SEVERITIES if numbers[one])


def _opening(title: str, *, is_open: bool) -> str:
    return f"\n<details{' open' if is_open else ''}><summary>{title}</summary>\n\n"


def _finding(one: ReportedFinding, style: Style) -> str:
    words = _WORDS[style.language]
    said = [text(one.message, cell=True)]
    said += [
        f"{words['note']}: {code(f'{note.file}:{note.line}', cell=True)} {text(note.message, cell=True)}"
        for note in one.notes[:_MOST_NOTES]
    ]
    said.append(f"{words['hint']}: {text(one.hint, cell=True)}")
    place = code(f"{one.file}:{one.line}", cell=True)
    return _row(_SIGNS[one.severity], code(one.code, cell=True), place, "<br>".join(said))


def _waiver(waived: WaivedFinding) -> str:
    one = waived.finding
    place = code(f"{one.file}:{one.line}", cell=True)
    texts = (text(words, cell=True) for words in (waived.reason, waived.decision, waived.until))
    return _row(code(one.code, cell=True), place, *texts)


def _header(titles: Iterable[str], *alignments: str) -> str:
    return _row(*titles) + _row(*alignments)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"
