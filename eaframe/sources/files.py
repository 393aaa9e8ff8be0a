"""The files of a workspace, read: the value that every later stage starts from."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.sources.discover import BASELINE_FILE, WORKSPACE_FILE, discover
from eaframe.sources.document import Document
from eaframe.sources.positions import Positions
from eaframe.sources.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from eaframe.findings import Finding
    from eaframe.sources.cache import Cache
    from eaframe.sources.limits import Limits
from eaframe.sources.opening import CannotOpenError, read_bytes


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's bytes and what they say. ``name`` is relative to the workspace, with forward slashes."""

    name: str
    content: bytes
    digest: bytes
    document: Document
    findings: tuple[Finding, ...]


def list_files(root: Path, exclude: Sequence[str], limits: Limits) -> tuple[list[str], list[Finding]]:
    """The names of the model files below ``root`` (see ``discover``). Raises CannotOpenError."""
    try:
        return discover(root, exclude, limits)
    except OSError as error:
        raise CannotOpenError(f"{error.filename or root}: {error.strerror}") from error


def read_files(contents: Iterable[tuple[str, bytes]], limits: Limits, cache: Cache | None = None) -> list[SourceFile]:
    """Read every file; together they may hold no more nodes than ``limits`` allows."""
    files: list[SourceFile] = []
    nodes = 0
    for name, content in contents:
        file = read_file(name, content, limits, cache, nodes_before=nodes)
        nodes += len(file.document.positions.starts)
        files.append(file)
    return files


def read_file(
    name: str, content: bytes, limits: Limits, cache: Cache | None = None, *, nodes_before: int = 0
) -> SourceFile:
    """Read one file, from the cache where the same bytes were read before without a defect."""
    digest = hashlib.blake2b(content, digest_size=20).digest()
    name_in_cache = digest + limits.of_a_file()
    cached = cache.get_document(name_in_cache) if cache else None
    if cached is not None and nodes_before + len(cached.positions.starts) <= limits.nodes:
        return SourceFile(name, content, digest, cached, ())
    document, findings = read_yaml(name, content, limits, nodes_before=nodes_before)
    if cache and not findings:
        cache.put_document(name_in_cache, document)
    return SourceFile(name, content, digest, document, tuple(findings))


def read_baseline_file(root: Path, limits: Limits) -> SourceFile | None:
    """The baseline beside eaframe.yaml, which is no YAML; None where there is none. Raises CannotOpenError."""
    if not os.path.lexists(root / BASELINE_FILE):
        return None
    content = read_bytes(root, BASELINE_FILE, limits)
    return SourceFile(BASELINE_FILE, content, b"", Document(None, Positions()), ())


__all__ = [
    "WORKSPACE_FILE",
    "CannotOpenError",
    "SourceFile",
    "list_files",
    "read_baseline_file",
    "read_bytes",
    "read_file",
    "read_files",
]
