"""``eaframe rename``."""

import os
from pathlib import Path

import pytest

MODEL = """\
elements:
  a: {type: goal, name: A, documentation: d}   # first
  b: {type: goal, name: B, documentation: d, influences: a}
"""
RENAMED = (
    MODEL.replace("  a:", "  x:").replace("d}   #", "d, aliases: [a]}   #").replace("influences: a", "influences: x")
)


@pytest.fixture
def root(workspace) -> Path:
    return workspace({"m.yaml": MODEL})


def test_it_writes_the_files_and_says_what_it_did(eaframe, root):
    run = eaframe("rename", "a", "x", "-w", root)
    assert (run.code, run.out) == (0, "")
    assert run.err == "Renamed `a` to `x`: 1 reference in 1 file; `a` lives on as an alias.\n"
    assert (root / "m.yaml").read_text(encoding="utf-8") == RENAMED


def test_a_dry_run_prints_the_diff_and_writes_nothing(eaframe, root, monkeypatch):
    monkeypatch.chdir(root)
    run = eaframe("rename", "a", "x", "--dry-run", "--no-alias", "-q")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "--- a/m.yaml\n+++ b/m.yaml\n@@ -1,3 +1,3 @@\n elements:\n"
        "-  a: {type: goal, name: A, documentation: d}   # first\n"
        "-  b: {type: goal, name: B, documentation: d, influences: a}\n"
        "+  x: {type: goal, name: A, documentation: d}   # first\n"
        "+  b: {type: goal, name: B, documentation: d, influences: x}\n"
    )
    assert (root / "m.yaml").read_text(encoding="utf-8") == MODEL


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("aa", "x", "Invalid value for OLD: there is no `aa`"),
        ("a", "b", "Invalid value for NEW: `b` exists already"),
        ("a", "Đích", "Invalid value for NEW: `Đích` cannot be an id: "),
    ],
)
def test_what_cannot_be_renamed_is_told(eaframe, root, old, new, sentence):
    run = eaframe("rename", old, new, "-w", root)
    assert (run.code, run.out) == (2, "")
    assert sentence in run.err
    assert (root / "m.yaml").read_text(encoding="utf-8") == MODEL


def test_a_broken_file_stops_it(eaframe, root):
    (root / "z.yaml").write_text("a: [", encoding="utf-8")
    run = eaframe("rename", "a", "x", "-w", root)
    assert run.code == 2
    assert run.err == "eaframe: `z.yaml` could not be read whole; mend it first (see `eaframe validate`)\n"


def test_a_disk_that_is_full_leaves_everything_as_it_was(eaframe, root, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run = eaframe("rename", "a", "x", "-w", root)
    assert (run.code, run.err) == (2, f"eaframe: {root}: No space left on device; nothing was written\n")
    assert (root / "m.yaml").read_text(encoding="utf-8") == MODEL


def test_the_baseline_goes_along(eaframe, workspace):
    served = "{type: application-component, name: N, serves: [b]}"
    model = f"elements: {{a: {served}, b: {{type: application-component, name: B}}}}\n"
    root = workspace({"m.yaml": model})
    assert eaframe("baseline", root).code == 0
    assert "CPL002\ta\t" in (root / "eaframe-baseline.txt").read_text(encoding="utf-8")
    run = eaframe("rename", "a", "z", "-w", root)
    assert (run.code, run.out) == (0, "")
    lines = (root / "eaframe-baseline.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[1] for line in lines if not line.startswith("#")] == ["b", "z", "z--serves--b"]
    run = eaframe("validate", root)
    assert (run.code, run.out) == (0, "2 elements, 1 relationship: nothing found; 3 in the baseline\n")


def test_a_baseline_that_names_nothing_of_it_is_left_alone_and_one_that_cannot_be_read_stops_it(eaframe, root):
    file = root / "eaframe-baseline.txt"
    file.write_text("not a line\n", encoding="utf-8")
    assert eaframe("rename", "a", "x", "-w", root).code == 0
    assert file.read_text(encoding="utf-8") == "not a line\n"
    file.write_text("not a line\nCPL002\tx\tdocumentation\n", encoding="utf-8")
    run = eaframe("rename", "x", "y", "-w", root)
    assert run.code == 2
    assert "`eaframe-baseline.txt` could not be read whole" in run.err


def test_an_item_of_a_checklist_keeps_its_id_and_links_of_its_text_follow(eaframe, workspace):
    before = (
        "checklists:\n  a:\n    name: A\n    documentation: See [[a]].\n    items: [{id: a, name: a, by-hand: a}]\n"
    )
    root = workspace({"m.yaml": MODEL, "list.yaml": before})
    assert eaframe("rename", "a", "x", "-w", root).code == 0
    assert (root / "list.yaml").read_text(encoding="utf-8") == before.replace("[[a]]", "[[x]]")
