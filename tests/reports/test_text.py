"""What a terminal shows."""

import unicodedata
from dataclasses import replace

import pytest

from eaframe.reports import render
from eaframe.reports.report import Report, ReportedFinding, ReportedNote, WaivedFinding

ONE = ReportedFinding(
    code="MOD004",
    rule="dangling-reference",
    severity="error",
    subject="portal",
    message="`citzen` does not exist.",
    hint="Did you mean `citizen`?",
    file="model/portal.yaml",
    line=5,
    column=13,
    end_line=5,
    end_column=19,
    source_line="    serves: citzen",
)
CLEAN = Report(12, 34, ())


def text(*findings: ReportedFinding, language: str = "en", colour: bool = False) -> str:
    return render(Report(2, 1, findings), "text", language=language, colour=colour)


def carets(source_line: str, column: int, end_column: int, *, end_line: int = 5) -> list[str]:
    """The line that is shown and the line below it, without what stands before the bar."""
    one = replace(ONE, source_line=source_line, column=column, end_column=end_column, end_line=end_line)
    return [line.split("| ", 1)[1] for line in text(one).splitlines()[1:3]]


def test_a_finding_is_shown_with_its_line_its_words_and_what_to_do():
    assert text(ONE) == (
        """\
model/portal.yaml:5:13  error  MOD004  `citzen` does not exist.
  5 |     serves: citzen
    |             ^^^^^^
  hint: Did you mean `citizen`?

2 elements, 1 relationship: 1 error
"""
    )


def test_notes_stand_between_the_line_and_the_hint():
    notes = (ReportedNote("It stands here first.", "model/b.yaml", 12, 3), ReportedNote("And here.", "c.yaml", 1, 1))
    assert text(replace(ONE, notes=notes)) == (
        """\
model/portal.yaml:5:13  error  MOD004  `citzen` does not exist.
  5 |     serves: citzen
    |             ^^^^^^
  note: model/b.yaml:12:3: It stands here first.
  note: c.yaml:1:1: And here.
  hint: Did you mean `citizen`?

2 elements, 1 relationship: 1 error
"""
    )


def test_findings_are_parted_by_an_empty_line_and_the_bars_stand_below_each_other():
    assert text(replace(ONE, severity="warning"), replace(ONE, line=1234, end_line=1234)) == (
        """\
model/portal.yaml:5:13  warning  MOD004  `citzen` does not exist.
  5 |     serves: citzen
    |             ^^^^^^
  hint: Did you mean `citizen`?

model/portal.yaml:1234:13  error  MOD004  `citzen` does not exist.
  1234 |     serves: citzen
       |             ^^^^^^
  hint: Did you mean `citizen`?

2 elements, 1 relationship: 1 error, 1 warning
"""
    )


@pytest.mark.parametrize("source_line", ["", "   ", "\t"])
def test_an_empty_line_is_not_shown(source_line):
    assert text(replace(ONE, source_line=source_line)) == (
        """\
model/portal.yaml:5:13  error  MOD004  `citzen` does not exist.
  hint: Did you mean `citizen`?

2 elements, 1 relationship: 1 error
"""
    )


@pytest.mark.parametrize(
    ("before", "words", "indent", "width"),
    [
        ("name: ", "Cổng", 6, 4),
        ("tên Việt: ", "Hà Nội", 10, 6),
        (unicodedata.normalize("NFD", "tên Việt: "), unicodedata.normalize("NFD", "Hà Nội"), 10, 6),
        ("中文: ", "x", 6, 1),
        ("ｘ: ", "한국", 4, 4),
        ("😀: ", "😀x", 4, 3),
        ("\ta: ", "b\tc", 4, 3),
        ("a\u200b\u200db: ", "c", 4, 1),
        ("❤\ufe0f: ", "c", 3, 1),
        ("a\x1bb: ", "c\x07", 5, 2),
    ],
)
def test_the_caret_stands_under_the_exact_words(before, words, indent, width):
    line = f"{before}{words} # rest"
    column = len(before) + 1
    assert carets(line, column, column + len(words))[1] == " " * indent + "^" * width


def test_the_caret_of_nothing_is_one_wide():
    assert carets("owner:", 7, 7) == ["owner:", "      ^"]


def test_the_caret_of_several_lines_runs_to_the_end_of_the_first():
    assert carets("a: 'b", 4, 2, end_line=6) == ["a: 'b", "   ^^"]


def test_a_long_line_is_shown_around_its_words():
    line = "x" * 300 + "WORDS" + "y" * 300
    shown, below = carets(line, 301, 306)
    assert shown == "…" + "x" * 80 + "WORDS" + "y" * 75 + "…"
    assert below == " " * 81 + "^^^^^"


def test_the_beginning_and_the_end_of_a_long_line_are_shown_as_such():
    assert carets("WORDS" + "y" * 300, 1, 6) == ["WORDS" + "y" * 155 + "…", "^^^^^"]
    assert carets("x" * 300 + "WORDS", 301, 306) == ["…" + "x" * 80 + "WORDS", " " * 81 + "^^^^^"]


