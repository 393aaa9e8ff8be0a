"""The report as JUnit's XML: a suite for each prefix of codes, a test case for each rule.

So passed rules are seen too, and the history of a rule is that of one test. Errors and warnings fail their rule, infos
do not; a rule all of whose findings are waived is skipped, and why is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from eaframe.reports.order import all_rules
from eaframe.reports.printable import printable, printable_path
from eaframe.reports.summary import SEVERITIES, counted
from eaframe.reports.xml import element, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eaframe.reports.report import Report, ReportedFinding, ReportedRule, WaivedFinding
    from eaframe.reports.style import Style

_PREFIX = re.compile(r"\A[A-Z]*")
_FAILING = ("error", "warning")
_WORDS = {
    "en": {"hint": "hint", "waived": "waived until {until}"},
    "vi": {"hint": "gợi ý", "waived": "được miễn trừ đến {until}"},
}


@dataclass(frozen=True, slots=True)
class _Case:
    """A rule with what it found."""

    rule: ReportedRule
    failing: list[ReportedFinding] = field(default_factory=list)
    telling: list[ReportedFinding] = field(default_factory=list)
    waived: list[WaivedFinding] = field(default_factory=list)

    @property
    def is_skipped(self) -> bool:
        return bool(self.waived) and not self.failing

    @property
    def prefix(self) -> str:
        found = _PREFIX.match(self.rule.code)
        return found.group() if found else ""


def junit_report(report: Report, style: Style) -> str:
    """One XML document with every rule that was asked."""
    cases = {rule.code: _Case(rule) for rule in all_rules(report)}
    for one in report.findings:
        case = cases[one.code]
        (case.failing if one.severity in _FAILING else case.telling).append(one)
    for waived in report.waived:
        cases[waived.finding.code].waived.append(waived)
    suites = []
    for prefix, of_prefix in groupby(cases.values(), key=lambda case: case.prefix):
        suite = list(of_prefix)
        written = [_written(case, style) for case in suite]
        suites.append(element("testsuite", {"name": prefix, **_counts(suite)}, written))
    whole = element("testsuites", {"name": "eaframe", **_counts(list(cases.values()))}, suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'


def _counts(cases: Sequence[_Case]) -> dict[str, int]:
    return {
        "tests": len(cases),
        "failures": sum(1 for case in cases if case.failing),
        "errors": 0,
        "skipped": sum(1 for case in cases if case.is_skipped),
    }


def _written(case: _Case, style: Style) -> str:
    first = (case.failing or [waived.finding for waived in case.waived] or case.telling)[:1]
    named: dict[str, str | int] = {
        "classname": f"eaframe.{case.prefix}",
        "name": f"{case.rule.code} {case.rule.name}",
    }
    if first:
        named |= {"file": first[0].file, "line": first[0].line}
    return element("testcase", named, list(_outcome(case, style)))


def _outcome(case: _Case, style: Style) -> Iterator[str]:
    told = [line for one in case.telling for line in _lines(one, style)]
    waived = [line for one in case.waived for line in _waived(one, style)]
    if case.failing:
        severities = [one.severity for one in case.failing]
        worst = "error" if "error" in severities else "warning"
        text = [line for one in case.failing for line in _lines(one, style)]
        yield element("failure", {"message": _headline(case.failing, style), "type": worst}, lines(text))
        told += waived
    elif case.waived:
        reasons = dict.fromkeys(one.reason for one in case.waived)
        yield element("skipped", {"message": "; ".join(reasons)}, lines(waived))
    if told:
        yield element("system-out", {}, lines(told))


def _headline(findings: Sequence[ReportedFinding], style: Style) -> str:
    if len(findings) == 1:
        return findings[0].message
    numbers = {severity: sum(1 for one in findings if one.severity == severity) for severity in SEVERITIES}
    return ", ".join(counted(number, severity, style.language) for severity, number in numbers.items() if number)


def _lines(one: ReportedFinding, style: Style) -> Iterator[str]:
    yield f"{printable_path(one.file)}:{one.line}:{one.column}: {one.severity} {printable(one.message)}"
    for note in one.notes:
        yield f"  {printable_path(note.file)}:{note.line}:{note.column}: {printable(note.message)}"
    yield f"  {_WORDS[style.language]['hint']}: {printable(one.hint)}"


def _waived(waived: WaivedFinding, style: Style) -> Iterator[str]:
    one = waived.finding
    until = _WORDS[style.language]["waived"].format(until=printable(waived.until))
    decision = f" ({printable(waived.decision)})" if waived.decision else ""
    yield f"{printable_path(one.file)}:{one.line}:{one.column}: {until}: {printable(one.message)}"
    yield f"  {printable(waived.reason)}{decision}"
