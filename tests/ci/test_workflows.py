"""Workflows and actions, those of this repository and those of the examples: what they may do and what they run."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from eaframe._version import VERSION

ROOT = Path(__file__).parents[2]
ACTIONS = sorted((ROOT / ".github" / "actions").glob("*/action.yml"))
OWN = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
EXAMPLES = sorted((ROOT / "examples" / "ci-github" / ".github" / "workflows").glob("*.yml"))
FILES = [*ACTIONS, *OWN, *EXAMPLES]
# All that a job may be allowed to write.
WRITES = {"pull-requests", "security-events"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def read(path: Path) -> dict:
    # `on` is a word of GitHub's, and true to YAML 1.1
    return {
        {True: "on"}.get(key, key): value for key, value in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    }


def steps(path: Path) -> list[dict]:
    content = read(path)
    if "runs" in content:
        return content["runs"]["steps"]
    return [step for job in content["jobs"].values() for step in job["steps"]]


def test_all_of_them_are_looked_at():
    assert [name(path) for path in FILES] == [
        ".github/actions/eaframe/action.yml",
        ".github/actions/eaframe-comment/action.yml",
        ".github/workflows/ci.yml",
        ".github/workflows/comment.yml",
        "examples/ci-github/.github/workflows/eaframe-comment.yml",
        "examples/ci-github/.github/workflows/eaframe.yml",
    ]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_expression_stands_in_a_command(path):
    for step in steps(path):
        assert "${{" not in step.get("run", "")
        assert "script" not in step.get("with", {})


@pytest.mark.parametrize("path", FILES, ids=name)
def test_actions_of_others_are_pinned_and_ours_exist(path):
    for used in (step["uses"] for step in steps(path) if "uses" in step):
        if used.startswith("./"):
            assert (ROOT / used / "action.yml").is_file()
        else:
            action, version = used.split("@")
            assert re.fullmatch(r"v\d+|[0-9a-f]{40}", version)
            if action.startswith("OWNER/eaframe/"):
                assert version == f"v{VERSION.partition('.')[0]}"
                assert (ROOT / action.removeprefix("OWNER/eaframe/") / "action.yml").is_file()
            else:
                assert action.split("/")[0] in {"actions", "github"}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_is_given_to_our_actions_is_what_they_take(path):
    for step in steps(path):
        ours = re.search(r"\.github/actions/[\w-]+", step.get("uses", ""))
        if ours:
            assert set(step.get("with", {})) <= set(read(ROOT / ours[0] / "action.yml")["inputs"])


@pytest.mark.parametrize("path", [*OWN, *EXAMPLES], ids=name)
def test_a_workflow_may_read_and_a_job_that_writes_runs_nothing_of_a_pull_request(path):
    content = read(path)
    assert content["permissions"] in ({}, {"contents": "read"})
    for job in content["jobs"].values():
        rights = {right for right, level in job.get("permissions", {}).items() if level == "write"}
        assert rights <= WRITES
        if rights:
            assert not any("run" in step or "ref" in step.get("with", {}) for step in job["steps"])
            assert "pull_request" not in content["on"] or "github.event_name == 'push'" in job["if"]


@pytest.mark.parametrize("path", [*OWN, *EXAMPLES], ids=name)
def test_no_workflow_runs_a_pull_request_with_the_rights_of_the_repository(path):
    assert "pull_request_target" not in read(path)["on"]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_token_stays_in_what_is_checked_out(path):
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", ACTIONS, ids=name)
def test_an_action_uses_all_of_its_inputs_and_tells_what_each_is(path):
    text, content = path.read_text(encoding="utf-8"), read(path)
    assert [key for key in content["inputs"] if f"inputs.{key}" not in text] == []
    assert all(one["description"].endswith(".") for one in content["inputs"].values())
    assert all(step["shell"] == "bash" for step in content["runs"]["steps"] if "run" in step)


@pytest.mark.parametrize("path", ACTIONS, ids=name)
def test_the_values_that_a_script_is_given_are_those_that_it_reads(path):
    for step in content_with_scripts(path):
        script = (path.parent / re.search(r"[\w]+\.(sh|py)", step["run"])[0]).read_text(encoding="utf-8")
        given = {key for key in step["env"] if key.startswith("EA_")}
        assert [key for key in given if key not in script] == []


def content_with_scripts(path: Path) -> list[dict]:
    found = [step for step in steps(path) if "run" in step]
    assert found
    return found


@pytest.mark.parametrize("path", ACTIONS, ids=name)
def test_a_script_of_an_action_is_there_and_python_runs_isolated(path):
    for step in content_with_scripts(path):
        program, script = re.fullmatch(r'(bash|python3 -I) "\$GITHUB_ACTION_PATH/([\w.]+)"', step["run"]).groups()
        assert (path.parent / script).is_file()
        assert program == ("bash" if script.endswith(".sh") else "python3 -I")


def test_every_script_stops_at_the_first_mistake():
    scripts = [*ROOT.glob(".github/actions/*/*.sh"), *ROOT.glob("examples/ci-*/*.sh"), *ROOT.glob(".ci/*")]
    assert len(scripts) >= 5
    for script in scripts:
        lines = script.read_text(encoding="utf-8").splitlines()
        assert lines[0] == "#!/usr/bin/env bash"
        assert "set -euo pipefail" in lines
        assert script.stat().st_mode & 0o111


def test_the_second_workflow_waits_for_the_first():
    for first, second in (OWN, reversed(EXAMPLES)):
        assert read(second)["on"]["workflow_run"]["workflows"] == [read(first)["name"]]


def test_the_comment_goes_from_one_workflow_to_the_other_under_one_name():
    taken = read(ACTIONS[1])["inputs"]
    for first in (OWN[0], EXAMPLES[1]):
        uploads = [step["with"] for step in steps(first) if step.get("uses", "").startswith("actions/upload-artifact")]
        comment = {key: value["default"] for key, value in read(ACTIONS[0])["inputs"].items()}["comment"]
        assert {"name": taken["artifact"]["default"], "path": comment}.items() <= uploads[0].items()


def test_this_repository_checks_all_of_its_models():
    models = {name(path.parent) for path in (ROOT / "models").glob("*/eaframe.yaml")}
    assert set(read(OWN[0])["jobs"]["models"]["strategy"]["matrix"]["workspace"]) == models


def test_ci_tests_the_pythons_that_are_promised():
    promised = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    pythons = [line.rpartition(" ")[2] for line in promised if "Python :: 3." in line]
    tested = read(OWN[0])["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert {pythons[0], pythons[-1]} == set(tested)
