"""`eaframe indicators`: how they stand, for people and programs, and what is said of mistakes."""

import csv
import io
import json
from pathlib import Path
from shutil import copytree

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "indicators"


@pytest.fixture
def ask(eaframe):
    def run(*arguments: str | Path):
        return eaframe("indicators", *arguments, "-w", EXAMPLE, "--today", "2026-11-23")

    return run


def test_people_read_a_table(ask):
    run = ask("--lang", "vi")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        """\
  MÃ            CHỈ SỐ                         GIÁ TRỊ    CÁCH TÍNH                                GIÁ TRỊ CƠ SỞ     MỤC TIÊU                                     CÒN THIẾU  SỐ LIỆU CÔNG BỐ GẦN NHẤT
  online-share  Tỷ lệ dịch vụ công trực tuyến  50 %       1/2, 1 chưa xác định (từ 33,3 đến 66,7)  0 % (2019)        80 % (2027)                                  30         30 % (2020, B report-2020)
  satisfaction  Mức độ hài lòng                86,5 điểm                                           80,1 điểm (2019)  chưa xác định (city-office, hạn 31/12/2099)             86,5 điểm, hạng 11 (2025, K)

2 chỉ số
"""  # noqa: E501 - a row a line
    )


def test_over_time_what_is_computed_and_what_was_recorded_is_told_apart(ask):
    assert ask("online-share", "--over-time").out == (
        """\
[online-share · Share of services online]
  DATE        KIND      VALUE  COUNTED                          REMARK
  2019-12-31  computed  0 %    0/2, 1 undecided (0 to 33.3)     before
  2020-12-31  computed  0 %    0/2, 1 undecided (0 to 33.3)
  2020        recorded  30 %                                    B report-2020
  2020        recorded  25 %                                    K · planned · The plan counts procedures.
  2026-11-23  computed  50 %   1/2, 1 undecided (33.3 to 66.7)

1 indicator
"""
    )


def test_a_breakdown_has_recorded_numbers_of_the_same_group(ask):
    assert ask("online-share", "--per", "sector", "--format", "markdown").out == (
        """\
# Indicators as of 2026-11-23

## online-share · Share of services online · Sector

| Sector | Value | Counted | Latest record |
| --- | --- | --- | --- |
| Health | 50 %\u200b | 1/2 | 45 % (2025, K) |
| Land | no data | 0/0, 1 undecided (0 to 100) |  |

1 indicator
"""
    )


def test_default_is_what_each_says(ask):
    titles = [line for line in ask("--per", "default").out.splitlines() if line.startswith("[")]
    assert titles == [
        "[online-share · Share of services online · Sector]",
        "[online-share · Share of services online · Owner]",
    ]


def test_programs_read_json(ask):
    (one,) = json.loads(ask("online-share", "--over-time", "--format", "json").out)["indicators"]
    assert one["value"] == 50
    assert one["counted"] == {"part": 1, "whole": 2, "undecided": 1, "low": 33.333333, "high": 66.666667}
    assert (one["left"], one["reached"]) == (30, False)
    assert one["target"] == {"value": 80, "date": "2027", "evidence": [{"ref": None, "grade": "modelled"}]}
    kinds = [(point["date"], point["kind"], point["value"]) for point in one["series"]]
    assert kinds == [
        ("2019-12-31", "computed", 0),
        ("2020-12-31", "computed", 0),
        ("2020-12-31", "observed", 30),
        ("2020-12-31", "observed", 25),
        ("2026-11-23", "computed", 50),
    ]


def test_a_spreadsheet_has_a_line_for_each_number(ask):
    rows = list(csv.DictReader(io.StringIO(ask("--format", "csv").out)))
    assert [(row["indicator"], row["kind"], row["date"], row["value"]) for row in rows] == [
        ("online-share", "computed", "2026-11-23", "50"),
        ("online-share", "observed", "2020", "30"),
        ("online-share", "baseline", "2019", "0"),
        ("online-share", "target", "2027", "80"),
        ("satisfaction", "observed", "2025", "86.5"),
        ("satisfaction", "baseline", "2019", "80.1"),
    ]


def test_nothing_runs_in_a_spreadsheet_or_begins_a_line_of_a_log(eaframe, workspace):
    text = """\
indicators:
  it: {name: '=HYPERLINK("x")', unit: count, formula: {count: {type: goal}}}
  of: {name: "::error::\\e[31m", unit: '@a', formula: observed}
elements: {a: {type: goal, name: A}}
"""
    root = workspace({"a.yaml": text})
    assert '"\'=HYPERLINK(""x"")"' in eaframe("indicators", "-w", root, "--format", "csv").out
    out = eaframe("indicators", "-w", root).out
    assert "\x1b" not in out
    assert not any(line.startswith("::") for line in out.splitlines())


def test_an_indicator_that_is_not_in_force_is_named_below(eaframe, workspace):
    text = "indicators:\n  old: {name: Old, unit: count, formula: {count: {type: goal}}, valid: {to: 2022}}\n"
    root = workspace({"a.yaml": text + "elements: {a: {type: goal, name: A}}\n"})
    run = eaframe("indicators", "-w", root, "--today", "2026-11-23")
    assert run.out == "0 indicators\nNot in force on this day, and not listed: old\n"
    assert "not in force" in eaframe("indicators", "old", "-w", root, "--today", "2026-11-23").out
    assert "1 indicator\n" in eaframe("indicators", "-w", root, "--as-of", "2020").out


