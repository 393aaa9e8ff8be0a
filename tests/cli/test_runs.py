"""A run in which nothing changed is remembered; whatever it depends on makes a fresh one."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import eaframe.workspace

GOOD = "elements:\n  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}\n"
WRONG = GOOD.replace("goal", "gaol")
IMPORTING = "name: T\nnamespace: t\nimports: [../library]\n"
LIBRARY = "name: L\nnamespace: lib\n"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Grows by each load of a workspace: a remembered run loads none."""
    seen: list[Path] = []
    load = eaframe.workspace.load

    def counted(path: Path, **more: object) -> object:
        seen.append(path)
        return load(path, **more)

    monkeypatch.setattr(eaframe.workspace, "load", counted)
    return seen


@pytest.fixture
def remembers(eaframe, loads) -> Callable[..., bool]:
    """Whether a call of validate is answered from memory; its answer must be that of a call without a cache."""

    def call(*arguments: str | Path) -> bool:
        before = len(loads)
        run = eaframe("validate", *arguments)
        remembered = len(loads) == before
        assert run == eaframe("validate", *arguments, "--no-cache")
        return remembered

    return call


def test_a_second_run_is_remembered_and_says_the_same(remembers, workspace):
    root = workspace({"a.yaml": WRONG, "b.yaml": "a: ["})
    assert [remembers(root) for _ in range(3)] == [False, True, True]


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_a_remembered_run_is_written_in_every_form(remembers, workspace, form):
    root = workspace({"a.yaml": WRONG})
    remembers(root)
    assert remembers(root, "--format", form)


def test_the_threshold_is_asked_anew(eaframe, workspace):
    root = workspace({"a.yaml": WRONG})
    assert [eaframe("validate", root, "--fail-on", level).code for level in ("error", "never", "error")] == [1, 0, 1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--today", "2020-01-01"],
        ["--as-of", "2019"],
        ["--as-of", "all"],
        ["--lang", "vi"],
    ],
    ids=" ".join,
)
def test_another_option_makes_a_fresh_run(remembers, workspace, arguments):
    root = workspace({"a.yaml": WRONG})
    remembers(root, "--today", "2026-11-23")
    assert not remembers(root, *arguments)
    assert remembers(root, *arguments)


def test_another_way_to_the_workspace_is_the_same_run_with_other_paths(remembers, workspace, monkeypatch):
    root = workspace({"a.yaml": WRONG, "deep/x.md": ""})
    assert not remembers(root)
    monkeypatch.chdir(root)
    assert remembers()
    monkeypatch.chdir(root / "deep")
    assert remembers()


def test_another_limit_makes_a_fresh_run(remembers, workspace, monkeypatch):
    root = workspace({"a.yaml": GOOD})
    remembers(root)
    monkeypatch.setenv("EAFRAME_LIMITS", "depth=1")
    assert not remembers(root)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file changed": lambda root: write(root / "a.yaml", GOOD),
    "a file changed but not in size or time": lambda root: same_stat(root / "a.yaml", WRONG.replace("gaol", "gola")),
    "a new file": lambda root: write(root / "new.yaml", "a: ["),
    "a file less": lambda root: (root / "b.yaml").unlink(),
    "a file renamed": lambda root: (root / "b.yaml").rename(root / "c.yaml"),
    "a file moved": lambda root: write(root / "sub" / "b.yaml", (root / "b.yaml").read_text("utf-8")),
    "the workspace file": lambda root: write(root / "eaframe.yaml", "name: T\nnamespace: t\nseverity: {MOD001: off}\n"),
    "a folder that became a workspace": lambda root: write(root / "deep" / "eaframe.yaml", "name: D\nnamespace: d\n"),
    "a link out of the workspace": lambda root: (root / "link.yaml").symlink_to("/etc/passwd"),
    "a link to a folder outside": lambda root: (root / "link").symlink_to("/etc"),
}


