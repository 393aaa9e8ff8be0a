"""Text of a model made safe for Markdown that others render: GitHub's and GitLab's comments too.

It can become neither markup nor a link, mention nobody, and end no line or cell of a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

_BREAK: Final = "\u200b"  # has no width: what stands around it is no mention, reference or address any more
# Forges look for these in the text that comes out of Markdown, where writing a character otherwise is of no use.
_MENTION: Final = re.compile(
    r"[@#!$%~&^](?=\w)|\bwww(?=\.)|:(?=//)|(?<=\w)@|\b(?:javascript|data|mailto):", re.IGNORECASE
)
_MARKUP: Final = re.compile(r"""[\\`*_{}\[\]()<>#+!|~&"'$^=@]""")
_CODE: Final = re.compile(r"[\w.:…/\[\]-]+(?: [\w.:…/()\[\]-]+)*", re.ASCII)


def inline(text: str) -> str:
    """A text on one line, as it is read."""
    one_line = " ".join(printable(text).split())
    unlinked = _MENTION.sub(lambda match: match.group() + _BREAK, one_line)
    return _MARKUP.sub(lambda match: f"&#{ord(match.group())};", unlinked)


def code(text: str) -> str:
    """An id or another word of the language, in the font of code."""
    plain = " ".join(printable(text).split())
    return f"`{plain}`" if _CODE.fullmatch(plain) else f"<code>{inline(plain)}</code>" if plain else ""


def prose(text: str) -> str:
    """A sentence of ours in which words of a model stand between backquotes."""
    pieces = " ".join(printable(text).split()).split("`")
    if len(pieces) % 2 == 0:  # one that stands alone is only a character
        pieces[-2:] = ["`".join(pieces[-2:])]
    return "".join(code(piece) if index % 2 else _inside(piece) for index, piece in enumerate(pieces))


def _inside(piece: str) -> str:
    """A piece of a line, with the spaces at its ends."""
    before = " " if piece[:1] == " " else ""
    after = " " if piece[-1:] == " " and piece.strip() else ""
    return f"{before}{inline(piece)}{after}"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """The lines of a table; its cells are Markdown already."""
    titles = list(head)
    lines = [f"| {' | '.join(titles)} |", f"|{' --- |' * len(titles)}"]
    return lines + [f"| {' | '.join(cells)} |" for cells in rows]
