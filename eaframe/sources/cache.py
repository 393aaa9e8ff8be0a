"""What need not be done twice: parsed files, and the findings of a run in which nothing changed.

An entry is named by a hash of everything it depends on, so it is never stale; it is MessagePack, which unlike pickle
cannot run code; it begins with a hash of its name and content, and one that does not is a miss. Nobody depends on the
cache: when its folder cannot be written, work is done again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eaframe.sources.document import Document
from eaframe.sources.positions import Positions

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 2  # of the entries; part of their path
_HASH = 16  # bytes


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries. ``version`` is the tool's: another version reads none of these entries."""

    folder: Path
    version: str

    def get_document(self, digest: bytes) -> Document | None:
        """The parsed file with this content hash."""
        entry = self.get("documents", digest.hex())
        try:
            data, starts, ends, sizes, keys = entry
            positions = Positions(array("I", starts), array("I", ends), array("I", sizes), keys)
        except (TypeError, ValueError):
            return None
        lengths = {len(positions.starts), len(positions.ends), len(positions.sizes), len(positions.keys)}
        return Document(data, positions) if len(lengths) == 1 else None

    def put_document(self, digest: bytes, document: Document) -> None:
        """Keep a file that was read without any defect."""
        positions = document.positions
        packed = (positions.starts.tobytes(), positions.ends.tobytes(), positions.sizes.tobytes())
        self.put("documents", digest.hex(), (document.data, *packed, positions.keys))

    def get(self, room: str, name: str) -> Any:
        """An entry, or None."""
        import msgpack

        with contextlib.suppress(OSError, ValueError, msgpack.UnpackException, RecursionError):
            entry = self._path(room, name).read_bytes()
            packed = entry[_HASH:]
            if entry[:_HASH] == _hash(room, name, packed):
                return msgpack.unpackb(packed, strict_map_key=True)
        return None

    def put(self, room: str, name: str, value: Any) -> None:
        """Write an entry whole or not at all; what cannot be packed (a file name that is no text) is not kept."""
        import msgpack

        path = self._path(room, name)
        with contextlib.suppress(OSError, ValueError, OverflowError):
            packed = msgpack.packb(value)
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(_hash(room, name, packed) + packed)
                os.replace(temporary, path)
            except BaseException:
                os.unlink(temporary)
                raise

    def _path(self, room: str, name: str) -> Path:
        return self.folder / f"v{FORMAT}-{self.version}" / room / name[:2] / name[2:]


def _hash(room: str, name: str, packed: bytes) -> bytes:
    result = hashlib.blake2b(f"{room}/{name}/".encode(), digest_size=_HASH)
    result.update(packed)
    return result.digest()
