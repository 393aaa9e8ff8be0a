"""What the formats for programs share."""

from dataclasses import replace

from eaframe.reports.order import all_rules, numbered, under, worst_first
from eaframe.reports.report import Report, ReportedFinding, ReportedNote, ReportedRule, WaivedFinding

ONE = ReportedFinding("APP001", "r", "error", "s", "m", "h", "a", 1, 2, 1, 3, "", (ReportedNote("n", "b", 1, 1),))


def test_the_worst_come_first_in_the_order_they_were_found():
    findings = [
        replace(ONE, severity=severity, line=line)
        for line, severity in enumerate(["info", "error", "warning", "error"])
    ]
    assert [one.line for one in worst_first(findings)] == [1, 3, 2, 0]


def test_findings_of_one_identity_are_numbered():
    other = replace(ONE, discriminator="d")
    assert [number for _, number in numbered([ONE, other, ONE, replace(ONE, line=7)])] == [1, 1, 2, 3]


def test_rules_are_those_asked_and_those_that_found_something():
    rule = ReportedRule("MOD001", "n", "error", "s", "h")
    waived = WaivedFinding(replace(ONE, code="ABC001", rule="w"), "r", "d", "u")
    rules = all_rules(Report(1, 1, (ONE, ONE), (rule,), (waived,)))
    assert [(one.code, one.name) for one in rules] == [("ABC001", "w"), ("APP001", "r"), ("MOD001", "n")]


def test_a_folder_is_put_before_every_file():
    report = Report(1, 1, (ONE,), (), (WaivedFinding(ONE, "r", "d", "u"),))
    moved = under(report, "x/y")
    for one in (moved.findings[0], moved.waived[0].finding):
        assert (one.file, one.notes[0].file) == ("x/y/a", "x/y/b")
    assert under(report, "") == under(report, ".") == report
