"""0 nothing at or above --fail-on, 1 findings, 2 could not run. What cannot be judged never passes."""

import os

import pytest

from eaframe.resources import resource
from eaframe.sources.opening import CannotOpenError

WARNING = "elements:\n  swift: {type: goal, name: Swift}\n"
INFO = "not-ours: 1\n"
ERROR = "elements:\n  fast-service: {type: gaol, name: Fast service, documentation: Answers within a day.}\n"


def test_a_workspace_without_findings_is_0(eaframe, workspace, goal):
    run = eaframe("validate", workspace({"a.yaml": goal}))
    assert (run.code, run.out, run.err) == (0, "1 element, 0 relationships: nothing found\n", "")


def test_an_error_is_1(eaframe, workspace):
    root = workspace({"a.yaml": ERROR})
    run = eaframe("validate", root)
    assert (run.code, run.err) == (1, "")
    assert run.out == (
        f"""\
{root}/a.yaml:2:24  error  MOD001  `gaol` is not an element type or a kind.
  2 |   fast-service: {{type: gaol, name: Fast service, documentation: Answers within a day.}}
    |                        ^^^^
  hint: Did you mean `goal`?

1 element, 0 relationships: 1 error
"""
    )


@pytest.mark.parametrize(
    ("content", "threshold", "code"),
    [
        (WARNING, "error", 0),
        (WARNING, "warning", 1),
        (WARNING, "info", 1),
        (WARNING, "never", 0),
        (INFO, "error", 0),
        (INFO, "warning", 0),
        (INFO, "info", 1),
        (INFO, "never", 0),
        (ERROR, "error", 1),
        (ERROR, "warning", 1),
        (ERROR, "info", 1),
        (ERROR, "never", 0),
    ],
)
def test_the_threshold_decides_between_0_and_1(eaframe, workspace, goal, content, threshold, code):
    root = workspace({"a.yaml": goal, "b.yaml": content.replace("fast-service", "other-service")})
    assert eaframe("validate", root, "--fail-on", threshold).code == code


def test_a_file_that_is_no_yaml_is_1_even_where_nothing_else_is_there(eaframe, workspace):
    assert eaframe("validate", workspace({"a.yaml": "elements: [\n"}), "--format", "concise").code == 1


def test_a_workspace_file_that_is_no_yaml_is_1(eaframe, workspace, goal):
    run = eaframe("validate", workspace({"eaframe.yaml": "name: [\n", "a.yaml": goal}), "--format", "concise")
    assert (run.code, "SRC001" in run.out) == (1, True)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"a.yaml": ""},
        {"a.yaml": "elements: {}\n"},
        {"a.yaml": "# elements:\n"},
        {"a.yaml": "not-ours: 1\n"},
        {"a.txt": "elements: {a: {type: goal, name: A, documentation: A.}}"},
        {".hidden/a.yaml": "elements: {a: {type: goal, name: A, documentation: A.}}"},
    ],
)
def test_a_workspace_without_an_element_is_2(eaframe, workspace, files):
    root = workspace(files)
    run = eaframe("validate", root, "--fail-on", "never")
    assert (run.code, run.out) == (2, "")
    assert run.err == f"eaframe: {root}: the workspace has no elements, so there is nothing to judge\n"


def test_an_empty_folder_is_2(eaframe, tmp_path):
    run = eaframe("validate", tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"there is no eaframe.yaml in {tmp_path}; `eaframe init` makes one\n")


def test_a_folder_that_is_not_there_is_2(eaframe, tmp_path):
    run = eaframe("validate", tmp_path / "nowhere")
    assert (run.code, run.out) == (2, "")
    nowhere = tmp_path / "nowhere"
    assert run.err.endswith(f"there is no folder {nowhere}; `eaframe init {nowhere}` makes a workspace there\n")


def test_a_library_that_comes_with_eaframe_is_not_to_be_made_anew(eaframe, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = eaframe("validate", "-w", "models/vn-2026")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(
        "there is no folder models/vn-2026; `vn-2026` is a library that comes with eaframe: `imports: [vn-2026]` in "
        f"eaframe.yaml brings it into a workspace, and its files lie in {resource('models') / 'vn-2026'}\n"
    )


def test_a_file_of_a_workspace_in_the_place_of_its_folder_is_2(eaframe, workspace, goal):
    file = workspace({"a.yaml": goal}) / "a.yaml"
    run = eaframe("validate", file)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"{file} is a file; name the folder in which eaframe.yaml lies\n")


