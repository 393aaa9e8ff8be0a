"""GitLab's Code Quality."""

import json
from dataclasses import replace

import pytest

from eaframe.reports import render
from eaframe.reports.report import Report, ReportedFinding

ONE = ReportedFinding("APP001", "r", "error", "s", "m", "h", "a.yaml", 1, 2, 1, 3, "abc")


def entries(*findings: ReportedFinding) -> list[dict[str, object]]:
    return json.loads(render(Report(1, 1, findings), "gitlab"))


@pytest.mark.parametrize(
    ("code", "severity", "expected"),
    [
        ("APP001", "error", "major"),
        ("APP001", "warning", "minor"),
        ("APP001", "info", "info"),
        ("MOD004", "error", "blocker"),
        ("SRC001", "error", "blocker"),
        ("SRC001", "warning", "minor"),
    ],
)
def test_an_error_of_the_model_itself_blocks(code, severity, expected):
    assert entries(replace(ONE, code=code, severity=severity))[0]["severity"] == expected


def test_findings_of_one_identity_have_fingerprints_of_their_own():
    first, second, other = entries(ONE, replace(ONE, line=9), replace(ONE, subject="t"))
    assert second["fingerprint"] == f"{first['fingerprint']}:2"
    assert first["fingerprint"] == ONE.fingerprint != other["fingerprint"]


def test_a_fingerprint_stays_when_the_finding_moves():
    assert entries(replace(ONE, file="b.yaml", line=9))[0]["fingerprint"] == entries(ONE)[0]["fingerprint"]


def test_a_path_begins_with_a_name():
    assert entries(replace(ONE, file="./a.yaml"))[0]["location"] == {"path": "a.yaml", "lines": {"begin": 1}}


def test_a_clean_run_is_an_empty_list():
    assert render(Report(1, 1, ()), "gitlab") == "[]\n"
