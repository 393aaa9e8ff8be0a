"""``eaframe diff``: what it compares with what, and what it answers."""

import json
import subprocess
import sys

import pytest

SETTINGS = "eaframe: 1\nname: Test\nnamespace: test\n"
ONE = "elements:\n  one: {type: goal, name: One, documentation: D.}\n"
TWO = ONE + "  two: {type: goal, name: Two, documentation: D.}\n"
THREE = TWO + "  three: {type: goal, name: Three, documentation: D.}\n"


@pytest.fixture
def made(repository, monkeypatch):
    """Two commits and an edit: one element (tag v1), two (v2), three (the work tree)."""
    found = repository()
    found.commit({"eaframe.yaml": SETTINGS, "a.yaml": ONE}, "v1")
    found.commit({"a.yaml": TWO}, "v2")
    found.write({"a.yaml": THREE})
    monkeypatch.chdir(found.root)
    return found


def told(run) -> list[str]:
    """The lines on elements of a run that went well."""
    assert (run.code, run.err) == (0, "")
    return [line for line in run.out.splitlines() if line[:1] in set("+-~»")]


ADDED = {number: f"+ goal {number}  {number.title()}" for number in ("two", "three")}


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        ([], [ADDED["three"]]),
        (["HEAD"], [ADDED["three"]]),
        (["v1"], [ADDED["three"], ADDED["two"]]),
        (["v1..v2"], [ADDED["two"]]),
        (["v1", "v2"], [ADDED["two"]]),
        (["v1.."], [ADDED["two"]]),
        (["..v1"], [ADDED["two"].replace("+", "-")]),
        (["v1...v2"], [ADDED["two"]]),
        (["v2...v1"], []),
        (["v1..."], [ADDED["two"]]),
        (["."], [ADDED["three"]]),
    ],
    ids=" ".join,
)
def test_what_is_compared_with_what(eaframe, arguments, lines):
    assert told(eaframe("diff", *arguments)) == lines


def test_three_dots_compare_with_where_the_lines_of_work_parted(eaframe, made):
    made.git("checkout", "-q", "--", ".")
    made.git("checkout", "-qb", "topic", "v1")
    made.commit({"b.yaml": "elements:\n  topic: {type: goal, name: Topic, documentation: D.}\n"})
    assert told(eaframe("diff", "main...topic")) == ["+ goal topic  Topic"]
    assert told(eaframe("diff", "main..topic")) == ["+ goal topic  Topic", "- goal two  Two"]


def test_two_folders_are_compared_without_git(eaframe, workspace, monkeypatch):
    root = workspace(
        {
            "a/eaframe.yaml": SETTINGS,
            "a/a.yaml": ONE,
            "b/eaframe.yaml": SETTINGS,
            "b/other.yaml": TWO,
            "eaframe.yaml": "",
        }
    )
    monkeypatch.setenv("PATH", "/nonexistent")
    assert told(eaframe("diff", root / "a", root / "b")) == [ADDED["two"]]


def test_a_workspace_in_a_folder_is_compared_from_anywhere(eaframe, repository):
    found = repository()
    found.commit({"models/x/eaframe.yaml": SETTINGS, "models/x/a.yaml": ONE})
    found.write({"models/x/a.yaml": TWO})
    assert told(eaframe("diff", found.root / "models" / "x")) == [ADDED["two"]]
    assert told(eaframe("diff", "HEAD", "-w", found.root / "models" / "x")) == [ADDED["two"]]


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--exit-code"], 1), ([], 0), (["v2..v2", "--exit-code"], 0), (["v2..v1", "-q", "--exit-code"], 1)],
)
def test_the_exit_code_tells_of_differences_when_asked(eaframe, arguments, code):
    assert eaframe("diff", *arguments).code == code