def test_a_folder_that_is_below_no_workspace_is_2(eaframe, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = eaframe("validate")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith("there is no eaframe.yaml here or in a folder above; `eaframe init` makes one\n")


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        (["model"], "name the workspace in it: `model`"),
        (["b", "a"], "name one of the workspaces in it: `a`, `b`"),
        (["a\nb"], "name the workspace in it: `a␊b`"),
    ],
)
def test_a_workspace_in_a_folder_below_is_named(eaframe, workspace, goal, monkeypatch, names, hint):
    files = {f"{name}/eaframe.yaml": "eaframe: 1\nname: T\nnamespace: t\n" for name in names}
    root = workspace({"eaframe.yaml": "", "x/a.yaml": goal, **files})
    (root / "eaframe.yaml").unlink()
    monkeypatch.chdir(root)
    run = eaframe("validate")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"there is no eaframe.yaml here or in a folder above; {hint}\n")


def test_an_empty_workspace_file_does_not_pass(eaframe, workspace, goal):
    run = eaframe("validate", workspace({"eaframe.yaml": "", "a.yaml": goal}), "--format", "concise")
    assert run.code == 1


def test_a_file_that_cannot_be_opened_is_2(eaframe, workspace, goal, monkeypatch):
    root = workspace({"a.yaml": goal, "secret.yaml": goal})
    opened = os.open

    def refuse(path: object, *more: object, **named: object) -> int:
        if str(path).endswith("secret.yaml"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *more, **named)

    monkeypatch.setattr(os, "open", refuse)
    for cache in ((), ("--no-cache",)):
        run = eaframe("validate", root, *cache)
        assert (run.code, run.out, run.err) == (2, "", f"eaframe: {root}/secret.yaml: Permission denied\n")


def test_a_workspace_file_that_is_a_link_is_2(eaframe, workspace, goal):
    root = workspace({"a.yaml": goal, "sub/b.yaml": goal})
    (root / "sub" / "eaframe.yaml").symlink_to("../eaframe.yaml")
    run = eaframe("validate", root / "sub")
    assert (run.code, run.out) == (2, "")
    assert run.err == f"eaframe: {root}/sub/eaframe.yaml: a symbolic link, which is not followed\n"


@pytest.mark.parametrize("error", [RecursionError("too deep"), KeyError("x"), AssertionError("never"), MemoryError()])
def test_a_fault_of_the_program_is_2_and_says_so(eaframe, workspace, goal, monkeypatch, error):
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("eaframe.workspace.check", fail)
    run = eaframe("validate", workspace({"a.yaml": goal}))
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"eaframe: internal error: {type(error).__name__}: ")
    assert "This is a fault of eaframe, not of your model." in run.err


def test_a_fault_of_the_program_shows_its_traceback_when_asked(eaframe, workspace, goal, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise CannotOpenError("x")

    monkeypatch.setattr("eaframe.workspace.check", fail)
    monkeypatch.setenv("EAFRAME_DEBUG", "1")
    run = eaframe("validate", workspace({"a.yaml": goal}))
    assert (run.code, run.out, "Traceback" in run.err) == (2, "", True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["validat"],
        ["validate", "--formt", "json"],
        ["validate", "--format"],
        ["validate", "a", "b"],
        ["validate", "--format", "jsn"],
        ["validate", "--fail-on", "eror"],
        ["validate", "--lang", "fr"],
        ["validate", "--report", "json"],
        ["validate", "--report", "=x"],
        ["validate", "--report", "json="],
        ["validate", "--report", "jsn=x"],
        ["validate", "--as-of", "2017-13"],
        ["validate", "--as-of", "somewhen"],
        ["validate", "--today", "tomorrow"],
        ["explain", "SRC99"],
        ["export", "jsn"],
        ["view", "nothing"],
        ["view"],
        ["document", "nothing"],
        [],
    ],
)
def test_a_call_that_makes_no_sense_is_2(eaframe, workspace, goal, monkeypatch, arguments):
    monkeypatch.chdir(workspace({"a.yaml": goal}))
    run = eaframe(*arguments)
    assert (run.code, run.out) == (2, "")
    assert "internal error" not in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize("limits", ["depth", "deep=3", "depth=x"])
def test_limits_that_make_no_sense_are_2(eaframe, workspace, goal, monkeypatch, limits):
    monkeypatch.setenv("EAFRAME_LIMITS", limits)
    run = eaframe("validate", workspace({"a.yaml": goal}))
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"eaframe: EAFRAME_LIMITS: `{limits}` is not one of ")


def test_the_code_reaches_the_shell(spawn, workspace, goal):
    root = workspace({"good/eaframe.yaml": "name: T\nnamespace: t\n", "good/a.yaml": goal, "a.yaml": ERROR})
    codes = [spawn("validate", path).code for path in (root / "good", root, root / "missing")]
    assert codes == [0, 1, 2]
