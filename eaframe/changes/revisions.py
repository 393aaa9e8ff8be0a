"""A workspace as it stood at a git revision, in a folder of its own; the work tree and the index are not touched."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eaframe.changes.git import complaint, run_git
from eaframe.changes.snapshot import write_snapshot
from eaframe.findings.suggest import nearest
from eaframe.metamodel.period import day_of
from eaframe.sources.discover import WORKSPACE_FILE
from eaframe.sources.limits import Limits
from eaframe.sources.opening import CannotOpenError

if TYPE_CHECKING:
    from collections.abc import Iterator


_MODEL_FILES: Final = (":(glob)**/*.yaml", ":(glob)**/*.yml")  # for git, from the folder that it is asked in


class NotThereYetError(CannotOpenError):
    """The revision has no workspace at that place: it is new since then."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit by its id, with its day (YYYYMMDD, by UTC)."""

    id: str
    day: int


@contextmanager
def at_revision(root: Path, revision: str, limits: Limits | None = None) -> Iterator[Path]:
    """The workspace in ``root`` as it stood at ``revision`` (whatever git takes for a commit), for this block.

    The folder lies among the YAML files and baselines of all workspaces of the repository, and its links. Raises
    CannotOpenError with a sentence for the user (no git, no repository, no such revision), and NotThereYetError where
    the workspace did not exist then.
    """
    inside = _inside(root)
    commit = commit_of(root, revision)
    with tempfile.TemporaryDirectory(prefix="eaframe-") as folder:
        top = Path(os.path.realpath(folder))
        write_snapshot(root, commit, top, limits or Limits())
        there = top / inside
        real = os.path.realpath(there)
        if real != os.fspath(top) and not real.startswith(os.fspath(top) + os.sep):
            raise CannotOpenError(f"{inside}: at `{revision}` this is a link that leaves the repository")
        if not (there / WORKSPACE_FILE).is_file():
            raise NotThereYetError(f"{root}: at `{revision}` there was no {WORKSPACE_FILE} there yet")
        yield there


def commit_of(root: Path, revision: str) -> str:
    """The id of the commit that a revision means. Raises CannotOpenError for one that the repository does not have."""
    _inside(root)
    if revision and not revision.startswith("-") and "\0" not in revision:
        found = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        if found.returncode == 0:
            return found.stdout.decode("ascii").strip()
    raise CannotOpenError(_unknown(root, revision))


def merge_base(root: Path, revision: str, other: str = "HEAD") -> str:
    """The id of the commit at which two lines of work parted. Raises CannotOpenError where they never met."""
    commits = [commit_of(root, one) for one in (revision, other)]
    found = run_git(root, "merge-base", *commits)
    if found.returncode:
        shallow = " in this shallow clone" if _is_shallow(root) else ""
        deeper = "; `git fetch --unshallow` (in CI: fetch-depth 0) brings all of it" if shallow else ""
        raise CannotOpenError(f"`{revision}` and `{other}` have no commit in common{shallow}{deeper}")
    return found.stdout.decode("ascii").strip()


def history(root: Path, most: int) -> tuple[Commit, ...]:
    """The last commits that changed a YAML file in the folder ``root``, up to ``most``, the oldest first.

    Of a merge only what was merged into is followed, so that each is a state in which the line of work was. Raises
    CannotOpenError where the commits are not all at hand.
    """
    head = commit_of(root, "HEAD")
    options = ("--first-parent", f"--max-count={most}", "--timestamp", "--end-of-options", head)
    found = run_git(root, "rev-list", *options, "--", *_MODEL_FILES)
    if found.returncode:
        raise CannotOpenError(f"{root}: git cannot read the history: {complaint(found)}")
    commits = [line.split() for line in found.stdout.decode("ascii").splitlines()]
    if len(commits) < most and _is_shallow(root):
        raise CannotOpenError(
            f"this shallow clone has no more than {len(commits)} of the last {most} commits that changed {root}; "
            "`git fetch --unshallow` (in CI: fetch-depth 0) brings all of them"
        )
    days = [day_of(datetime.fromtimestamp(int(seconds), tz=UTC).date()) for seconds, _ in commits]
    return tuple(Commit(id_, day) for (_, id_), day in zip(reversed(commits), reversed(days), strict=True))


def _inside(root: Path) -> str:
    """The path from the top of the work tree to a folder in it, with forward slashes, "" for the top itself."""
    found = run_git(root, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    answer, _, prefix = found.stdout.partition(b"\n")
    if found.returncode == 0 and answer == b"true":
        return os.fsdecode(prefix.removesuffix(b"\n").removesuffix(b"/"))
    if b"dubious ownership" in found.stderr:
        raise CannotOpenError(
            f"{root}: git does not trust this repository, as it belongs to somebody else; "
            "`git config --global --add safe.directory FOLDER` tells it to"
        )
    if found.returncode == 0 or b"not a git repository" in found.stderr or b"work tree" in found.stderr:
        raise CannotOpenError(f"{root}: not in the work tree of a git repository, so there is nothing to compare with")
    raise CannotOpenError(f"{root}: git cannot read the repository: {complaint(found)}")


def _unknown(root: Path, revision: str) -> str:
    """Why there is no such revision, and what may be meant."""
    listed = run_git(root, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads", "refs/remotes", "refs/tags")
    names = listed.stdout.decode("utf-8", "replace").splitlines()
    if not names and run_git(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        return f"{root}: the repository has no commit yet, so there is nothing to compare with"
    near = nearest(revision, names)
    if near:
        return f"there is no revision `{revision}`; did you mean `{near[0]}`?"
    if _is_shallow(root):
        return (
            f"there is no revision `{revision}` in this shallow clone; "
            "`git fetch --unshallow` (in CI: fetch-depth 0) brings all of them"
        )
    remote, slash, branch = revision.partition("/")
    if slash and remote in run_git(root, "remote").stdout.decode("utf-8", "replace").splitlines():
        return f"there is no revision `{revision}`; `git fetch {remote} {branch}` may bring it"
    return f"there is no revision `{revision}`; a branch, a tag or a commit is one"


def _is_shallow(root: Path) -> bool:
    return run_git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
