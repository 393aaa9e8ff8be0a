"""The jobs for GitLab CI: what each runs, in a repository with two revisions and the variables that GitLab sets."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
import yaml

from eaframe._version import VERSION
from eaframe.cli.main import COMMANDS

EXAMPLE = Path(__file__).parents[2] / "examples" / "ci-gitlab"
CONTENT = yaml.safe_load((EXAMPLE / ".gitlab-ci.yml").read_text(encoding="utf-8"))
JOBS = {name: job for name, job in CONTENT.items() if isinstance(job, dict) and "script" in job}


@pytest.fixture
def job(bash, real, repository):
    """Runs a job's script as GitLab does: its lines by one shell, its variables in the environment."""
    shutil.copy(EXAMPLE / "run.sh", repository)

    def run(name: str, **gitlab: str):
        variables = {**CONTENT["variables"], **JOBS[name].get("variables", {})}
        known = {**gitlab, **{key: str(value) for key, value in variables.items()}}
        environment = {
            key: re.sub(r"\$(\w+)", lambda ref: gitlab.get(ref[1], ""), value) for key, value in known.items()
        }
        script = "\n".join(JOBS[name]["script"])
        return bash(["-euo", "pipefail", "-c", script], repository, {**environment, "EA_PROGRAM": str(real)})

    return run


def artifacts(name: str) -> set[str]:
    found = JOBS[name]["artifacts"]
    return {*found.get("paths", []), *found.get("reports", {}).values()}


def test_there_is_a_job_for_findings_and_one_for_the_change():
    assert list(JOBS) == ["eaframe", "eaframe-change"]


def test_findings_are_looked_for_on_the_default_branch_too_as_gitlab_compares_with_it():
    assert [rule["if"] for rule in JOBS["eaframe"]["rules"]] == [
        '$CI_PIPELINE_SOURCE == "merge_request_event"',
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    ]


def test_reports_are_kept_when_the_job_fails():
    assert all(job["artifacts"]["when"] == "always" for job in JOBS.values())


def test_python_runs_isolated_and_the_version_is_pinned():
    before = " ".join(CONTENT[".eaframe"]["before_script"])
    assert before.count("python") == before.count("python3 -I -m venv") + before.count("python -I -m pip")
    assert '"eaframe==$EAFRAME_VERSION"' in before
    assert CONTENT["variables"]["EAFRAME_VERSION"] == VERSION


def test_the_findings_of_a_model_are_reported_where_gitlab_looks_for_them(job, repository):
    done = job("eaframe")
    assert done.returncode == 1
    assert all((repository / file).is_file() for file in artifacts("eaframe"))
    found = json.loads((repository / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert ("MOD004", "model/model.yaml") in {(one["check_name"].split()[0], one["location"]["path"]) for one in found}


@pytest.mark.skipif("pr-report" not in COMMANDS, reason="the command is not in this version")
def test_the_change_of_a_merge_request_is_described_and_does_not_fail(job, repository):
    done = job("eaframe-change", CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD~1")
    assert done.returncode == 0
    (file,) = artifacts("eaframe-change")
    assert "more" in (repository / file).read_text(encoding="utf-8")


def test_where_gitlab_knows_no_base_nothing_is_compared(bash, recorder, repository):
    shutil.copy(EXAMPLE / "run.sh", repository)
    done = bash(["run.sh"], repository, {"EA_PROGRAM": str(recorder), "EA_AGAINST": "", "PATH": os.environ["PATH"]})
    assert done.returncode == 0
    assert "pr-report" not in done.stdout
