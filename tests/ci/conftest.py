"""What CI runs is run here: scripts by bash, in folders and environments made for the test."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

MODEL = """\
elements:
  desk: {type: business-actor, name: Desk, documentation: Answers., assigned-to: answer}
  answer: {type: business-process, name: Answer, documentation: An answer., owner: desk}
views:
  overview: {name: Overview, viewpoint: layered}
"""
CHANGED = MODEL.replace("owner: desk}", "owner: dsk}\n  more: {type: goal, name: More, documentation: More.}")
RECORDER = """\
#!{python} -I
import json, os, sys
with open({log!r}, "a", encoding="utf-8") as log:
    log.write(json.dumps(sys.argv[1:]) + "\\n")
for argument in sys.argv[1:]:
    name, _, file = argument.partition("=")
    if name == "--report":
        file = file.partition("=")[2]
    if name in ("--report", "--output"):
        with open(file, "w", encoding="utf-8") as written:
            written.write("# " + sys.argv[1] + "\\n")
print("said by", sys.argv[1])
sys.exit(int(os.environ.get("CODE_OF_" + sys.argv[1].upper().replace("-", "_"), "0")))
"""


@pytest.fixture
def bash() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Runs words by bash in an environment that holds nothing of this one but the way to programs."""

    def run(
        words: Sequence[str | Path], cwd: Path, environment: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        everything = {"PATH": os.environ["PATH"], "HOME": str(cwd), "TMPDIR": str(cwd), **(environment or {})}
        return subprocess.run(
            ["bash", *map(str, words)],
            cwd=cwd,
            env=everything,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def recorder(tmp_path: Path) -> Path:
    """A program that writes down what it was called with, and the files that it was asked for."""
    program = tmp_path / "recorder"
    program.write_text(RECORDER.format(python=sys.executable, log=str(tmp_path / "calls")), encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program itself as one file to call."""
    program = tmp_path_factory.mktemp("bin") / "eaframe"
    program.write_text(f'#!/usr/bin/env bash\nexec "{sys.executable}" -m eaframe "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return program


def git(folder: Path, *arguments: str) -> str:
    """Calls git without the settings of whoever runs the tests."""
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(folder)}
    own = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *own, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a workspace in `model` and two revisions; the second names an owner that does not exist."""
    folder = tmp_path / "repository"
    (folder / "model").mkdir(parents=True)
    git(folder, "init", "--quiet")
    (folder / "model" / "eaframe.yaml").write_text("eaframe: 1\nname: T\nnamespace: t\n", encoding="utf-8")
    for content in (MODEL, CHANGED):
        (folder / "model" / "model.yaml").write_text(content, encoding="utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", "A revision")
    return folder


@pytest.fixture
def commit(repository: Path) -> Callable[[str], str]:
    """Makes the model of the repository this one in another revision; its id."""

    def make(content: str) -> str:
        (repository / "model" / "model.yaml").write_text(content, encoding="utf-8")
        git(repository, "commit", "--quiet", "--all", "--message", "Another revision")
        return git(repository, "rev-parse", "HEAD")

    return make
