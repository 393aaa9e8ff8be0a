"""Several reports of one run, for programs that know files by their path from the repository's root."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from eaframe.reports import FORMATS

NUMBER = 250
MANY = (
    "elements:\n"
    + "".join(f"  type-{n}: {{type: gaol, name: Type {n}, documentation: D.}}\n" for n in range(NUMBER))
    + "".join(f"  doc-{n}: {{type: goal, name: Name {n}, influences: goal}}\n" for n in range(NUMBER))
    + "  goal: {type: goal, name: Goal, documentation: D.}\n"
)
INFO = "not-ours: 1\n"
WRONG = "elements:\n  fast-service: {type: gaol, name: Fast service, documentation: Answers within a day.}\n"


def paths(written: str, format_: str) -> set[str]:
    """The files that a report names, with what stands before them."""
    if format_ == "sarif":
        results = json.loads(written)["runs"][0]["results"]
        return {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    if format_ == "gitlab":
        return {one["location"]["path"] for one in json.loads(written)}
    if format_ == "json":
        return {one["location"]["file"] for one in json.loads(written)["findings"]}
    if format_ == "junit":
        cases = etree.fromstring(written.encode()).iter("testcase")
        return {case.get("file") for case in cases if len(case)}  # one that passed stands nowhere
    if format_ == "github":
        return {line.split("file=")[1].split(",")[0] for line in written.splitlines() if "file=" in line}
    if format_ == "markdown":
        return {line.split("`")[3].rpartition(":")[0] for line in written.splitlines() if ".yaml:" in line}
    return {line.split(":")[0] for line in written.splitlines() if ".yaml:" in line}


def test_500_findings_are_written_in_every_form_at_once(eaframe, workspace, tmp_path, monkeypatch):
    monkeypatch.chdir(workspace({"a.yaml": MANY}))
    files = {form: tmp_path / "out" / f"report.{form}" for form in FORMATS}
    reports = [argument for form, file in files.items() for argument in ("--report", f"{form}={file}")]
    run = eaframe("validate", "--format", "concise", *reports)
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines()[-1] == "501 elements, 250 relationships: 250 errors, 250 warnings"
    for form, file in files.items():
        alone = eaframe("validate", "--format", form)
        assert (alone.code, alone.err) == (1, "")
        assert alone.out == file.read_text(encoding="utf-8")
        assert paths(alone.out, form) == {"a.yaml"}
    assert len(json.loads(files["sarif"].read_text(encoding="utf-8"))["runs"][0]["results"]) == 500
    assert len(json.loads(files["gitlab"].read_text(encoding="utf-8"))) == 500
    assert len(json.loads(files["json"].read_text(encoding="utf-8"))["findings"]) == 500
    assert len(files["github"].read_text(encoding="utf-8").splitlines()) == 22


@pytest.mark.parametrize("form", FORMATS)
def test_the_form_never_changes_the_exit_code(eaframe, workspace, goal, form):
    root = workspace({"a.yaml": goal, "b.yaml": INFO})
    assert [eaframe("validate", root, "--format", form, "--fail-on", level).code for level in ("error", "info")] == [
        0,
        1,
    ]
    (root / "b.yaml").write_text(WRONG.replace("fast", "slow"), encoding="utf-8")
    assert [eaframe("validate", root, "--format", form, "--fail-on", level).code for level in ("error", "never")] == [
        1,
        0,
    ]
    (root / "b.yaml").unlink()
    assert eaframe("validate", root, "--format", form, "--fail-on", "info").code == 0


@pytest.mark.parametrize("form", [name for name, one in FORMATS.items() if one.from_repository])
def test_paths_lead_from_the_root_of_the_repository(eaframe, workspace, monkeypatch, form):
    root = workspace({"models/x/eaframe.yaml": "name: T\nnamespace: t\n", "models/x/in/a.yaml": WRONG, ".git/HEAD": ""})
    for folder, argument in ((root, "models/x"), (root / "models", "x"), (root / "models" / "x" / "in", "..")):
        monkeypatch.chdir(folder)
        assert paths(eaframe("validate", argument, "--format", form).out, form) == {"models/x/in/a.yaml"}


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_the_repository_is_what_a_ci_server_checked_out(eaframe, workspace, monkeypatch, variable):
    root = workspace({"m/eaframe.yaml": "name: T\nnamespace: t\n", "m/a.yaml": WRONG})
    monkeypatch.chdir(root / "m")
    monkeypatch.setenv(variable, str(root))
    run = json.loads(eaframe("validate", "--format", "sarif").out)["runs"][0]
    assert run["automationDetails"] == {"id": "eaframe/m/"}
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "m/a.yaml"
    monkeypatch.setenv(variable, str(root / "elsewhere"))  # a variable left over from another checkout
    assert paths(eaframe("validate", "--format", "gitlab").out, "gitlab") == {"a.yaml"}


def test_the_workspace_may_be_the_repository_and_be_reached_by_a_link(
    eaframe, workspace, monkeypatch, tmp_path_factory
):
    root = workspace({"a.yaml": WRONG, ".git/HEAD": ""})
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(root)
    monkeypatch.chdir(link.parent)
    assert paths(eaframe("validate", "link", "--format", "gitlab").out, "gitlab") == {"a.yaml"}
    assert paths(eaframe("validate", "link", "--format", "concise").out, "concise") == {"link/a.yaml"}


def test_where_there_is_no_repository_paths_lead_from_here(eaframe, workspace, monkeypatch):
    root = workspace({"m/eaframe.yaml": "name: T\nnamespace: t\n", "m/a.yaml": WRONG})
    monkeypatch.chdir(root)
    assert paths(eaframe("validate", "m", "--format", "github").out, "github") == {"m/a.yaml"}


def test_a_file_named_twice_is_refused_whatever_way_it_is_named(eaframe, workspace, goal, monkeypatch):
    monkeypatch.chdir(workspace({"a.yaml": goal}))
    run = eaframe("validate", "--report", "json=out/x", "--report", f"sarif={Path('out').absolute()}/../out/x")
    assert (run.code, run.out, os.path.exists("out")) == (2, "", False)
    assert "is named twice; each report needs a file of its own" in run.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_reports_are_written_even_where_the_reader_of_the_printed_one_has_gone(workspace, tmp_path):
    root = workspace({"a.yaml": MANY})
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "eaframe", "validate", root, "--report", f"sarif={tmp_path}/x.sarif"]
    subprocess.run(command, stdout=write, check=False)
    os.close(write)
    assert len(json.loads((tmp_path / "x.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 500


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_hostile_name_of_a_file_forges_no_line(eaframe, workspace, monkeypatch):
    name = "::error file=x::a,b%0A##[error]|`<b>.yaml"
    monkeypatch.chdir(workspace({name: WRONG}))
    for form in ("text", "concise"):
        out = eaframe("validate", "--format", form).out
        assert out.startswith("./::error file=x::a,b%0A## [error]|`<b>.yaml:2:24")
        assert not any(line.startswith("::") for line in out.splitlines())
    commands = eaframe("validate", "--format", "github").out.splitlines()[:-1]
    assert [command.split(",line=")[0] for command in commands] == [
        "::error file=%3A%3Aerror file=x%3A%3Aa%2Cb%250A## [error]|`<b>.yaml"
    ]
    assert "| `` ::error file=x::a,b%0A## [error]\\|`<b>.yaml:2 `` |" in eaframe("validate", "--format", "markdown").out


def test_quiet_says_nothing_of_a_clean_run_but_forms_for_programs_are_written(eaframe, workspace, goal):
    root = workspace({"a.yaml": goal})
    assert eaframe("validate", root, "-q").out == ""
    assert eaframe("validate", root, "-q", "--format", "gitlab").out == "[]\n"
