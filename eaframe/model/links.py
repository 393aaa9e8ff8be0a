"""Links from a documentation's Markdown to elements: ``[[id]]``, ``[[id|words]]`` and ``[words](#id)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Code comes first: what looks like a link in it is an example of one.
_LINK: Final = re.compile(
    r"(?:```(?s:.*?)```|`[^`\n]*`)|\[\[(?P<wiki>[^][|\s]+)(?:\|[^][\n]*)?\]\]|\]\(#(?P<anchor>[^()\s]+)\)"
)


@dataclass(frozen=True, slots=True)
class TextLink:
    """An id in a text, with the characters it takes there."""

    id: str
    start: int
    end: int


def links_in(text: str) -> Iterator[TextLink]:
    """The links of a text in their order."""
    if "[" not in text:
        return
    for found in _LINK.finditer(text):
        name = "wiki" if found["wiki"] else "anchor"
        if found[name]:
            yield TextLink(found[name], *found.span(name))
