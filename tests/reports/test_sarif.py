"""SARIF, where GitHub and editors want more than the schema."""

import json
from dataclasses import replace
from typing import Any

import pytest

from eaframe.reports import render, sarif
from eaframe.reports.report import Report, ReportedFinding, ReportedNote, ReportedRule, WaivedFinding

ONE = ReportedFinding("APP001", "r", "error", "s", "m", "h", "a.yaml", 1, 2, 1, 3, "abc")


def run(*findings: ReportedFinding, **style: Any) -> dict[str, Any]:
    return json.loads(render(Report(1, 1, findings), "sarif", **style))["runs"][0]


def place(one: ReportedFinding) -> dict[str, Any]:
    return run(one)["results"][0]["locations"][0]["physicalLocation"]


def test_a_clean_run_lists_its_rules_so_that_old_alerts_close():
    rules = (ReportedRule("APP001", "r", "error", "S.", "H."), ReportedRule("APP002", "q", "info", "S.", "H."))
    written = json.loads(render(Report(1, 1, (), rules), "sarif"))["runs"][0]
    assert written["results"] == []
    assert [rule["id"] for rule in written["tool"]["driver"]["rules"]] == ["APP001", "APP002"]
    assert written["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_rule_that_could_not_be_run_makes_the_run_no_success():
    written = json.loads(render(Report(1, 1, (), failed=2), "sarif"))["runs"][0]
    (invocation,) = written["invocations"]
    assert invocation["executionSuccessful"] is False
    (said,) = invocation["toolExecutionNotifications"]
    assert said == {"level": "error", "message": {"text": "2 rules could not be run"}}


def test_results_are_the_worst_first_and_infos_are_notes():
    findings = [
        replace(ONE, severity=severity, code=f"APP00{n}") for n, severity in enumerate(("info", "warning", "error"))
    ]
    assert [(one["level"], one["ruleId"], one["ruleIndex"]) for one in run(*findings)["results"]] == [
        ("error", "APP002", 2),
        ("warning", "APP001", 1),
        ("note", "APP000", 0),
    ]


def test_a_region_of_several_lines_is_the_rest_of_the_first():
    assert place(replace(ONE, end_line=9))["region"] == {"startLine": 1, "startColumn": 2}
    assert place(ONE)["region"] == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 3}


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("a.yaml", {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"}),
        ("./mô hình/a b#c?.yaml", {"uri": "m%C3%B4%20h%C3%ACnh/a%20b%23c%3F.yaml", "uriBaseId": "%SRCROOT%"}),
        ("c:d/e.yaml", {"uri": "c%3Ad/e.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../a.yaml", {"uri": "../a.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/srv/a.yaml", {"uri": "file:///srv/a.yaml"}),
        ("latin-\udce9.yaml", {"uri": "latin-%E9.yaml", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_an_address_is_relative_to_the_repository(file, expected):
    assert place(replace(ONE, file=file))["artifactLocation"] == expected


def test_a_fingerprint_is_unique_and_stays_when_the_finding_moves():
    written = [
        one["partialFingerprints"]["primaryLocationLineHash"] for one in run(ONE, replace(ONE, line=9))["results"]
    ]
    assert written == [f"{ONE.fingerprint}:1", f"{ONE.fingerprint}:2"]


def test_a_note_is_a_link_in_the_message_and_no_text_of_a_model_is_one():
    notes = (ReportedNote("`a[0]\\b` stands here", "b.yaml", 3, 4), ReportedNote("and \\[here](9)\\", "c.yaml", 5, 6))
    one = replace(ONE, message="`x[1](2)` or \\[3](4) or C:\\d {0} {a}", notes=notes)
    (result,) = run(one)["results"]
    assert result["message"]["text"] == (
        '"x\\[1\\](2)" or \\\\\\[3\\](4) or C:\\d {{0}} {a} '
        '(["a\\[0\\]\\\\b" stands here](1), [and \\\\\\[here\\](9)\\\\](2)) h'
    )
    assert [(one["id"], one["physicalLocation"]["region"]["startLine"]) for one in result["relatedLocations"]] == [
        (1, 3),
        (2, 5),
    ]


def test_of_many_notes_the_first_hundred_are_kept(refused_by_github):
    notes = tuple(ReportedNote("n", "b.yaml", line, 1) for line in range(1, 200))
    log = json.loads(render(Report(1, 1, (replace(ONE, notes=notes),)), "sarif"))
    assert len(log["runs"][0]["results"][0]["relatedLocations"]) == 100
    assert refused_by_github(log) == []


def test_a_rule_keeps_within_the_limits_of_github(refused_by_sarif, refused_by_github):
    tags = tuple(f"tag-{number // 2}" for number in range(60))
    rule = ReportedRule("APP001", "n" * 400, "error", "S" * 2_000, "h" * 2_000, "b" * 2_000, tags)
    log = json.loads(render(Report(1, 1, (), (rule,)), "sarif"))
    assert (refused_by_sarif(log), refused_by_github(log)) == ([], [])
    (written,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert written["properties"]["tags"] == [f"tag-{number}" for number in range(10)]


def test_waived_findings_are_written_when_asked_for_as_suppressed():
    report = Report(1, 1, (), (), (WaivedFinding(ONE, "Reason.", "D 1", "2027-01-29"),))
    assert json.loads(render(report, "sarif"))["runs"][0]["results"] == []
    (result,) = json.loads(render(report, "sarif", include_waived=True))["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Reason. (decision: D 1, until 2027-01-29)"}
    ]


@pytest.mark.parametrize(
    ("workspace", "category"),
    [("", "eaframe/"), ("models/hanoi", "eaframe/models/hanoi/"), ("../x", "eaframe/x/"), ("/srv/x", "eaframe/srv/x/")],
)
def test_each_workspace_of_a_repository_has_a_category_of_its_own(workspace, category):
    assert run(workspace=workspace)["automationDetails"] == {"id": category}


def test_what_github_would_refuse_or_not_show_is_said(monkeypatch):
    monkeypatch.setattr(sarif, "SHOWN", 3)
    monkeypatch.setattr(sarif, "MOST", 5)
    findings = [replace(ONE, line=number, severity="error" if number > 4 else "info") for number in range(1, 8)]
    written = run(*findings)
    assert [one["level"] for one in written["results"]] == ["error", "error", "error", "note", "note"]
    said = [(one["level"], one["message"]["text"]) for one in written["invocations"][0]["toolExecutionNotifications"]]
    assert said == [
        ("warning", "2 findings are left out: a file may hold no more than 5."),
        ("note", "GitHub shows the worst 3 of 7 findings."),
    ]
