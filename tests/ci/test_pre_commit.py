"""The hooks for pre-commit: which files call them, and what they run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from eaframe.cli.main import COMMANDS

HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}


def run(hook: str, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """What pre-commit does in a folder: the entry, with the arguments of whoever uses it and no file names."""
    program, *words = HOOKS[hook]["entry"].split()
    assert program == "eaframe"
    return subprocess.run(
        [sys.executable, "-m", "eaframe", *words, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_there_are_a_checker_and_a_formatter():
    assert list(HOOKS) == ["eaframe-validate", "eaframe-fmt"]


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_judges_the_model_as_a_whole_and_by_itself(hook):
    assert hook["language"] == "python"  # pre-commit installs the repository as a package
    assert hook["pass_filenames"] is False
    assert hook["require_serial"] is True
    assert hook.keys() == {
        *("id", "name", "description", "entry", "language", "files", "exclude", "pass_filenames", "require_serial")
    }


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
@pytest.mark.parametrize(
    ("file", "called"),
    [
        ("eaframe.yaml", True),
        ("model.yml", True),
        ("model/application/portal.yaml", True),
        ("README.md", False),
        ("model/notes.yaml.txt", False),
        (".github/workflows/ci.yml", False),
        (".pre-commit-config.yaml", False),
        ("model/.vscode/x.yaml", False),
    ],
)
def test_a_hook_is_called_for_the_files_that_eaframe_reads(hook, file, called):
    # pre-commit searches with both patterns
    assert bool(re.search(hook["files"], file) and not re.search(hook["exclude"], file)) is called


def test_the_checker_passes_and_fails_as_the_model_does(workspace):
    good = "elements:\n  a: {type: goal, name: A, documentation: A.}\n"
    folder = workspace({"model/a.yaml": good})
    assert run("eaframe-validate", folder).returncode == 0
    (folder / "model" / "a.yaml").write_text(good.replace("goal", "gaol"), encoding="utf-8")
    done = run("eaframe-validate", folder)
    assert (done.returncode, "MOD001" in done.stdout) == (1, True)


def test_the_checker_takes_the_folder_of_the_workspace(workspace):
    good = "elements:\n  a: {type: goal, name: A, documentation: A.}\n"
    folder = workspace({"in/eaframe.yaml": "eaframe: 1\nname: T\nnamespace: t\n", "in/a.yaml": good})
    (folder / "eaframe.yaml").unlink()
    assert run("eaframe-validate", folder).returncode == 2
    assert run("eaframe-validate", folder, "in").returncode == 0


@pytest.mark.skipif("fmt" not in COMMANDS, reason="the command is not in this version")
def test_the_formatter_leaves_a_file_that_a_second_run_does_not_change(workspace):
    folder = workspace({"a.yaml": "elements:\n    a:   {type: goal,   name: A, documentation: A.}\n"})
    run("eaframe-fmt", folder)
    once = (folder / "a.yaml").read_bytes()
    assert run("eaframe-fmt", folder).returncode == 0
    assert (folder / "a.yaml").read_bytes() == once