def test_words_longer_than_the_line_that_is_shown_are_marked_to_its_end():
    shown, below = carets("a: " + "w" * 400, 4, 404)
    assert shown == "a: " + "w" * 157 + "…"
    assert below == "   " + "^" * 157


@pytest.mark.parametrize(
    ("elements", "relationships", "severities", "expected"),
    [
        (0, 0, "", "0 elements, 0 relationships: nothing found"),
        (1, 1, "", "1 element, 1 relationship: nothing found"),
        (12, 34, "e", "12 elements, 34 relationships: 1 error"),
        (12, 34, "eewi", "12 elements, 34 relationships: 2 errors, 1 warning, 1 info"),
        (12, 34, "iiww", "12 elements, 34 relationships: 2 warnings, 2 infos"),
    ],
)
@pytest.mark.parametrize("format_", ["text", "concise"])
def test_the_last_line_sums_up(elements, relationships, severities, expected, format_):
    names = {"e": "error", "w": "warning", "i": "info"}
    findings = tuple(replace(ONE, severity=names[letter]) for letter in severities)
    assert render(Report(elements, relationships, findings), format_).splitlines()[-1] == expected


def test_the_last_line_is_said_in_vietnamese_too():
    assert render(CLEAN, "text", language="vi") == "12 phần tử, 34 quan hệ: không có phát hiện nào\n"
    findings = (ONE, replace(ONE, severity="warning"), replace(ONE, severity="info"))
    assert render(Report(1, 1, findings), "concise", language="vi").splitlines()[-1] == (
        "1 phần tử, 1 quan hệ: 1 lỗi, 1 cảnh báo, 1 lưu ý"
    )


WAIVED = WaivedFinding(replace(ONE, line=9), "Moves in 2027.", "QĐ 12", "2027-01-29")


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (Report(2, 1, (), waived=(WAIVED,)), "nothing found; 1 waived"),
        (Report(2, 1, (ONE,), waived=(WAIVED,) * 12, expiring=3), "1 error; 12 waived, 3 waivers end within 30 days"),
        (Report(2, 1, (), waived=(WAIVED,), expiring=1), "nothing found; 1 waived, 1 waiver ends within 30 days"),
        (Report(2, 1, (), in_baseline=40), "nothing found; 40 in the baseline"),
        (Report(2, 1, (), known_before=1), "nothing found; 1 was there before"),
        (Report(2, 1, (), undecided=4), "nothing found; 4 not decided, as a value is not known"),
        (Report(2, 1, (), failed=1), "nothing found; 1 rule could not be run"),
        (
            Report(2, 1, (), (), (WAIVED,), 3, 0, 0, 5),
            "nothing found; 1 waived; 3 in the baseline; 5 rules could not be run",
        ),
    ],
)
def test_the_last_line_says_what_else_there_is_and_nothing_of_what_is_zero(report, expected):
    assert render(report, "concise").splitlines()[-1] == f"2 elements, 1 relationship: {expected}"


def test_what_else_there_is_is_said_in_vietnamese_too():
    report = Report(2, 1, (), (), (WAIVED,) * 2, 3, 2, 4, 5)
    assert render(report, "text", language="vi") == (
        "2 phần tử, 1 quan hệ: không có phát hiện nào; 2 được miễn trừ, 2 miễn trừ hết hạn trong 30 ngày tới; "
        "3 đã có trong danh sách nền; 4 chưa kết luận được do thiếu thông tin; 5 quy tắc không chạy được\n"
    )


def test_waived_findings_are_listed_when_asked_for():
    report = Report(2, 1, (ONE,), waived=(WAIVED, replace(WAIVED, decision="")))
    lines = [
        "model/portal.yaml:9:13: waived until 2027-01-29 MOD004 `citzen` does not exist. – Moves in 2027. (QĐ 12)",
        "model/portal.yaml:9:13: waived until 2027-01-29 MOD004 `citzen` does not exist. – Moves in 2027.",
    ]
    assert render(report, "text", include_waived=True).splitlines()[-4:-2] == lines
    assert render(report, "concise", include_waived=True).splitlines()[1:-1] == lines
    assert "waived until" not in render(report, "text") + render(report, "concise")


def test_a_concise_report_has_one_line_a_finding():
    assert render(Report(2, 1, (ONE, replace(ONE, severity="info", line=7))), "concise") == (
        """\
model/portal.yaml:5:13: error MOD004 `citzen` does not exist.
model/portal.yaml:7:13: info MOD004 `citzen` does not exist.
2 elements, 1 relationship: 1 error, 1 info
"""
    )


def test_colours_change_nothing_but_colours():
    coloured = text(ONE, colour=True)
    assert coloured == (
        "\x1b[1mmodel/portal.yaml:5:13\x1b[0m  \x1b[31;1merror\x1b[0m  MOD004  `citzen` does not exist.\n"
        "\x1b[2m  5 | \x1b[0m    serves: citzen\n"
        "\x1b[2m    | \x1b[0m            \x1b[31;1m^^^^^^\x1b[0m\n"
        "  hint: Did you mean `citizen`?\n"
        "\n"
        "2 elements, 1 relationship: \x1b[31;1m1 error\x1b[0m\n"
    )
    for code in ("1", "2", "31;1", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == text(ONE)
