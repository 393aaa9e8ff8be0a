"""Changes to files by spans of characters: whatever no edit names stays as it was written, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.sources.files import SourceFile

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` in place of the characters from ``start`` to before ``end``, in code points after a BOM (as positions).

    Equal ``start`` and ``end`` insert. Line ends in ``text`` are written as they are.
    """

    file: str
    start: int
    end: int
    text: str


def apply_edits(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The content of one file with all its edits; insertions at one place stand in the order given.

    Raises ValueError for edits that overlap or leave the file.
    """
    mark = _BOM if content.startswith(_BOM) else b""
    text = content[len(mark) :].decode("utf-8")
    ordered = sorted(edits, key=lambda one: (one.start, one.end))
    pieces: list[str] = []
    done = 0
    for edit in ordered:
        if not done <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit.file}: edits overlap at character {edit.start}")
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    pieces.append(text[done:])
    return mark + "".join(pieces).encode("utf-8")


def edited(files: Mapping[str, SourceFile], edits: Iterable[Edit]) -> dict[str, bytes]:
    """The new content of each file that edits change, by name. Raises ValueError as ``apply_edits``."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    new = {name: apply_edits(files[name].content, by_file[name]) for name in sorted(by_file)}
    return {name: content for name, content in new.items() if content != files[name].content}
