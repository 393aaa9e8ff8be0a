"""Which files belong to a workspace.

Every ``*.yaml`` and ``*.yml`` below the folder, except dot-folders, nested workspaces (folders with an eaframe.yaml of
their own), excluded names, and whatever is not a plain file. Links inside the workspace are not followed, as what
they point to is read anyway; links that leave it are reported.
"""

from __future__ import annotations

import fnmatch
import os
import unicodedata
from typing import TYPE_CHECKING

from eaframe.findings import Finding, Place
from eaframe.findings.message import say
from eaframe.sources import defects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from eaframe.sources.limits import Limits

WORKSPACE_FILE = "eaframe.yaml"
BASELINE_FILE = "eaframe-baseline.txt"  # stands beside it; what it says belongs to the room of rules
_SUFFIXES = (".yaml", ".yml")


def discover(root: Path, exclude: Sequence[str], limits: Limits) -> tuple[list[str], list[Finding]]:
    """Paths relative to ``root`` with forward slashes, sorted; eaframe.yaml itself is not among them.

    ``exclude`` holds globs on the relative path, where ``*`` also matches ``/``. Raises OSError for a folder that
    cannot be listed.
    """
    files: list[str] = []
    findings: list[Finding] = []
    inside = os.path.realpath(root)
    for entry, relative in walk(root, exclude):
        if entry.is_symlink():
            target = os.path.realpath(entry.path)
            if target != inside and not target.startswith(inside + os.sep):
                findings.append(defects.LINK_LEAVES_WORKSPACE.at(Place(relative), discriminator=relative))
        elif relative.endswith(_SUFFIXES) and entry.is_file(follow_symlinks=False):
            files.append(relative)
    files.sort()
    if len(files) > limits.files:
        what = say("The workspace has {number} files", number=len(files))
        place = Place(files[limits.files])
        findings.append(defects.OVER_A_LIMIT.at(place, what=what, limit="files", number=limits.files))
        files = files[: limits.files]
    findings += _same_names(files)
    return files, findings


def walk(root: Path, exclude: Sequence[str]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Everything below ``root`` that belongs to the workspace and is a link or no folder, with its relative path."""
    folders = [("", os.fspath(root))]
    while folders:
        prefix, folder = folders.pop()
        with os.scandir(folder) as entries:
            listed = list(entries)
        if prefix and any(entry.name == WORKSPACE_FILE for entry in listed):
            continue
        for entry in listed:
            relative = prefix + entry.name
            if entry.name.startswith(".") or relative == WORKSPACE_FILE:
                continue
            if any(fnmatch.fnmatchcase(relative, glob) for glob in exclude):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((relative + "/", entry.path))
            else:
                yield entry, relative


def _same_names(files: Sequence[str]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for file in files:
        folded = unicodedata.normalize("NFC", file).casefold()
        if folded in seen:
            yield defects.SAME_FILE_NAME.at(Place(file), other=seen[folded], discriminator=file)
        seen.setdefault(folded, file)
