"""A folder of output, replaced whole or not at all, and only where everything in it is of our own making."""

from __future__ import annotations

import json
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
        _exchange(new, folder, beside / "old")
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange(new: Path, folder: Path, old: Path) -> None:
    """Put ``new`` in the place of ``folder``, whatever another run puts there meanwhile."""
    for attempt in range(_ATTEMPTS):
        aside: Path | None = old.with_name(f"{old.name}{attempt}")
        try:
            folder.rename(aside)  # type: ignore[arg-type]  # a path until nothing is there
        except FileNotFoundError:
            aside = None
        try:
            new.rename(folder)
        except OSError:
            if aside is not None and not folder.exists():
                aside.rename(folder)
                raise
            if attempt == _ATTEMPTS - 1:
                raise
        else:
            return


def _check(folder: Path) -> None:
    if folder.is_symlink():
        raise ForeignFolderError(f"{folder} is a link to another place; name the folder itself")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ForeignFolderError(f"{folder} is a file; name a folder")
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name not in _LEFT_BY_OTHERS}
    if not there:
        return
    made = _made(folder / MANIFEST)
    if made is None:
        raise ForeignFolderError(
            f"{folder} is not empty and was not made by `eaframe build`, so it is left alone; name another folder"
        )
    foreign = sorted(there - made - {MANIFEST})
    if foreign:
        raise ForeignFolderError(
            f"{folder} holds {foreign[0]}, which `eaframe build` did not make; move it away or name another folder"
        )


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
