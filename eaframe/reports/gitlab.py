"""The report for GitLab's Code Quality widget (docs.gitlab.com, "Code Quality": Code Climate's shape, cut down).

GitLab compares the report of a branch with that of its target, so the default branch must make one too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from eaframe.reports.order import numbered
from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from eaframe.reports.report import Report, ReportedFinding
    from eaframe.reports.style import Style

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
_UNREADABLE = ("SRC", "MOD")  # while the model itself is broken, what is built on it cannot be trusted


def gitlab_report(report: Report, style: Style) -> str:
    """A JSON array, without a byte-order mark. Waived findings are left out: GitLab has no word for them."""
    del style
    content = [
        {
            "description": printable(f"{one.message} {one.hint}"),
            "check_name": printable(f"{one.code} {one.rule}"),
            # Of findings with one fingerprint GitLab would show only one.
            "fingerprint": one.fingerprint if number == 1 else f"{one.fingerprint}:{number}",
            "severity": _severity(one),
            "location": {"path": printable(one.file).removeprefix("./"), "lines": {"begin": one.line}},
        }
        for one, number in numbered(report.findings)
    ]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _severity(one: ReportedFinding) -> str:
    if one.severity == "error" and one.code.startswith(_UNREADABLE):
        return "blocker"
    return _SEVERITIES[one.severity]
