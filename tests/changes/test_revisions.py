"""A workspace as it stood at a revision: the same files, nothing else touched, nothing of the repository run."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

import eaframe
from eaframe.changes.revisions import at_revision, commit_of, history, merge_base
from eaframe.sources.limits import Limits
from eaframe.sources.opening import CannotOpenError

WORKSPACE = "name: Test\nnamespace: test\n"


def goal(id_: str) -> str:
    return f"elements:\n  {id_}: {{type: goal, name: {id_}, documentation: Some.}}\n"


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def refusal(root: Path, revision: str, **options: Limits) -> str:
    with pytest.raises(CannotOpenError) as error, at_revision(root, revision, **options):
        pass
    return str(error.value)


@pytest.fixture
def two(repository):
    made = repository()
    made.commit({"eaframe.yaml": WORKSPACE, "a.yaml": goal("one"), "readme.md": "No model."}, "v1")
    made.commit({"a.yaml": goal("two"), "new.yml": goal("three")})
    return made


def test_the_workspace_is_as_it_was(two):
    with at_revision(two.root, "v1") as then:
        assert files_below(then) == {".git": b"", "eaframe.yaml": WORKSPACE.encode(), "a.yaml": goal("one").encode()}
        assert list(eaframe.load(then, today=20261124).model.elements) == ["one"]
    assert not then.exists()


@pytest.mark.parametrize("revision", ["v1", "HEAD~1", "main^", "HEAD@{1}", "refs/tags/v1", "main~1^0"])
def test_whatever_git_takes_for_a_commit_is_a_revision(two, revision):
    with at_revision(two.root, revision) as then:
        assert (then / "a.yaml").read_text() == goal("one")


def test_the_work_tree_and_the_index_are_not_touched(two):
    two.write({"a.yaml": goal("unsaved"), "staged.yaml": goal("staged"), "untracked.yaml": goal("untracked")})
    two.git("add", "staged.yaml")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in two.root.rglob("*") if path.is_file()}
    with at_revision(two.root, "v1"):
        pass
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in two.root.rglob("*") if p.is_file()} == before
    assert two.git("worktree", "list").count("\n") == 0


def test_a_read_only_repository_will_do(two):
    folders = [two.root, *(path for path in two.root.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with at_revision(two.root, "v1") as then:
            assert (then / "a.yaml").read_text() == goal("one")
    finally:
        for folder in folders:
            folder.chmod(stat.S_IRWXU)


def test_a_workspace_in_a_folder_sees_its_libraries_and_links_beside_it(repository):
    made = repository()
    made.write({"models/city/eaframe.yaml": WORKSPACE + "imports: [../common, ../linked]\n"})
    (made.root / "models" / "linked").symlink_to("../elsewhere/library")
    made.commit(
        {
            "models/city/mô hình/tệp một.yaml": goal("one"),
            "models/common/eaframe.yaml": "name: C\nnamespace: common\n",
            "models/common/c.yaml": goal("shared"),
            "elsewhere/library/eaframe.yaml": "name: L\nnamespace: linked\n",
            "elsewhere/library/l.yaml": goal("far"),
            "elsewhere/no-model.yaml": "a: 1\n",
            ".github/workflows/ci.yaml": "on: push\n",
            "models/city/eaframe-baseline.txt": "EA 1\n",
        },
        "v1",
    )
    city = made.root / "models" / "city"
    now = eaframe.load(city, today=20261124)
    assert sorted(now.model.elements) == ["common:shared", "linked:far", "one"]
    made.git("rm", "-rq", "models/common", "elsewhere", "models/city/mô hình")
    made.git("commit", "-qm", "gone")
    with at_revision(city, "v1") as then:
        found = eaframe.load(then, today=20261124)
        assert sorted(found.model.elements) == sorted(now.model.elements)
        assert found.findings == now.findings
        assert then.name == "city"
        top = then.parent.parent
        assert (top / "models" / "linked").is_symlink()
        assert (then / "eaframe-baseline.txt").read_text() == "EA 1\n"
        assert sorted(path.name for path in top.iterdir()) == [".git", "elsewhere", "models"]
        assert not (top / "elsewhere" / "no-model.yaml").exists()


def test_quoting_of_paths_makes_no_difference(repository):
    made = repository()
    made.git("config", "core.quotepath", "true")
    name = 'thư mục/tệp "một"\tvà hai.yaml'
    made.commit({"một nơi/eaframe.yaml": WORKSPACE, f"một nơi/{name}": goal("one")})
    with at_revision(made.root / "một nơi", "HEAD") as then:
        assert sorted(files_below(then)) == ["eaframe.yaml", name]


def test_a_file_whose_name_is_no_text_is_there_too(repository):
    made = repository()
    name = os.fsdecode(b"\xff.yaml")
    made.commit({"eaframe.yaml": WORKSPACE, name: goal("one")})
    with at_revision(made.root, "HEAD") as then:
        assert list(eaframe.load(then, today=20261124).model.elements) == ["one"]


def test_another_work_tree_of_the_repository_will_do(two, tmp_path):
    two.git("worktree", "add", "-q", tmp_path / "beside", "v1")
    with at_revision(tmp_path / "beside", "main") as then:
        assert sorted(eaframe.load(then, today=20261124).model.elements) == ["three", "two"]


def test_submodules_are_left_alone(two, repository):
    other = repository("other")
    other.commit({"eaframe.yaml": WORKSPACE})
    two.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.root, "sub")
    two.git("commit", "-qm", "with a submodule")
    with at_revision(two.root, "HEAD") as then:
        assert sorted(path.name for path in then.iterdir()) == [".git", "a.yaml", "eaframe.yaml", "new.yml"]


def test_the_environment_of_a_hook_leads_nowhere_else(two, repository, monkeypatch):
    other = repository("other")
    other.commit({"eaframe.yaml": WORKSPACE, "b.yaml": goal("other")}, "v1")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git" / "index"))
    with at_revision(two.root, "v1") as then:
        assert list(eaframe.load(then, today=20261124).model.elements) == ["one"]


def test_nothing_that_the_repository_configures_is_run(two, tmp_path):
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        shutil.copy(program, two.root / ".git" / "hooks" / name)
    for key in (
        *("core.fsmonitor", "core.pager", "pager.ls-tree", "pager.cat-file", "core.sshCommand", "core.askPass"),
        *("filter.x.smudge", "filter.x.clean", "diff.x.textconv", "diff.external", "core.alternateRefsCommand"),
        *("alias.ls-tree", "alias.cat-file", "alias.rev-parse", "credential.helper", "core.editor", "core.gitProxy"),
    ):
        two.git("config", key, f"!{program}" if key.startswith(("alias", "credential")) else program)
    two.commit({".gitattributes": "*.yaml filter=x diff=x\n"})
    ran.unlink(missing_ok=True)
    with at_revision(two.root, "v1") as then:
        assert (then / "a.yaml").read_text() == goal("one")
    merge_base(two.root, "v1")
    refusal(two.root, "v2")
    assert not ran.exists()


def test_what_a_partial_clone_lacks_is_not_fetched(two, tmp_path):
    ran = tmp_path / "ran"
    two.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    two.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{two.root}", clone)
    subprocess.run(
        ["git", "config", "remote.origin.uploadpack", f"touch {ran}; git-upload-pack"], cwd=clone, check=True
    )
    assert "is this a partial clone?" in refusal(clone, "HEAD")
    assert not ran.exists()


def test_a_name_that_leads_out_is_refused(two):
    blob = two.git("hash-object", "-w", "a.yaml")
    for name in ("..", ".git", ".GIT", "."):
        inner = tree(two, f"100644 blob {blob}\tx.yaml")
        top = tree(two, f"040000 tree {inner}\t{name}", f"100644 blob {blob}\teaframe.yaml")
        commit = two.git("commit-tree", "-m", "hostile", top)
        assert "which is refused" in refusal(two.root, commit), name


def tree(made, *entries: str) -> str:
    """The id of a tree object; written by hand, as git refuses to make such ones."""
    content = b"".join(
        mode.encode() + b" " + name.encode() + b"\0" + bytes.fromhex(object_)
        for mode, _, object_, name in (entry.replace("\t", " ").split(" ", 3) for entry in entries)
    ).replace(b"040000 ", b"40000 ")
    run = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--stdin", "--literally"],
        cwd=made.root,
        input=content,
        capture_output=True,
        check=True,
    )
    return run.stdout.decode().strip()


def test_nothing_is_written_through_a_link(two, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    link = hashed(two, os.fsencode(outside))
    blob = two.git("hash-object", "-w", "a.yaml")
    inner = tree(two, f"100644 blob {blob}\tx.yaml", f"120000 blob {link}\tlink")
    workspace = two.git("hash-object", "-w", "eaframe.yaml")
    top = tree(
        two, f"100644 blob {workspace}\teaframe.yaml", f"120000 blob {link}\tsub", f"040000 tree {inner}\tsub"
    )  # one name twice: a link and a folder
    commit = two.git("commit-tree", "-m", "hostile", top)
    with at_revision(two.root, commit) as then:
        assert (then / "sub" / "x.yaml").read_text() == goal("two")
        assert not (then / "sub").is_symlink()
    assert list(outside.iterdir()) == []


def hashed(made, content: bytes) -> str:
    run = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], cwd=made.root, input=content, capture_output=True, check=True
    )
    return run.stdout.decode().strip()


def test_a_workspace_that_was_a_link_to_elsewhere_is_refused(repository, tmp_path):
    made = repository()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "eaframe.yaml").write_text(WORKSPACE)
    (made.root / "city").symlink_to(outside)
    made.commit({}, "v1")
    (made.root / "city").unlink()
    made.commit({"city/eaframe.yaml": WORKSPACE})
    assert refusal(made.root / "city", "v1") == "city: at `v1` this is a link that leaves the repository"


def test_a_file_over_the_limit_is_over_it_there_too(two):
    limits = Limits(file_bytes=80)
    two.commit({"big.yaml": goal("big") + "#" * 200 + "\n", "after.yaml": goal("after")})
    with at_revision(two.root, "HEAD", limits) as then:
        assert (then / "big.yaml").stat().st_size == 81
        now, before = (eaframe.load(root, today=20261124, limits=limits).findings for root in (two.root, then))
    assert before == now
    assert [one.finding.code for one in now] == ["SRC009"]


def test_more_than_the_limits_allow_is_refused(two):
    assert refusal(two.root, "HEAD", limits=Limits(files=2)).startswith("the repository has over 2 files of models at")
    two.commit({f"f{number}.txt": "" for number in range(60)})
    assert refusal(two.root, "HEAD", limits=Limits(files=3)).startswith("the repository has over 60 files at")
    two.commit({f"m{number}.yaml": "#" * 9 for number in range(100)})
    assert "bytes (variable EAFRAME_LIMITS)" in refusal(two.root, "HEAD", limits=Limits(file_bytes=8))


def test_a_folder_outside_of_any_repository_has_no_revisions(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "eaframe.yaml").write_text(WORKSPACE)
    assert refusal(tmp_path, "HEAD") == (
        f"{tmp_path}: not in the work tree of a git repository, so there is nothing to compare with"
    )


def test_a_repository_without_a_commit_has_no_revisions(repository):
    made = repository()
    assert refusal(made.root, "HEAD") == (
        f"{made.root}: the repository has no commit yet, so there is nothing to compare with"
    )


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("mian", "there is no revision `mian`; did you mean `main`?"),
        ("origin/mian", "there is no revision `origin/mian`; did you mean `origin/main`?"),
        ("origin/topic", "there is no revision `origin/topic`; `git fetch origin topic` may bring it"),
        ("zzz", "there is no revision `zzz`; a branch, a tag or a commit is one"),
        ("--help", "there is no revision `--help`; a branch, a tag or a commit is one"),
        ("", "there is no revision ``; a branch, a tag or a commit is one"),
        ("a\0b", "there is no revision `a\0b`; a branch, a tag or a commit is one"),
        ("HEAD:a.yaml", "there is no revision `HEAD:a.yaml`; a branch, a tag or a commit is one"),
        ("main v1", "there is no revision `main v1`; did you mean `main`?"),
    ],
)
def test_an_unknown_revision_is_answered(two, written, sentence):
    two.git("remote", "add", "origin", "https://example.org/x.git")
    two.git("update-ref", "refs/remotes/origin/main", "HEAD")
    two.git("update-ref", "refs/remotes/origin/develop", "HEAD")
    assert refusal(two.root, written) == sentence


def test_a_shallow_clone_says_what_it_lacks(two, tmp_path):
    clone = tmp_path / "clone"
    two.git("clone", "-q", "--depth=1", f"file://{two.root}", clone)
    assert refusal(clone, "HEAD~1") == (
        "there is no revision `HEAD~1` in this shallow clone; "
        "`git fetch --unshallow` (in CI: fetch-depth 0) brings all of them"
    )


def test_a_workspace_that_was_not_there_yet_is_told(two):
    two.commit({"city/eaframe.yaml": WORKSPACE})
    city = two.root / "city"
    assert refusal(city, "v1") == f"{city}: at `v1` there was no eaframe.yaml there yet"


def test_without_git_there_are_no_revisions(two, monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    assert refusal(two.root, "v1").startswith("git is not installed, or not on the PATH")


def test_two_lines_of_work_have_the_commit_at_which_they_parted(two):
    parted = commit_of(two.root, "main")
    two.git("checkout", "-qb", "topic")
    two.commit({"topic.yaml": goal("topic")})
    two.git("checkout", "-q", "main")
    two.commit({"main.yaml": goal("main")})
    assert merge_base(two.root, "topic") == merge_base(two.root, "main", "topic") == parted


def test_unrelated_lines_of_work_have_none(two):
    two.git("checkout", "-q", "--orphan", "other")
    two.commit({})
    with pytest.raises(CannotOpenError, match=r"`main` and `HEAD` have no commit in common$"):
        merge_base(two.root, "main")


def test_the_history_of_a_workspace_is_the_commits_that_changed_it_in_its_line_of_work(repository):
    made = repository()
    first = made.commit({"city/eaframe.yaml": WORKSPACE, "readme.md": "1"})
    made.commit({"readme.md": "2"})
    made.git("checkout", "-qb", "side")
    made.commit({"city/a.yaml": goal("one")})
    made.commit({"city/b.yaml": goal("two")})
    made.git("checkout", "-q", "main")
    made.commit({"readme.md": "3"})
    made.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    merge = made.git("rev-parse", "HEAD")
    last = made.commit({"city/a.yaml": None})
    city = made.root / "city"
    assert [one.id for one in history(city, 9)] == [first, merge, last]
    assert [one.id for one in history(city, 2)] == [merge, last]
    assert [len(history(made.root, most)) for most in (1, 9)] == [1, 3]


def test_a_commit_has_its_day_in_utc(repository):
    made = repository()
    made.write({"eaframe.yaml": WORKSPACE})
    made.git("add", "-A")
    made.git("-c", "core.hooksPath=/dev/null", "commit", "-qm", "x", "--date", "2001-01-01T00:00:00Z")
    made.git("rebase", "-q", "--root", "--committer-date-is-author-date")
    (commit,) = history(made.root, 1)
    assert commit.day == 20010101


def test_a_shallow_clone_says_that_its_history_is_short(two, tmp_path):
    clone = tmp_path / "clone"
    two.git("clone", "-q", "--depth=1", f"file://{two.root}", clone)
    assert len(history(clone, 1)) == 1
    with pytest.raises(CannotOpenError) as error:
        history(clone, 2)
    assert str(error.value) == (
        f"this shallow clone has no more than 1 of the last 2 commits that changed {clone}; "
        "`git fetch --unshallow` (in CI: fetch-depth 0) brings all of them"
    )


def test_a_repository_without_a_commit_has_no_history(repository):
    made = repository()
    with pytest.raises(CannotOpenError, match="has no commit yet"):
        history(made.root, 3)
