"""``eaframe fmt``."""

import os
from pathlib import Path

import pytest

ROUGH = "elements:\n    a: {name: A, type: goal}   # first\n"
FINE = "elements:\n  a: {type: goal, name: A}   # first\n"


@pytest.fixture
def root(workspace) -> Path:
    return workspace({"m.yaml": ROUGH, "sub/fine.yaml": "elements:\n  b: {type: goal, name: B}\n"})


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_it_writes_what_changes_and_counts_it(eaframe, root, monkeypatch):
    monkeypatch.chdir(root)
    runs = [eaframe("fmt") for _ in range(2)]
    assert [(run.code, run.out, run.err) for run in runs] == [(0, "", "1 file changed\n"), (0, "", "0 files changed\n")]
    assert text(root / "m.yaml") == FINE


def test_check_names_what_would_change_and_fails(eaframe, root):
    run = eaframe("fmt", "--check", root)
    assert (run.code, run.out, run.err) == (1, f"{root}/m.yaml would change\n", "1 file would change\n")
    assert text(root / "m.yaml") == ROUGH
    assert eaframe("fmt", "--check", root / "sub").code == 0


def test_diff_shows_what_would_change(eaframe, root, monkeypatch):
    monkeypatch.chdir(root)
    run = eaframe("fmt", "--diff", "-q", "m.yaml")
    assert (run.code, run.err, text(root / "m.yaml")) == (0, "", ROUGH)
    assert run.out == (
        "--- a/m.yaml\n+++ b/m.yaml\n@@ -1,2 +1,2 @@\n elements:\n"
        "-    a: {name: A, type: goal}   # first\n+  a: {type: goal, name: A}   # first\n"
    )


def test_a_file_that_is_broken_is_reported_and_left_alone_and_others_are_written(eaframe, root):
    (root / "broken.yaml").write_text("a: [ \n", encoding="utf-8")
    run = eaframe("fmt", root)
    assert (run.code, run.out) == (1, "")
    assert run.err == (
        f"{root}/broken.yaml:1:4: SRC001 The file is not valid YAML: a bracket that was opened is not closed.\n"
        "1 file changed, 1 not read\n"
    )
    assert (text(root / "broken.yaml"), text(root / "m.yaml")) == ("a: [ \n", FINE)


def test_a_folder_of_workspaces_is_looked_at_but_only_a_workspace_that_is_named_is_written(eaframe, root):
    (root / "eaframe.yaml").rename(root / "sub" / "eaframe.yaml")
    (root / "m.yaml").rename(root / "sub" / "m.yaml")
    assert eaframe("fmt", "--check", root).out == f"{root}/sub/m.yaml would change\n"
    run = eaframe("fmt", root)
    assert (run.code, text(root / "sub" / "m.yaml")) == (2, ROUGH)
    assert f"{root} is no workspace but holds some; name those to write (`{root}/sub`)" in run.err


def test_a_nested_workspace_is_not_written_with_the_one_around_it(eaframe, root):
    nested = root / "nested"
    nested.mkdir()
    (nested / "eaframe.yaml").write_text("eaframe: 1\nname: Nested\nnamespace: n\n", encoding="utf-8")
    (nested / "m.yaml").write_text(ROUGH, encoding="utf-8")
    assert eaframe("fmt", root).err == "1 file changed\n"
    assert text(nested / "m.yaml") == ROUGH
    assert eaframe("fmt", "--check", root).out == f"{nested}/m.yaml would change\n"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("nowhere", "there is no "),
        ("text.txt", "is not a file of the workspace"),
        ("link.yaml", "is not a file of the workspace"),
        (".hidden.yaml", "is not a file of the workspace"),
    ],
)
def test_what_is_no_file_of_a_workspace_is_not_written(eaframe, root, path, sentence):
    for name in ("text.txt", ".hidden.yaml"):
        (root / name).write_text(ROUGH, encoding="utf-8")
    (root / "link.yaml").symlink_to(root / "text.txt")
    run = eaframe("fmt", root / path)
    assert run.code == 2
    assert sentence in run.err
    assert text(root / "text.txt") == ROUGH


def test_a_path_outside_of_any_workspace_is_told(eaframe, tmp_path):
    run = eaframe("fmt", tmp_path)
    assert run.code == 2
    assert "does not lie in a workspace and holds none" in run.err


def test_where_one_file_cannot_be_written_none_is(eaframe, root, monkeypatch):
    (root / "n.yaml").write_text(ROUGH.replace("a:", "c:"), encoding="utf-8")
    real, calls = os.fsync, []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    run = eaframe("fmt", root)
    assert (run.code, text(root / "m.yaml")) == (2, ROUGH)
    assert "nothing was written" in run.err


def test_hostile_names_and_texts_forge_no_line(eaframe, workspace):
    root = workspace({"m\n::error::.yaml": "elements:\n  a: {name: A, type: goal}\n", "b\x1b[2J.yaml": "a: ["})
    run = eaframe("fmt", "--check", "--diff", root)
    assert run.code == 1
    assert not [line for line in (run.out + run.err).splitlines() if line.startswith("::") or "\x1b" in line]
