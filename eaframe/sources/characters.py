"""Characters that no text of a model may hold, because they hide what it says."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from eaframe.findings.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings.message import Phrase

# C0 and C1 controls but tab and line ends, direction overrides and isolates, line ends that libyaml knows and editors
# do not (NEL, LS, PS), byte order marks, lone surrogates, non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+",
)
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
# Stands for forbidden characters while a file is parsed: forbidden itself, but to YAML a letter like any other.
_STAND_IN = "\u200e"


def only_plain_ascii(content: bytes) -> bool:
    """Whether a file holds ASCII without control characters, so that no word of it need be looked at."""
    return not content.translate(None, _PLAIN)


def forbidden_runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of characters in ``text`` that may not stand there."""
    return (found.span() for found in _FORBIDDEN.finditer(text))


def with_stand_ins(text: str) -> str:
    """The text, as long as before, with every forbidden character made one that YAML can read."""
    return _FORBIDDEN.sub(lambda found: _STAND_IN * len(found.group()), text)


def without_forbidden(text: str) -> str:
    """The text that is left when forbidden characters are taken out."""
    return _FORBIDDEN.sub("", text)


def forbidden_character(text: str) -> str | None:
    """The first character in ``text`` that may not stand there."""
    found = _FORBIDDEN.search(text)
    return found.group()[0] if found else None


def name_of(character: str) -> Phrase:
    """A printable name: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    code, name = f"U+{ord(character):04X}", unicodedata.name(character, "")
    return f"{code} {name}" if name else say("{code} control character", code=code)
