"""Addresses that a model names, of which only those of the web and of mail become links."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

_SCHEMES: Final = ("http://", "https://", "mailto:")
_NO_ADDRESS: Final = re.compile(r"[\s\x00-\x1f\x7f]")
_KEPT: Final = "%/:?#@!$&*+,;=-._~"  # everything that could end an attribute, or a link in Markdown, is encoded


def is_safe_address(text: str) -> bool:
    """Whether a text may become a link: an address of http, https or mail without spaces or control characters."""
    return text.lower().startswith(_SCHEMES) and not _NO_ADDRESS.search(text)


def safe_address(text: str) -> str:
    """The address to link to; empty where the text may not become a link."""
    return quote(text, safe=_KEPT) if is_safe_address(text) else ""
