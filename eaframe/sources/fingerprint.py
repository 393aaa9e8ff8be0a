"""One hash of everything in a folder that can change what is found in it."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from eaframe.resources import resource
from eaframe.sources.discover import BASELINE_FILE, WORKSPACE_FILE, walk
from eaframe.sources.opening import read_bytes

if TYPE_CHECKING:
    from eaframe.sources.limits import Limits


def folder_fingerprint(root: Path, limits: Limits) -> str:
    """A hash of the names and bytes of all YAML files below ``root``, excluded ones too, and of where links lead.

    The baseline, if there is one, counts as well.

    Raises CannotOpenError or OSError.
    """
    result = hashlib.blake2b(digest_size=20)
    names = [WORKSPACE_FILE]
    for entry, relative in walk(root, ()):
        if entry.is_symlink():
            _add(result, relative, os.path.realpath(entry.path).encode("utf-8", "surrogateescape"))
        elif relative.endswith((".yaml", ".yml")) and entry.is_file(follow_symlinks=False):
            names.append(relative)
    if os.path.lexists(root / BASELINE_FILE):
        names.append(BASELINE_FILE)
    for name in sorted(names):
        _add(result, name, read_bytes(root, name, limits))
    return result.hexdigest()


def _add(result: hashlib.blake2b, name: str, content: bytes) -> None:
    encoded = name.encode("utf-8", "surrogateescape")
    result.update(len(encoded).to_bytes(8, "big") + encoded + len(content).to_bytes(8, "big"))
    result.update(content)


def fingerprint(root: Path, limits: Limits, options: tuple[str, ...]) -> str:
    """A hash of the workspace, the options of a run and the tool: the name under which the run is remembered."""
    result = hashlib.blake2b(digest_size=20)
    for part in (folder_fingerprint(root, limits), tool_fingerprint(), *options):
        _add(result, "", part.encode("utf-8", "surrogateescape"))
    return result.hexdigest()


@cache
def tool_fingerprint() -> str:
    """A hash of eaframe's own files by name, size and time of change: a changed tool remembers nothing."""
    package = Path(__file__).parent.parent
    result = hashlib.blake2b(digest_size=10)
    for root in (package, resource("viewpoints")):
        for folder, folders, files in os.walk(root):
            folders.sort()
            for name in sorted(files):
                if name.endswith((".py", ".csv", ".json", ".yaml")):
                    status = os.stat(os.path.join(folder, name))
                    result.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return result.hexdigest()
