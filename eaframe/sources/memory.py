"""Runs that need not be made again, because nothing that they depend on has changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eaframe.sources.fingerprint import folder_fingerprint
from eaframe.sources.opening import CannotOpenError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.sources.cache import Cache
    from eaframe.sources.limits import Limits

_ROOM = "runs"


def recall(cache: Cache, name: str, limits: Limits) -> Any:
    """What was remembered under ``name``, if the libraries it used are still as they were; else None."""
    entry = cache.get(_ROOM, name)
    try:
        libraries, result = entry
        unchanged = all(_state(folder, limits) == known for folder, known in libraries)
    except (TypeError, ValueError):
        return None
    return result if unchanged else None


def remember(cache: Cache, name: str, libraries: Iterable[str], limits: Limits, result: Any) -> None:
    """Keep a result with the state of the library folders that it used, or looked for and did not find."""
    known = [[folder, _state(folder, limits)] for folder in libraries]
    cache.put(_ROOM, name, [known, result])


def _state(folder: str, limits: Limits) -> list[str]:
    """Where a folder really is and what it holds; nothing where there is none or it cannot be read."""
    real = os.path.realpath(folder)
    try:
        return [real, folder_fingerprint(Path(real), limits)]
    except (OSError, CannotOpenError):
        return [real, ""]
