"""What formats for programs need of findings: an order, a name that is unique, and the rules they come from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from eaframe.reports.report import RANK, ReportedRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eaframe.reports.report import Report, ReportedFinding


def worst_first(findings: Iterable[ReportedFinding]) -> list[ReportedFinding]:
    """Errors before warnings before infos; those of one severity in the order they came in."""
    return sorted(findings, key=lambda one: RANK[one.severity])


def numbered(findings: Iterable[ReportedFinding]) -> Iterator[tuple[ReportedFinding, int]]:
    """Each finding with its number, from 1, among those of the same fingerprint: both together are unique."""
    seen: Counter[str] = Counter()
    for one in findings:
        fingerprint = one.fingerprint
        seen[fingerprint] += 1
        yield one, seen[fingerprint]


def all_rules(report: Report) -> list[ReportedRule]:
    """The rules that were asked, by code, and those of findings that no rule made (a file that cannot be read)."""
    rules = {rule.code: rule for rule in report.rules}
    for one in (*report.findings, *(waived.finding for waived in report.waived)):
        if one.code not in rules:
            rules[one.code] = ReportedRule(one.code, one.rule, one.severity, one.rule, "")
    return [rules[code] for code in sorted(rules)]


def under(report: Report, prefix: str) -> Report:
    """The report with ``prefix``, a folder, before the names of its files."""
    if prefix in {"", "."}:
        return report

    def moved(one: ReportedFinding) -> ReportedFinding:
        notes = tuple(replace(note, file=f"{prefix}/{note.file}") for note in one.notes)
        return replace(one, file=f"{prefix}/{one.file}", notes=notes)

    findings = tuple(moved(one) for one in report.findings)
    waived = tuple(replace(one, finding=moved(one.finding)) for one in report.waived)
    return replace(report, findings=findings, waived=waived)
