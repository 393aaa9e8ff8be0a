"""The files of a commit that can belong to a workspace, written into an empty folder.

The names and contents in a commit are somebody else's: nothing is written outside of the folder or through a link, and
no more than the limits allow.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final

from eaframe.changes.git import open_git
from eaframe.sources.discover import BASELINE_FILE, WORKSPACE_FILE
from eaframe.sources.opening import CannotOpenError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from eaframe.sources.limits import Limits

_LARGEST_FILES: Final = 100  # of the largest size that a file may have: more is more than a machine should take
_MOST_ENTRIES: Final = 20  # times the files of models: a repository has many times more files than models
_PIECE: Final = 1 << 16
_LONGEST_ENTRY: Final = 1 << 16
_LINK: Final = 0o120000


@dataclass(slots=True)
class _Listed:
    """Ids of objects by path: plain files that may belong to a workspace, and links."""

    files: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def write_snapshot(root: Path, commit: str, top: Path, limits: Limits) -> None:
    """Write the YAML files and baselines of all workspaces in a commit below ``top``, and all links.

    ``top`` gets an empty ``.git``, as the folder that imports may not leave. Raises CannotOpenError.
    """
    listed = _list(root, commit, limits)
    (top / ".git").touch()
    with open_git(root, "cat-file", "--batch") as git:
        left = _LARGEST_FILES * limits.file_bytes
        for name, object_ in listed.files.items():
            content = _content(git.stdin, git.stdout, object_, limits.file_bytes)
            left -= len(content)
            if left < 0:
                most = _LARGEST_FILES * limits.file_bytes
                raise CannotOpenError(f"the models at {commit[:12]} have over {most} bytes (variable EAFRAME_LIMITS)")
            path = top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name, object_ in listed.links.items():  # last, so that nothing is written through one
            _link(top, name, _content(git.stdin, git.stdout, object_, _PIECE))


def _list(root: Path, commit: str, limits: Limits) -> _Listed:
    found = _Listed()
    for number, (mode, object_, name) in enumerate(_entries(root, commit)):
        if number > _MOST_ENTRIES * limits.files:
            raise CannotOpenError(f"the repository has over {number - 1} files at {commit[:12]}")
        is_link = stat.S_IFMT(mode) == _LINK
        if not (is_link or (stat.S_ISREG(mode) and _may_belong(name))):
            continue
        if not _is_safe(name):
            raise CannotOpenError(f"{name}: the repository has a file of this name at {commit[:12]}, which is refused")
        (found.links if is_link else found.files)[name] = object_
    found = _in_workspaces(found)
    for kept, what in ((found.files, "files of models"), (found.links, "links")):
        if len(kept) > limits.files:
            raise CannotOpenError(
                f"the repository has over {limits.files} {what} at {commit[:12]} (variable EAFRAME_LIMITS)"
            )
    return found


def _entries(root: Path, commit: str) -> Iterator[tuple[int, str, str]]:
    """Mode, object and path of everything in a commit that is no folder."""
    with open_git(root, "ls-tree", "-r", "-z", "--full-tree", commit) as git:
        rest = b""
        while piece := _stream(git.stdout).read(_PIECE):
            *whole, rest = (rest + piece).split(b"\0")
            for entry in whole:
                head, _, name = entry.partition(b"\t")
                mode, _, object_ = head.decode("ascii").split(" ")
                yield int(mode, 8), object_, os.fsdecode(name)
            if len(rest) > _LONGEST_ENTRY:
                break
        if rest or git.wait():
            raise CannotOpenError(f"git cannot list the files at {commit[:12]}")


def _may_belong(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) or name.rpartition("/")[2] == BASELINE_FILE


def _is_safe(name: str) -> bool:
    """Whether a name leads to a file below the folder that it is put under, on every system."""
    steps = name.split("/")
    odd = os.name == "nt" and ("\\" in name or ":" in name)
    return not odd and all(step not in {"", ".", ".."} and step.casefold() != ".git" for step in steps)


def _in_workspaces(listed: _Listed) -> _Listed:
    """Without the files that lie in no workspace: a repository may hold any number of them for other tools."""
    tops = {name.rpartition("/")[0] for name in listed.files if name.rpartition("/")[2] == WORKSPACE_FILE}
    files = {name: object_ for name, object_ in listed.files.items() if not tops.isdisjoint(_folders(name))}
    return _Listed(files, listed.links)


def _folders(name: str) -> Iterator[str]:
    while name:
        name = name.rpartition("/")[0]
        yield name


def _content(asked: IO[bytes] | None, answer: IO[bytes] | None, object_: str, most: int) -> bytes:
    """The bytes of an object; of one over the limit one byte more than that, as when a file is read."""
    asked, answer = _stream(asked), _stream(answer)
    asked.write(object_.encode("ascii") + b"\n")
    asked.flush()
    head = answer.readline().split()
    if len(head) != 3:  # noqa: PLR2004 - object, type and size; an object that is not there has two words
        raise CannotOpenError(
            f"the repository lacks the object {object_[:12]}; is this a partial clone? Fetch it first"
        )
    size = int(head[2])
    content = answer.read(min(size, most + 1))
    left = size + 1 - len(content)  # a line end follows
    while left:
        left -= len(answer.read(min(left, _PIECE))) or left
    return content


def _link(top: Path, name: str, target: bytes) -> None:
    path = top / name
    if os.path.realpath(path.parent) != os.fspath(path.parent) or os.path.lexists(path):
        return  # below another link: git would not have written it either
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.symlink_to(os.fsdecode(target))
    except (OSError, ValueError):  # a system without links, or what is no path
        return


def _stream(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise AssertionError("opened with pipes")
    return pipe