@pytest.mark.usefixtures("made")
def test_quiet_says_nothing_where_nothing_changed(eaframe):
    run = eaframe("diff", "v2..v2", "-q")
    assert (run.code, run.out, run.err) == (0, "", "")
    assert eaframe("diff", "v2..v2").out == "nothing changed\n"


@pytest.mark.usefixtures("made")
def test_the_ending_of_the_file_tells_the_format(eaframe, tmp_path):
    for name, begin in (("x.md", "# What changed between v1 and v2"), ("x.json", "{"), ("x.txt", "elements\n")):
        run = eaframe("diff", "v1..v2", "-o", tmp_path / name)
        assert (run.code, run.out, run.err) == (0, "", "")
        assert (tmp_path / name).read_text("utf-8").startswith(begin)
    assert json.loads(eaframe("diff", "v1..v2", "--format", "json").out)["after"] == "v2"


@pytest.mark.usefixtures("made")
def test_what_was_compared_has_a_name(eaframe):
    said = json.loads(eaframe("diff", "v1...", "--format", "json").out)
    assert (said["before"], said["after"]) == ("where v1 and HEAD parted", "HEAD")
    first = eaframe("diff", "--format", "markdown", "--lang", "vi").out.splitlines()[0]
    assert first == "# Thay đổi giữa HEAD và bản đang sửa"


def test_a_side_that_cannot_be_read_whole_is_told(eaframe, made):
    made.write({"a.yaml": "elements: ["})
    run = eaframe("diff")
    assert run.code == 0
    assert run.err == "the work tree: not all could be read (1 error): what is missing looks removed or added\n"


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["mian"], "eaframe: there is no revision `mian`; did you mean `main`?"),
        (["HEAD", "--format", "txt"], "Error: Invalid value for --format: `txt` is not known; did you mean `text`?"),
        (["--format", "png"], "Error: Invalid value for --format: a picture of this kind needs a file: -o FILE.png"),
        (["nowhere", "."], "eaframe: there is no revision `nowhere`; a branch, a tag or a commit is one"),
    ],
)
def test_what_cannot_be_compared_is_answered(eaframe, arguments, sentence):
    run = eaframe("diff", *arguments)
    assert (run.code, run.out, run.err.splitlines()[-1]) == (2, "", sentence)


@pytest.mark.usefixtures("made")
def test_the_cache_changes_nothing(eaframe):
    first = eaframe("diff", "v1")
    assert eaframe("diff", "v1") == first == eaframe("diff", "v1", "--no-cache")


def test_help_stays_quick_as_nothing_heavy_is_imported():
    heavy = "{'networkx', 'pydantic', 'yaml', 'graphviz', 'jinja2'}"
    code = f"import sys; import eaframe.cli.diff; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout == "[]\n"


def test_a_workspace_that_is_new_since_then_is_compared_with_nothing(eaframe, made):
    made.write({"new/eaframe.yaml": SETTINGS, "new/a.yaml": ONE})
    run = eaframe("diff", "v1", "-w", "new")
    assert (run.code, run.err) == (0, "new: at `v1` there was no eaframe.yaml there yet: compared with nothing\n")
    assert "+ goal one  One" in run.out
    run = eaframe("pr-report", "--against", "v1", "-w", "new")
    assert run.code == 0
    assert "elements +1 -0" in run.out
    run = eaframe("diff", "v1", "v2", "-w", "new")
    assert (run.code, run.err.splitlines()[-1]) == (2, "eaframe: new: at `v2` there was no eaframe.yaml there yet")


@pytest.mark.usefixtures("made")
def test_a_picture_is_drawn(eaframe, tmp_path):
    run = eaframe("diff", "v1", "--format", "svg")
    assert (run.code, run.err) == (0, "")
    assert "<title id=" in run.out
    assert "Thay đổi giữa" not in run.out
    assert "What changed between v1 and the work tree" in run.out
    run = eaframe("diff", "v1", "-o", tmp_path / "x.png")
    assert (run.code, run.out, run.err) == (0, "", "")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
