"""The report as workflow commands of GitHub Actions, which shows them at the lines of a pull request.

A step may show ten commands of each kind, and GitHub drops what is more without a word
(docs.github.com, "Workflow commands"; escaping: actions/toolkit, packages/core/src/command.ts).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.reports.order import worst_first
from eaframe.reports.printable import printable, printable_path
from eaframe.reports.summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.reports.report import Report, ReportedFinding
    from eaframe.reports.style import Style

MOST = 10  # commands of one kind
_KINDS = {"error": "error", "warning": "warning", "info": "notice"}
_WORDS = {
    "en": {
        "one": "1 more finding is not shown here, as GitHub shows ten of each kind",
        "several": "{n} more findings are not shown here, as GitHub shows ten of each kind",
    },
    "vi": {
        "one": "còn 1 phát hiện không hiện ở đây, vì GitHub chỉ hiện mười phát hiện mỗi loại",
        "several": "còn {n} phát hiện không hiện ở đây, vì GitHub chỉ hiện mười phát hiện mỗi loại",
    },
}


def github_report(report: Report, style: Style) -> str:
    """A command for each of the worst findings, one that says how many more there are, and the sum in plain words."""
    return "".join(f"{line}\n" for line in (*_commands(report, style), summary(report, style.language)))


def _commands(report: Report, style: Style) -> Iterator[str]:
    by_kind: dict[str, list[ReportedFinding]] = {kind: [] for kind in _KINDS}
    for one in worst_first(report.findings):
        by_kind[one.severity].append(one)
    is_cut = any(len(findings) > MOST for findings in by_kind.values())
    room = {"error": MOST, "warning": MOST, "info": MOST - is_cut}  # the last word is a notice too
    shown = [one for kind, findings in by_kind.items() for one in findings[: room[kind]]]
    yield from (_command(one) for one in shown)
    more = len(report.findings) - len(shown)
    if more:
        said = _WORDS[style.language]["one" if more == 1 else "several"].format(n=more)
        yield f"::notice title=eaframe::{_data(said)}"


def _command(one: ReportedFinding) -> str:
    properties = {"file": one.file, "line": one.line}
    if one.end_line == one.line:  # GitHub takes columns only of findings on one line
        properties |= {"endLine": one.end_line, "col": one.column, "endColumn": one.end_column}
    properties["title"] = f"{one.code} {one.rule}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    # The log of a step shows the message alone, so it says the place too.
    place = f"{printable_path(one.file)}:{one.line}:{one.column}"
    return f"::{_KINDS[one.severity]} {written}::{_data(f'{place}: {one.code} {one.message}')}%0A{_data(one.hint)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
