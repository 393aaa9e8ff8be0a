"""Rules as test cases."""

from dataclasses import replace

from lxml import etree

from eaframe.reports import render
from eaframe.reports.report import Report, ReportedFinding, ReportedRule, WaivedFinding

ONE = ReportedFinding("APP001", "r", "error", "s", "m", "h", "a.yaml", 1, 2, 1, 3, "abc")
RULES = tuple(ReportedRule(code, "r", "error", "s", "h") for code in ("APP001", "APP002", "MOD001"))


def tree(*findings: ReportedFinding, waived: tuple[WaivedFinding, ...] = ()) -> etree._Element:
    return etree.fromstring(render(Report(1, 1, findings, RULES, waived), "junit").encode("utf-8"))


def test_a_rule_that_found_nothing_passes():
    cases = [(suite.get("name"), [case.get("name") for case in suite]) for suite in tree()]
    assert cases == [("APP", ["APP001 r", "APP002 r"]), ("MOD", ["MOD001 r"])]
    assert [len(case) for case in tree().iter("testcase")] == [0, 0, 0]


def test_a_rule_fails_once_with_all_that_it_found():
    warning = replace(ONE, severity="warning", line=7)
    (failure,) = tree(warning, ONE, ONE).iter("failure")
    assert (failure.get("type"), failure.get("message")) == ("error", "2 errors, 1 warning")
    assert failure.text.splitlines()[1::2] == ["a.yaml:7:2: warning m", "a.yaml:1:2: error m", "a.yaml:1:2: error m"]


def test_an_info_is_told_and_fails_nothing():
    whole = tree(replace(ONE, severity="info"))
    assert (whole.get("tests"), whole.get("failures"), whole.get("skipped")) == ("3", "0", "0")
    assert [one.text for one in whole.iter("system-out")] == ["\na.yaml:1:2: info m\n  hint: h\n"]


def test_a_rule_all_of_whose_findings_are_waived_is_skipped_with_the_reasons():
    waived = tuple(WaivedFinding(ONE, reason, "", "2027-01-29") for reason in ("First.", "Second.", "First."))
    whole = tree(waived=waived)
    assert (whole.get("failures"), whole.get("skipped")) == ("0", "1")
    assert [one.get("message") for one in whole.iter("skipped")] == ["First.; Second."]


def test_a_rule_that_fails_tells_what_is_waived_beside():
    whole = tree(ONE, waived=(WaivedFinding(ONE, "Reason.", "D 1", "2027-01-29"),))
    assert (whole.get("failures"), whole.get("skipped")) == ("1", "0")
    (told,) = whole.iter("system-out")
    assert told.text == "\na.yaml:1:2: waived until 2027-01-29: m\n  Reason. (D 1)\n"


def test_what_no_rule_found_is_a_case_too():
    whole = tree(replace(ONE, code="SRC001", rule="no-yaml"))
    assert [case.get("name") for case in whole.iter("testcase")][-1] == "SRC001 no-yaml"
