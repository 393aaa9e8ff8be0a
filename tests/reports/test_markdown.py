"""Markdown for a summary or a comment."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.reports import render
from eaframe.reports.markdown import LIMIT, markdown_report
from eaframe.reports.markup import LONGEST, code, text
from eaframe.reports.report import Report, ReportedFinding, WaivedFinding
from eaframe.reports.style import Style

ONE = ReportedFinding("APP001", "r", "error", "s", "m", "h", "a.yaml", 1, 2, 1, 3, "abc")


def many(number: int) -> Report:
    findings = tuple(
        replace(ONE, line=line, file=f"{line % 7}.yaml", code=f"APP{line % 50:03}") for line in range(1, number + 1)
    )
    return Report(1, 1, findings, (), (WaivedFinding(ONE, "r", "d", "2027"),) * (number // 2))


@pytest.mark.parametrize(
    ("severities", "failed", "verdict"),
    [
        ([], 0, "### ✅ eaframe: nothing found"),
        ([], 1, "### ⚠️ eaframe: nothing found"),
        (["info"], 0, "### ℹ️ eaframe: 1 info"),
        (["info", "warning"], 0, "### ⚠️ eaframe: 1 warning, 1 info"),
        (["warning", "error"], 1, "### ❌ eaframe: 1 error, 1 warning"),
    ],
)
def test_the_first_line_is_the_verdict(severities, failed, verdict):
    report = Report(1, 1, tuple(replace(ONE, severity=one) for one in severities), failed=failed)
    assert render(report, "markdown").splitlines()[0] == verdict


def test_a_clean_run_is_short():
    assert render(Report(2, 1, ()), "markdown") == "### ✅ eaframe: nothing found\n\n2 elements, 1 relationship\n"


def test_files_with_the_worst_findings_come_first_and_in_a_file_the_worst():
    findings = [
        replace(ONE, severity="info", line=1),
        replace(ONE, severity="warning", line=2),
        replace(ONE, file="b.yaml", line=3),
    ]
    rows = [
        line.split("|")[3].strip()
        for line in render(Report(1, 1, tuple(findings)), "markdown").splitlines()
        if ".yaml:" in line
    ]
    assert rows == ["`b.yaml:3`", "`a.yaml:2`", "`a.yaml:1`"]


@pytest.mark.parametrize(("number", "is_open"), [(20, True), (21, False)])
def test_few_findings_are_shown_unfolded(number, is_open):
    written = render(Report(1, 1, (ONE,) * number), "markdown")
    assert ("<details open>" in written) is is_open


@given(st.integers(0, 400), st.integers(1_000, 20_000), st.sampled_from(["en", "vi"]))
def test_a_limit_is_kept_and_what_is_left_out_is_counted(number, limit, language):
    written = markdown_report(many(number), Style(language), limit)
    assert len(written) <= limit
    shown = sum(1 for line in written.splitlines() if ".yaml:" in line)
    left = number + number // 2 - shown
    more = f"**{left} more are not shown here:**" if language == "en" else f"**Còn {left} mục không hiện ở đây:**"
    assert (more in written) is (left > 0)
    assert written.count("<details") == written.count("</details>")


def test_without_a_limit_a_comment_on_github_holds_it():
    assert LIMIT - 3_000 < len(render(many(2_000), "markdown")) <= LIMIT < 65_536


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("`a` is no `b`.", "`a` is no `b`."),
        ("`a|b` or a|b", "`a\\|b` or a\\|b"),
        ("`a`b` is", "`a`b\\` is"),
        ("one ` alone", "one \\` alone"),
        ("an empty `` one", "an empty \\`\\` one"),
        ("*a* _b_ [c](d) <b> &amp;", "\\*a\\* \\_b\\_ \\[c\\](d) &lt;b&gt; &amp;\u200bamp;"),
        ("@org/x #1 50 % R & D", "@\u200borg/x #\u200b1 50 % R &amp; D"),
        ("https://x www.y GH-1", "https:\u200b//x www\u200b.y GH-\u200b1"),
        ("two\nlines", "two␊lines"),
        ("Cổng dịch vụ", "Cổng dịch vụ"),
    ],
)
def test_a_text_stays_a_text(words, expected):
    assert text(words, cell=True) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("a", "`a`"), ("a`b", "`` a`b ``"), ("```", "```` ``` ````"), ("", "\\`\\`")]
)
def test_code_is_fenced_by_more_backticks_than_it_has(words, expected):
    assert code(words) == expected


def test_a_long_text_is_cut():
    assert text("x" * 2_000) == "x" * (LONGEST - 1) + "…"
