"""The whole text of a small report in each format for CI, and that its readers accept it.

Where a writer changed on purpose: write its text to the file, and look at the difference.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eaframe._version import VERSION
from eaframe.reports import FORMATS, render
from eaframe.reports.report import Report

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "text": "report.txt",
    "concise": "report.concise.txt",
    "json": "report.json",
    "sarif": "report.sarif",
    "junit": "report.xml",
    "github": "report.github.txt",
    "gitlab": "report.gitlab.json",
    "markdown": "report.md",
}


def test_every_format_is_compared():
    assert list(FILES) == list(FORMATS)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_small_report_is_written_as_ever(small, format_):
    written = render(small, format_, workspace="models/city")
    expected = (GOLDEN / FILES[format_]).read_text(encoding="utf-8")
    assert written == expected.replace("VERSION", VERSION)


@pytest.mark.parametrize("format_", ["text", "junit", "markdown", "github"])
def test_the_words_of_a_report_are_said_in_vietnamese_too(small, format_):
    name, _, ending = FILES[format_].partition(".")
    expected = (GOLDEN / f"{name}.vi.{ending}").read_text(encoding="utf-8")
    assert render(small, format_, language="vi", workspace="models/city") == expected


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("include_waived", [False, True])
def test_its_readers_accept_it(
    small, language, include_waived, refused_by_sarif, refused_by_github, refused_by_gitlab, refused_by_junit
):
    for report in (small, Report(0, 0, ()), replace(small, findings=()), replace(small, rules=())):
        style = {"language": language, "include_waived": include_waived}
        log = json.loads(render(report, "sarif", **style))
        assert (refused_by_sarif(log), refused_by_github(log)) == ([], [])
        assert refused_by_gitlab(json.loads(render(report, "gitlab", **style))) == []
        assert refused_by_junit(render(report, "junit", **style)) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_is_utf_8_without_a_mark_and_ends_with_a_line_end(small, format_):
    written = render(small, format_)
    assert not written.encode("utf-8").startswith(b"\xef\xbb\xbf")
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
