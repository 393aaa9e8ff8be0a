"""Characters that no text of a model may hold, because they hide what it says."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls but tab and line ends, direction overrides and isolates, lone surrogates, non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]",
)


def forbidden_character(text: str) -> str | None:
    """The first character in ``text`` that may not stand there."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None


def name_of(character: str) -> str:
    """A printable name: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(character, "control character")
    return f"U+{ord(character):04X} {name}"