def same_stat(path: Path, text: str) -> None:
    before = path.stat()
    assert len(path.read_bytes()) == len(text.encode())
    write(path, text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_makes_a_fresh_run(remembers, workspace, change):
    root = workspace({"a.yaml": WRONG, "b.yaml": "elements: {}\n", "deep/d.yaml": WRONG.replace("fast", "slow")})
    remembers(root)
    CHANGES[change](root)
    assert not remembers(root)
    assert remembers(root)


def test_a_link_that_leads_elsewhere_makes_a_fresh_run(remembers, workspace):
    root = workspace({"a.yaml": WRONG})
    (root / "link").symlink_to("a.yaml")
    remembers(root)
    (root / "link").unlink()
    (root / "link").symlink_to("/etc")
    assert not remembers(root)


def test_a_change_of_what_does_not_belong_to_the_workspace_changes_nothing(remembers, workspace):
    root = workspace({"a.yaml": WRONG, "readme.md": "", ".git/x.yaml": ""})
    remembers(root)
    write(root / "readme.md", "other")
    write(root / ".git" / "x.yaml", "a: [")
    assert remembers(root)


def test_a_change_in_a_library_makes_a_fresh_run(remembers, workspace):
    files = {"w/eaframe.yaml": IMPORTING, "w/a.yaml": WRONG, "library/eaframe.yaml": LIBRARY, "library/l.yaml": GOOD}
    root = workspace(files)
    assert [remembers(root / "w"), remembers(root / "w")] == [False, True]
    write(root / "library" / "l.yaml", WRONG)
    assert [remembers(root / "w"), remembers(root / "w")] == [False, True]
    write(root / "library" / "new.yaml", GOOD.replace("fast", "slow"))
    assert [remembers(root / "w"), remembers(root / "w")] == [False, True]


def test_a_change_in_a_library_of_a_library_makes_a_fresh_run(remembers, workspace):
    root = workspace(
        {
            "w/eaframe.yaml": IMPORTING,
            "w/a.yaml": GOOD,
            "library/eaframe.yaml": LIBRARY + "imports: [../common]\n",
            "common/eaframe.yaml": "name: C\nnamespace: common\n",
            "common/c.yaml": GOOD,
        }
    )
    remembers(root / "w")
    write(root / "common" / "c.yaml", WRONG)
    assert not remembers(root / "w")


def test_a_library_that_is_gone_makes_a_fresh_run(remembers, workspace):
    root = workspace({"w/eaframe.yaml": IMPORTING, "w/a.yaml": GOOD, "library/eaframe.yaml": LIBRARY})
    remembers(root / "w")
    (root / "library" / "eaframe.yaml").unlink()
    assert not remembers(root / "w")


def test_a_library_that_appears_makes_a_fresh_run(remembers, workspace):
    root = workspace({"w/eaframe.yaml": IMPORTING, "w/a.yaml": GOOD})
    remembers(root / "w")
    write(root / "library" / "eaframe.yaml", LIBRARY)
    assert not remembers(root / "w")


def test_a_library_that_is_another_one_by_a_link_makes_a_fresh_run(remembers, workspace):
    root = workspace(
        {
            "w/eaframe.yaml": IMPORTING,
            "w/a.yaml": GOOD,
            "one/eaframe.yaml": LIBRARY,
            "two/eaframe.yaml": LIBRARY,
            "two/b.yaml": WRONG,
        }
    )
    (root / "library").symlink_to("one")
    remembers(root / "w")
    (root / "library").unlink()
    (root / "library").symlink_to("two")
    assert not remembers(root / "w")


def test_a_run_that_could_not_judge_is_not_remembered(eaframe, workspace):
    root = workspace({})
    assert [eaframe("validate", root).code for _ in range(2)] == [2, 2]
    write(root / "a.yaml", GOOD)
    assert eaframe("validate", root).code == 0


def test_another_program_makes_a_fresh_run(remembers, workspace, monkeypatch):
    root = workspace({"a.yaml": WRONG})
    remembers(root)
    monkeypatch.setattr("eaframe.sources.fingerprint.tool_fingerprint", lambda: "another")
    assert not remembers(root)


@pytest.mark.parametrize("garbage", [b"", b"\x00", b"garbage" * 50])
def test_a_memory_that_was_damaged_is_none(remembers, workspace, garbage):
    root = workspace({"a.yaml": WRONG})
    remembers(root)
    entries = [path for path in Path(os.environ["EAFRAME_CACHE_DIR"]).rglob("*") if path.is_file()]
    assert entries
    for entry in entries:
        entry.write_bytes(garbage)
    assert not remembers(root)
    assert remembers(root)


def test_a_cache_that_cannot_be_written_changes_nothing(eaframe, workspace, monkeypatch, tmp_path):
    root = workspace({"a.yaml": WRONG, "file": ""})
    expected = eaframe("validate", root, "--no-cache")
    for folder in (tmp_path / "file", tmp_path / "file" / "cache", Path("/proc/nothing"), Path("/dev/null/x")):
        monkeypatch.setenv("EAFRAME_CACHE_DIR", str(folder))
        assert [eaframe("validate", root) for _ in range(2)] == [expected, expected]


def test_without_a_cache_nothing_is_written(eaframe, workspace, monkeypatch, tmp_path):
    monkeypatch.setenv("EAFRAME_CACHE_DIR", str(tmp_path / "cache"))
    eaframe("validate", workspace({"a.yaml": WRONG}), "--no-cache")
    assert not (tmp_path / "cache").exists()


def test_a_workspace_whose_file_names_are_no_text_is_judged(eaframe, workspace):
    root = workspace({"a.yaml": WRONG})
    Path(os.fsdecode(os.fsencode(root) + b"/\xff.yaml")).write_text(WRONG.replace("fast", "slow"), encoding="utf-8")
    for _ in range(2):
        run = eaframe("validate", root, "--format", "concise", "--report", f"json={root}/out.json")
        assert (run.code, run.err) == (1, "")
        assert f"{root}/�.yaml:2:24: error MOD001" in run.out
