"""Texts of a model put into Markdown on GitHub and GitLab: no markup, no HTML, no link, nobody mentioned.

Both sites look for references (`@name`, `#12`, `!12`, addresses) in what is already rendered, where no backslash is
left to stop them; a space of no width does. In code they look for none.
"""

from __future__ import annotations

import re

from eaframe.reports.printable import printable

LONGEST = 500  # characters of a text; what is longer is cut
_NO_WIDTH = "\u200b"
_REFERENCE = re.compile(r"[@#!%$&^~](?=\S|\Z)|www(?=\.)|:(?=//)|GH-(?=\d)", re.IGNORECASE)
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TICKS = re.compile("`+")


def text(words: str, *, cell: bool = False) -> str:
    """A sentence on one line; what it quotes between backticks is code. ``cell`` is whether it stands in a table."""
    parts = _clipped(printable(words)).split("`")
    if len(parts) % 2 == 0:  # the last backtick is alone: a character as any other
        parts[-2:] = [f"{parts[-2]}`{parts[-1]}"]
    return "".join(_code(part, cell=cell) if number % 2 else _plain(part) for number, part in enumerate(parts))


def code(words: str, *, cell: bool = False) -> str:
    """A path or a name as code; the same for ``cell``."""
    return _code(_clipped(printable(words)), cell=cell)


def _code(words: str, *, cell: bool) -> str:
    if not words:
        return r"\`\`"
    # Rows are cut at bars before code is looked for, and only there is a backslash in code taken away again.
    content = words.replace("|", r"\|") if cell else words
    longest = max(map(len, _TICKS.findall(words)), default=0)
    fence, space = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{space}{content}{space}{fence}"


def _plain(words: str) -> str:
    marked = _SPECIAL.sub(r"\\\1", _REFERENCE.sub(lambda match: match.group() + _NO_WIDTH, words))
    return "".join(_ENTITIES.get(character, character) for character in marked)


def _clipped(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
