"""A finding, and the two ways it points into the sources: by path, or by characters.

Findings point with a *path* of keys and are located late: a path survives edits elsewhere in the file, costs nothing
while the model is checked, and lines are looked up only for the few findings that people will read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from eaframe.findings.message import Message


@dataclass(frozen=True, slots=True)
class Place:
    """A key or a value in a file, by its path of keys and list indexes.

    ``part`` tells whether the last key itself or its value is meant. ``file`` is relative to the workspace, with
    forward slashes. ``hidden`` is a part of the value, as it reads, that alone is meant and that no report may show;
    ``number`` tells how many like it stand before it.
    """

    file: str
    path: tuple[str | int, ...] = ()
    part: Literal["key", "value"] = "value"
    hidden: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A range of characters in a file: ``start`` inclusive, ``end`` exclusive, in code points after a BOM."""

    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Location:
    """Lines and columns, both 1-based and in code points; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Note:
    """A related place with a word on it."""

    message: Message
    at: Place | Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect of one subject. Identity is code, subject and discriminator, never a line."""

    code: str
    rule: str
    severity: Literal["error", "warning", "info"]
    subject: str
    message: Message
    at: Place | Span
    hint: Message
    notes: tuple[Note, ...] = ()
    discriminator: str = ""

    @property
    def identity(self) -> tuple[str, str, str]:
        """What stays the same when the defect moves to another line or file."""
        return (self.code, self.subject, self.discriminator)


@dataclass(frozen=True, slots=True)
class LocatedNote:
    """A note with its lines."""

    message: Message
    location: Location


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its lines, and the text of the first of them for showing it."""

    finding: Finding
    location: Location
    notes: tuple[LocatedNote, ...]
    source_line: str
