"""A folder of output, replaced whole or not at all, and only where everything in it is of our own making."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST: Final = "eaframe-build.json"
_LEFT_BY_OTHERS: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # file managers put these anywhere
_ATTEMPTS: Final = 20  # of changing places, while another run does the same


class ForeignFolderError(ValueError):
    """The folder holds something that eaframe did not make, so it is left alone."""


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` hold exactly these files, by name.

    They are written beside it first; then the two change places, so that a reader sees the old folder or the new one.
    Raises ForeignFolderError, with a sentence, where there is anything that an earlier run did not write, and OSError
    where writing fails; then the old folder is untouched and nothing is left behind.
    """
    _check(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        new = beside / "new"
        new.mkdir()
        for name, content in (*files.items(), (MANIFEST, _manifest(files))):
            (new / name).write_bytes(content)
        _exchange(new, folder, beside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange(new: Path, folder: Path, beside: Path) -> None:
    """Put ``new`` in the place of ``folder``, whatever another run puts there meanwhile."""
    for attempt in range(_ATTEMPTS):
        aside = beside / f"old-{attempt}"
        with contextlib.suppress(FileNotFoundError):
            folder.rename(aside)
        try:
            new.rename(folder)
        except OSError as error:
            if error.errno in {errno.ENOTEMPTY, errno.EEXIST} and attempt < _ATTEMPTS - 1:
                continue
            if aside.exists() and not folder.exists():
                aside.rename(folder)
            raise
        return


def _check(folder: Path) -> None:
    for _ in range(_ATTEMPTS):
        before = _identity(folder)
        problem = _problem(folder)
        if not problem:
            return
        if before is not None and _identity(folder) == before:  # else another run changed it while this one looked
            break
    raise ForeignFolderError(problem)


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.lstat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _problem(folder: Path) -> str:
    """Why a folder may not be replaced; empty where it may."""
    if folder.is_symlink():
        return f"{folder} is a link to another place; name the folder itself"
    if folder.is_file():
        return f"{folder} is a file; name a folder"
    there = {
        (Path(inside) / name).relative_to(folder).as_posix()
        for inside, folders, files in os.walk(folder)
        for name in (*folders, *files)
        if name not in _LEFT_BY_OTHERS
    }
    if not there:
        return ""
    made = _made(folder / MANIFEST)
    if made is None:
        return f"{folder} is not empty and was not made by `eaframe build`, so it is left alone; name another folder"
    foreign = sorted(there - made - {MANIFEST})
    if foreign:
        return f"{folder} holds {foreign[0]}, which `eaframe build` did not make; move it away or name another folder"
    return ""


def _made(manifest: Path) -> frozenset[str] | None:
    """The names of the files that an earlier run wrote; None where there is no sign of one."""
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        return frozenset(content["files"]) if content["made-by"] == "eaframe build" else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _manifest(files: Mapping[str, bytes]) -> bytes:
    content = {"made-by": "eaframe build", "files": sorted(files)}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