def test_without_indicators_it_says_how_to_begin(eaframe, workspace, goal):
    run = eaframe("indicators", "-w", workspace({"a.yaml": goal}))
    assert (run.code, run.out) == (
        0,
        "The workspace has no indicators; define some under `indicators:`, or import a library that does.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["online-shar"], "did you mean `online-share` (Tỷ lệ dịch vụ công trực tuyến)?"),
        (["dich vu cong"], "did you mean `online-share` (Tỷ lệ dịch vụ công trực tuyến)?"),
        (["zzz"], "`zzz` is not known; allowed are online-share, satisfaction"),
        (["--per", "zzz"], "allowed are default, owner, sector,"),
        (["--per", "sectr"], "did you mean `sector`?"),
        (["--format", "jso"], "did you mean `json`?"),
        (["--per", "sector", "--over-time"], "either `--per` an attribute or `--over-time`"),
        (["--chart", "a.pdf"], "neither an .svg nor a .png"),
        (["--as-of", "all"], "has a value on a day"),
    ],
)
def test_a_mistake_is_a_sentence_and_2(ask, arguments, said):
    run = ask(*arguments)
    assert (run.code, run.out) == (2, "")
    assert said in " ".join(run.err.split())


def test_a_chart_is_drawn_beside_the_table(ask, tmp_path):
    run = ask("--over-time", "--chart", tmp_path / "a.svg", "--lang", "vi")
    assert (run.code, run.err) == (0, f"Wrote {tmp_path / 'a.svg'}\n")
    picture = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert picture.startswith("<svg")
    assert "Số công bố" in picture
    assert "theo kế hoạch" in picture
    assert ask("--per", "sector", "-q", "--chart", tmp_path / "a.png").err == ""
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_renaming_a_unit_reaches_indicators_and_records(eaframe, tmp_path):
    root = copytree(EXAMPLE, tmp_path / "w")
    assert eaframe("rename", "city-office", "head-office", "-w", root, "--no-alias").code == 0
    text = (root / "indicators.yaml").read_text(encoding="utf-8")
    assert "city-office" not in text
    assert text.count("head-office") == 3
    assert eaframe("validate", root, "--fail-on", "info", "--today", "2026-11-23").code == 0


def test_numbers_beyond_what_a_float_holds_are_written_whole(eaframe, workspace):
    text = """\
indicators:
  huge: {name: Huge, unit: points, formula: observed}
observations:
  - {indicator: huge, date: 2020, value: 123456789012345678901234567890.5, evidence: {grade: K}}
  - {indicator: huge, date: 2021, value: 1e-30, evidence: {grade: K}}
"""
    root = workspace({"model.yaml": text})

    def ask(*options: str):
        return eaframe("indicators", "-w", root, "--over-time", "--today", "2026-11-23", *options)

    assert "123,456,789,012,345,678,901,234,567,890.5 points" in ask().out
    rows = csv.DictReader(io.StringIO(ask("--format", "csv").out))
    assert [row["value"] for row in rows] == ["123456789012345678901234567890", "0"]
    assert ask("--chart", root / "huge.svg").code == 0


def test_what_is_left_out_is_told(eaframe, workspace):
    text = (
        "indicators:\n  it: {name: It, unit: count, formula: {count: {type: goal}}}\n  bad: {name: Bad, formula: {}}\n"
    )
    root = workspace({"model.yaml": text, "broken.yaml": "elements: {a: [\n"})
    run = eaframe("indicators", "-w", root, "--today", "2026-11-23", "--format", "csv")
    assert run.code == 0
    assert run.err == "3 errors: what could not be read is left out; `eaframe validate` tells more\n"
    assert eaframe("indicators", "-w", root, "--today", "2026-11-23", "-q").err == ""


def test_an_indicator_that_is_wrong_is_not_unknown(eaframe, workspace):
    text = "indicators:\n  it: {name: It, unit: count, formula: observed}\n  bad: {name: Bad, formula: observed}\n"
    root = workspace({"model.yaml": text})
    assert "`bad` is defined, but wrong; `eaframe validate` tells what" in eaframe("indicators", "-w", root, "bad").err
    assert "`bat` is not known" in eaframe("indicators", "-w", root, "bat").err
    assert "`it` is not known" in eaframe("indicators", "-w", workspace({"model.yaml": "elements: {}"}), "it").err


@pytest.mark.parametrize("value", [-5, 0, 1])
def test_a_rank_that_is_none_can_be_drawn_until_somebody_corrects_it(eaframe, workspace, value):
    text = f"""\
indicators:
  it: {{name: It, unit: rank, formula: observed}}
observations:
  - {{indicator: it, date: 2019, value: {value}, evidence: {{grade: K}}}}
"""
    root = workspace({"model.yaml": text})
    assert eaframe("indicators", "-w", root, "--over-time", "--chart", root / "it.svg").code == 0
