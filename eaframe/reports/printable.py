"""Text of a model made safe for a terminal or a log: it can neither move the cursor nor begin a line of its own."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_PICTURES = 0x2400  # ␀, the first of Unicode's pictures of control characters
_DELETE = 0x7F
_COMMAND = re.compile(r"##(?=\w*\[)")  # ##[error], ##vso[…], ##teamcity[…]: CI servers obey these anywhere in a line


def printable(text: str) -> str:
    """Tabs become spaces; other controls their picture (␛) or ``�``; what a CI server would obey gets a space."""
    return _COMMAND.sub("## ", _CONTROL.sub(lambda match: _picture(match.group()), text))


def printable_path(path: str) -> str:
    """A path that may begin a line, a colon after it: with ``./`` where it would begin as GitHub's ``::error::``."""
    shown = printable(path)
    return f"./{shown}" if shown.lstrip().startswith(":") else shown


def escaped(text: str) -> str:
    """JSON with every control and every character that changes the direction of writing in its escaped form.

    These stand only inside its strings, where both forms mean the same. Line ends between its values are kept.
    """
    return _CONTROL.sub(lambda match: match.group() if match.group() == "\n" else f"\\u{ord(match.group()):04x}", text)


def json_document(content: Mapping[str, Any]) -> str:
    """A JSON document for other programs, escaped, with a line end."""
    return escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _picture(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return " "
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else "�"
