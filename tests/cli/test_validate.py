"""Where a report goes, on which day it is made, and from which folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from eaframe.reports import FORMATS

WRONG = "elements:\n  fast-service: {type: gaol, name: Fast service, documentation: Answers within a day.}\n"
CONCISE = "a.yaml:2:24: error MOD001 `gaol` is not an element type or a kind.\n1 element, 0 relationships: 1 error\n"


def test_reports_are_written_beside_the_one_that_is_printed(eaframe, workspace, tmp_path, monkeypatch):
    monkeypatch.chdir(workspace({"a.yaml": WRONG}))
    run = eaframe("validate", "--format", "concise", "--report", "json=out/one.json", "--report", "concise=two.txt")
    assert (run.code, run.out, run.err) == (1, CONCISE, "")
    assert (tmp_path / "two.txt").read_text(encoding="utf-8") == CONCISE
    written = json.loads((tmp_path / "out" / "one.json").read_text(encoding="utf-8"))
    assert [found["code"] for found in written["findings"]] == ["MOD001"]
    assert eaframe("validate", "--format", "json").out == (tmp_path / "out" / "one.json").read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_is_2(eaframe, workspace, goal, tmp_path):
    root = workspace({"a.yaml": goal, "file": ""})
    run = eaframe("validate", root, "--report", f"json={tmp_path}/file/x.json")
    assert run.code == 2
    assert str(tmp_path / "file") in run.err


def test_the_path_may_be_the_folder_or_its_workspace_file_or_an_option(eaframe, workspace, monkeypatch):
    root = workspace({"a.yaml": WRONG})
    monkeypatch.chdir(root.parent)
    for arguments in ([root.name], [f"{root.name}/eaframe.yaml"], ["-w", root.name], ["--workspace", root.name]):
        run = eaframe("validate", *arguments, "--format", "concise")
        assert (run.code, run.out) == (1, f"{root.name}/{CONCISE}")


def test_a_folder_inside_finds_the_workspace_above_and_its_paths_lead_from_there(eaframe, workspace, monkeypatch):
    root = workspace({"a.yaml": WRONG, "deep/down/b.yaml": WRONG.replace("fast", "slow")})
    monkeypatch.chdir(root / "deep" / "down")
    run = eaframe("validate", "--format", "concise")
    paths = [line.split(":")[0] for line in run.out.splitlines()[:-1]]
    assert paths == ["../../a.yaml", "../../deep/down/b.yaml"]
    assert all(Path(path).is_file() for path in paths)


def test_the_nearest_workspace_above_counts(eaframe, workspace, goal, monkeypatch):
    root = workspace(
        {"a.yaml": WRONG, "in/eaframe.yaml": "name: T\nnamespace: t\n", "in/a.yaml": goal, "in/x/y.md": ""}
    )
    monkeypatch.chdir(root / "in" / "x")
    assert eaframe("validate").code == 0


def test_quiet_says_nothing_where_there_is_nothing_to_say(eaframe, workspace, goal):
    root = workspace({"a.yaml": goal})
    assert eaframe("validate", root, "-q").out == ""
    (root / "a.yaml").write_text(WRONG, encoding="utf-8")
    assert eaframe("validate", root, "-q", "--format", "concise").out == f"{root}/{CONCISE}"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize(
    "command",
    [
        ["explain"],
        ["explain", "MOD004"],
        ["validate", "--fail-on", "never", "--format", "concise"],
        ["validate", "--fail-on", "never"],
        ["validate", "--fail-on", "never", "--format", "json"],
        ["export", "json"],
        ["schema"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_a_reader_that_closes_the_pipe_is_no_error(workspace, command):
    many = "".join(f"  s{number}: {{type: gaol, name: Name {number}, documentation: D.}}\n" for number in range(1_500))
    root = workspace({"a.yaml": f"elements:\n{many}"})
    read, write = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-m", "eaframe", *command], stdout=write, stderr=subprocess.PIPE, cwd=root
    ) as run:
        os.close(write)
        os.close(read)
        assert run.stderr is not None
        assert run.stderr.read() == b""
    assert run.returncode == 0


WHEN = """\
elements:
  old-service: {type: goal, name: Old, documentation: D., valid: {to: 2020}}
  new-service: {type: goal, name: New, documentation: D., valid: {from: 2021}}
  newest-service: {type: goal, name: Newest, documentation: D., valid: {from: 2027-01-01}}
  after-merger: {type: plateau, name: After, documentation: As it is., date: 2025-07-01}
"""


def size(run: object) -> str:
    return run.out.splitlines()[-1].split(",")[0]


@pytest.mark.parametrize(
    ("arguments", "elements"),
    [
        (["--as-of", "2019"], "2 elements"),
        (["--as-of", "2020-12-31"], "2 elements"),
        (["--as-of", "2021-01"], "2 elements"),
        (["--as-of", "2027"], "3 elements"),
        (["--as-of", "all"], "4 elements"),
        (["--as-of", "after-merger"], "2 elements"),
        (["--as-of", "today", "--today", "2027-01-01"], "3 elements"),
        (["--today", "2026-12-31"], "2 elements"),
        (["--today", "2027-01-01"], "3 elements"),
        (["--today", "2027-01-01", "--as-of", "2019"], "2 elements"),
    ],
)
def test_the_day_decides_what_is_judged(eaframe, workspace, arguments, elements):
    assert size(eaframe("validate", workspace({"a.yaml": WHEN}), *arguments)) == elements


IN_2026, IN_2027 = "1767225600", "1798761600"  # 1 January, 00:00 UTC


def test_today_is_the_option_before_the_variable_before_the_clock(eaframe, workspace, monkeypatch):
    root = workspace({"a.yaml": WHEN})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2027)
    assert size(eaframe("validate", root)) == "3 elements"
    assert size(eaframe("validate", root, "--today", "2026-01-01")) == "2 elements"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2026)
    assert size(eaframe("validate", root)) == "2 elements"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("TZ", "UTC")
    (root / "a.yaml").write_text(WHEN.replace("2027-01-01", "9999-12-31"), encoding="utf-8")
    assert size(eaframe("validate", root)) == "2 elements"


def test_nothing_of_the_clock_is_in_a_report(eaframe, workspace, goal):
    root = workspace({"a.yaml": goal})
    for form in FORMATS:
        reports = {eaframe("validate", root, "--today", day, "--format", form).out for day in ("2025", "2026-11-23")}
        assert len(reports) == 1
