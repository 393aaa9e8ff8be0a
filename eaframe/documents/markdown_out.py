"""Texts of a model put into Markdown, where they stay texts: no markup, no HTML, no broken table."""

from __future__ import annotations

import re
from typing import Any, Final

from eaframe.documents.addresses import safe_address

_SPECIAL: Final = re.compile(r"([\\`*_\[\]|~#$])")
# What would begin a list, draw a line or underline a heading.
_LEADING: Final = re.compile(r"\A(?:(?P<number>\d+)(?=[.)](?:\s|\Z))|(?=[-+=](?:[-+=\s]|\Z)))")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class Ready(str):
    """Markdown of our own making, which is not escaped again."""

    __slots__ = ()


def escape(value: Any) -> str:
    """A text on one line that reads as it is, in a paragraph as in the cell of a table."""
    if isinstance(value, Ready):
        return value
    text = " ".join(str(value).split())
    text = _SPECIAL.sub(r"\\\1", text)
    text = _LEADING.sub(r"\g<number>\\", text)
    for character, entity in _ENTITIES.items():
        text = text.replace(character, entity)
    return text


def link(text: str, address: str) -> Ready:
    """A link where the address may be one, else only its text."""
    safe = safe_address(address)
    return Ready(f"[{escape(text)}](<{safe}>)" if safe else escape(text))
