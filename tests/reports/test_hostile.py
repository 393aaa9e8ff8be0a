"""A name in a model or a file's name can neither forge a line of a report nor steer the terminal that shows it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.reports import FORMATS, render
from eaframe.reports.printable import printable
from eaframe.reports.report import Report, ReportedFinding, ReportedNote, ReportedRule, WaivedFinding

HARMLESS = ReportedFinding(
    "MOD004", "r", "error", "s", "m", "h", "f.yaml", 1, 2, 1, 3, "abc", (ReportedNote("n", "g", 1, 1),)
)
TEXTS = ("subject", "message", "hint", "file", "source_line")
NAMES = [
    "\n::error::forged",
    "a\r::error file=x::forged",
    "\x1b[2J\x1b]0;title\x07",
    "\u202eterces",
    "a\u2028b\u2029c",
    "\x85next",
    "\x9b31m",
    "\ufeff\u200e",
    "\udcff",
    "\b\b\b\bok",
    "a\0b",
    "`\n```\n",
    '","forged":"',
    "\\u0022",
]
FORBIDDEN = set(map(chr, [*range(0x20), *range(0x7F, 0xA0)])) - {"\n"} | set("\u2028\u2029\u202e\u2066\udcff\u200f")


def hostile(name: str) -> Report:
    texts = dict.fromkeys(TEXTS, name)
    return Report(1, 1, (replace(HARMLESS, **texts, notes=(ReportedNote(name, name, 1, 1),)),))


def shape(report: Report, format_: str) -> list[int]:
    """How many lines a report has, and how many of them begin in each way."""
    lines = render(report, format_).split("\n")
    return [len(lines), sum(line.startswith("::") for line in lines)]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_adds_no_line_and_no_control(name, format_):
    written = render(hostile(name), format_)
    assert not FORBIDDEN & set(written)
    assert shape(hostile(name), format_) == shape(Report(1, 1, (HARMLESS,)), format_)
    written.encode("utf-8")


@given(st.text(st.characters(), min_size=1, max_size=8), st.sampled_from(["concise", "json"]))
def test_any_name_adds_no_line_and_no_control(name, format_):
    written = render(hostile(name), format_)
    assert not FORBIDDEN & set(written)
    assert len(written.splitlines()) == len(render(Report(1, 1, (HARMLESS,)), format_).splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_json_tells_a_program_exactly_what_the_name_is(name):
    (found,) = json.loads(render(hostile(name), "json"))["findings"]
    assert (found["subject"], found["message"], found["location"]["file"]) == (name, name, name)


def test_controls_are_shown_by_their_pictures():
    assert printable("a\x1b[2Jb\nc\rd\te\x7f\x9b\u202e") == "a␛[2Jb␊c␍d e␡��"


def test_ordinary_text_is_shown_as_it_is():
    assert printable("Đường cao tốc – “Bắc–Nam” 😀 中文 e\u0302") == "Đường cao tốc – “Bắc–Nam” 😀 中文 e\u0302"


def test_a_report_is_the_same_after_it_was_packed():
    rule = ReportedRule("APP001", "name", "error", "Summary.", "Hint.", "Basis", ("a", "b"))
    waived = WaivedFinding(HARMLESS, "Reason.", "Decision", "2027-01-29")
    full = Report(1, 1, (HARMLESS,), (rule,), (waived,), 1, 2, 3, 4)
    for report in (hostile("x"), hostile("\n"), Report(0, 0, ()), full):
        assert Report.unpack(report.pack()) == report


@pytest.mark.parametrize("packed", [None, 1, [], [1, 2], [1, 2, [[1]]], [1, 2, 3], "abc", {"a": 1}])
def test_what_is_no_packed_report_is_refused(packed):
    with pytest.raises((TypeError, ValueError)):
        Report.unpack(packed)
