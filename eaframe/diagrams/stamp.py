"""The hash of a view in its PNG, where no text can be seen: so that a picture can be compared with its model."""

from __future__ import annotations

import struct
import zlib
from typing import Final

_KEYWORD: Final = b"eaframe"
_FIRST_CHUNK_ENDS: Final = 8 + 25  # bytes: the signature, and the header with its length, name and checksum (11.2.1)


def stamped(png: bytes, content: str) -> bytes:
    """A PNG with a text chunk (PNG, 11.3.3.3) that holds ``content``, which is ASCII."""
    data = _KEYWORD + b"\0" + content.encode("ascii")
    checksum = struct.pack(">I", zlib.crc32(b"tEXt" + data))
    chunk = struct.pack(">I", len(data)) + b"tEXt" + data + checksum
    return png[:_FIRST_CHUNK_ENDS] + chunk + png[_FIRST_CHUNK_ENDS:]
