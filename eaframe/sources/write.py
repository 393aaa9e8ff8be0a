"""Writing files whole or not at all: a reader sees the old file or the new one, whatever happens in between."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_STANDARD = {"/dev/stdout": 1, "/dev/stderr": 2}  # descriptors


def write_atomically(path: Path, content: bytes) -> None:
    """Replace ``path``. Raises OSError; then the old file is untouched and nothing is left behind.

    What is no plain file (``/dev/stdout``, a pipe) cannot be replaced and is written to; a link is replaced.
    """
    if _is_stream(path):
        # Opened anew, a file that is standard output would be written from its beginning.
        with os.fdopen(os.dup(_STANDARD[str(path)]), "wb") if str(path) in _STANDARD else path.open("ab") as stream:
            stream.write(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = write_new(path, content)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_new(path: Path, content: bytes) -> Path:
    """The content on the disk in a hidden file beside ``path``, with its permissions, ready to take its place.

    Raises OSError; then nothing is left behind.
    """
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Path(temporary)


def _is_stream(path: Path) -> bool:
    if path.absolute().is_relative_to("/dev"):  # /dev/stdout is a link, maybe to a file
        return path.exists()
    return path.exists() and not path.is_file() and not path.is_dir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
