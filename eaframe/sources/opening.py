"""Files opened without being led astray: no links, no pipes, no more than a limit."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from eaframe.sources.limits import Limits


class CannotOpenError(Exception):
    """A file or folder of the workspace cannot be opened: nothing can be judged (exit code 2)."""


def read_bytes(root: Path, name: str, limits: Limits) -> bytes:
    """The content of a plain file; at most one byte over the limit. Raises CannotOpenError.

    Neither a link put there since the folder was listed is followed, nor does a pipe block the run.
    """
    path = os.path.join(root, name)
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise CannotOpenError(f"{path}: not a plain file")
        with os.fdopen(descriptor, "rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        reason = "a symbolic link, which is not followed" if error.errno == errno.ELOOP else error.strerror
        raise CannotOpenError(f"{path}: {reason}") from error
