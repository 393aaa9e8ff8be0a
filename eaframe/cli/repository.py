"""Where a workspace lies in its repository: the programs that show reports know files by their path from its root."""

from __future__ import annotations

import os
from pathlib import Path

_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")  # GitHub Actions, GitLab CI


def in_repository(root: Path) -> str:
    """The folder ``root`` as seen from the repository's root, with links followed; ``""`` for that root itself.

    The repository is what a CI server checked out, else the nearest folder upward with a ``.git``. Where there is
    neither, ``root`` as it was named.
    """
    real = Path(os.path.realpath(root))
    given = [Path(os.path.realpath(folder)) for name in _CHECKOUTS if (folder := os.environ.get(name))]
    found = [folder for folder in (real, *real.parents) if (folder / ".git").exists()]
    for repository in (*given, *found[:1]):
        if real.is_relative_to(repository):
            inside = real.relative_to(repository).as_posix()
            return "" if inside == "." else inside
    return root.as_posix()
