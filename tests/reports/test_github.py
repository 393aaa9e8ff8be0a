"""Workflow commands: what GitHub would drop without a word is said."""

from collections import Counter
from dataclasses import replace

import pytest

from eaframe.reports import render
from eaframe.reports.report import Report, ReportedFinding

ONE = ReportedFinding("APP001", "r", "error", "s", "m", "h", "a.yaml", 1, 2, 1, 3, "abc")
SEVERITIES = {"e": "error", "w": "warning", "i": "info"}


def commands(severities: str, language: str = "en") -> list[str]:
    findings = tuple(
        replace(ONE, severity=SEVERITIES[letter], line=number, end_line=number)
        for number, letter in enumerate(severities, 1)
    )
    return render(Report(1, 1, findings), "github", language=language).splitlines()[:-1]


def kinds(lines: list[str]) -> dict[str, int]:
    return dict(Counter(line[2:].split(" ")[0] for line in lines))


def test_infos_are_notices_and_the_worst_come_first_in_the_order_of_lines():
    begins = [line.split(",endLine")[0] for line in commands("iwewe")]
    assert begins == [
        "::error file=a.yaml,line=3",
        "::error file=a.yaml,line=5",
        "::warning file=a.yaml,line=2",
        "::warning file=a.yaml,line=4",
        "::notice file=a.yaml,line=1",
    ]


def test_ten_of_each_kind_are_shown_and_nothing_is_said_of_more():
    assert kinds(commands("e" * 10 + "w" * 10 + "i" * 10)) == {"error": 10, "warning": 10, "notice": 10}


@pytest.mark.parametrize(
    ("severities", "shown", "more"),
    [
        ("e" * 11, {"error": 10, "notice": 1}, "1 more finding is not shown here"),
        ("w" * 25 + "i", {"warning": 10, "notice": 2}, "15 more findings are not shown here"),
        ("i" * 11, {"notice": 10}, "2 more findings are not shown here"),
        ("e" * 11 + "i" * 10, {"error": 10, "notice": 10}, "2 more findings are not shown here"),
    ],
)
def test_of_more_the_last_notice_says_how_many(severities, shown, more):
    lines = commands(severities)
    assert kinds(lines) == shown
    assert lines[-1] == f"::notice title=eaframe::{more}, as GitHub shows ten of each kind"


def test_what_is_left_out_is_said_in_vietnamese_too():
    assert commands("e" * 12, "vi")[-1] == (
        "::notice title=eaframe::còn 2 phát hiện không hiện ở đây, vì GitHub chỉ hiện mười phát hiện mỗi loại"
    )


def test_a_clean_run_has_no_command():
    assert render(Report(1, 1, ()), "github") == "1 element, 1 relationship: nothing found\n"


def test_percent_signs_colons_and_commas_are_escaped_as_github_reads_them():
    one = replace(ONE, file="a:b,c%.yaml", message="50%: a, b", hint="h", rule="r:s,t")
    (command,) = render(Report(1, 1, (one,)), "github").splitlines()[:-1]
    assert command == (
        "::error file=a%3Ab%2Cc%25.yaml,line=1,endLine=1,col=2,endColumn=3,title=APP001 r%3As%2Ct"
        "::a:b,c%25.yaml:1:2: APP001 50%25: a, b%0Ah"
    )
