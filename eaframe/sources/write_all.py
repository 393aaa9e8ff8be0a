"""Several files written as one: all of them, or none.

What is replaced must still be what was read, plain files in the workspace itself: neither is a file overwritten that
someone changed meanwhile, nor is a symbolic link followed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eaframe.sources.write import write_new

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ENDING: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)  # SIGHUP is not known everywhere


class CannotWriteError(Exception):
    """Files could not be written; all are as they were (exit code 2)."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file about to be replaced: the new content beside it, and the old one under another name to put it back."""

    path: Path
    new: Path
    old: Path | None


def write_all(root: Path, new: Mapping[str, bytes], read: Mapping[str, bytes]) -> None:
    """Write the contents ``new`` by file name (relative to ``root``), given the bytes that were ``read`` of each.

    A name that is not in ``read`` is a new file. Raises CannotWriteError: then every file is as it was. Only a run that
    is killed while it renames the last temporaries can leave some files new and others old, none of them torn.
    """
    prepared: list[_Prepared] = []
    made: list[Path] = []
    done: list[_Prepared] = []
    try:
        for name in sorted(new):
            _check(root, name, read.get(name))
        for name in sorted(new):
            made += _make_folders((root / name).parent)
            _prepare(root / name, new[name], prepared, is_new=name not in read)
        with _uninterrupted():
            try:
                for name, one in zip(sorted(new), prepared, strict=True):
                    _check(root, name, read.get(name))
                    one.new.replace(one.path)
                    done.append(one)
            except BaseException:
                _put_back(done, prepared)
                raise
    except BaseException as error:
        _forget(prepared)
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError):
            raise CannotWriteError(f"{error.filename or root}: {error.strerror}; nothing was written") from error
        raise
    _forget(prepared)


def _check(root: Path, name: str, read: bytes | None) -> None:
    """Raise CannotWriteError unless the file is what was read: a plain file (or none) inside of ``root``."""
    path = root / name
    inside = os.path.realpath(root)
    if os.path.isabs(name) or os.path.commonpath((inside, os.path.realpath(path.parent))) != inside:
        raise CannotWriteError(f"{path}: lies outside of the workspace; nothing was written")
    if path.is_symlink():
        raise CannotWriteError(f"{path}: a symbolic link, which is not followed; nothing was written")
    found = path.read_bytes() if path.is_file() else None
    if found is None and path.exists():
        raise CannotWriteError(f"{path}: not a plain file; nothing was written")
    if found != read:
        what = "exists already" if read is None else "was changed meanwhile" if found is not None else "is gone"
        raise CannotWriteError(f"{path}: {what}; nothing was written")


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; those that were not there, from the top."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _prepare(path: Path, content: bytes, prepared: list[_Prepared], *, is_new: bool) -> None:
    new = write_new(path, content)
    prepared.append(_Prepared(path, new, None))  # known before the next step can fail
    if not is_new:
        prepared[-1] = _Prepared(path, new, _second_name(path))


def _second_name(path: Path) -> Path:
    """The file under a hidden name too, so that putting it back needs no space on the disk; else a copy of it."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(descriptor)
    other = Path(name)
    other.unlink()
    try:
        os.link(path, other)
    except OSError:  # a file system without hard links
        return write_new(path, path.read_bytes())
    return other


def _put_back(done: list[_Prepared], prepared: list[_Prepared]) -> None:
    """Undo what was replaced, the last first. What cannot be undone keeps its old content beside it."""
    lost = []
    for one in reversed(done):
        try:
            if one.old is None:
                one.path.unlink(missing_ok=True)
            else:
                one.old.replace(one.path)
        except OSError:
            prepared.remove(one)
            lost.append(f"{one.path} is new, its old content lies in {one.old}")
    if lost:
        raise CannotWriteError("; ".join(lost))


def _forget(prepared: list[_Prepared]) -> None:
    for one in prepared:
        for path in (one.new, one.old):
            if path is not None:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Signals that end a run wait until all names are in place.

    Blocking them would not do: where a library has threads of its own, the system hands a signal to one of these. Only
    the main thread may have handlers, and only it is interrupted.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []
    before = {one: signal.signal(one, lambda number, _: held.append(number)) for one in _ENDING}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, signal.SIG_DFL if handler is None else handler)
        for number in held:
            signal.raise_signal(number)
