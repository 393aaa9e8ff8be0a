"""Sections of Markdown made to fit into a comment: the least important are cut first, and each says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.reports.pr_words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_CHARACTERS: Final = 60_000  # GitHub takes 65,536
_ROOM: Final = 100  # for the words that something was left out


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what stands before the items (the head of a table), and items of one or more lines.

    The higher ``rank``, the less important. ``is_folded`` hides it until somebody opens it. The section is empty, and
    not written, without items.
    """

    title: str
    items: tuple[str, ...]
    rank: int
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_folded: bool = False


def comment(head: Sequence[str], sections: Iterable[Section], foot: Sequence[str], language: str) -> str:
    """The whole comment, of at most MOST_CHARACTERS."""
    written = [section for section in sections if section.items]
    kept = {section.title: len(section.items) for section in written}

    def text() -> str:
        lines = list(head)
        for section in written:
            lines += _lines(section, kept[section.title], language)
        return "\n".join([*lines, *foot]) + "\n"

    for section in sorted(written, key=lambda one: -one.rank):
        over = len(text()) - MOST_CHARACTERS
        if over <= 0:
            break
        left = over + _ROOM
        while kept[section.title] and left > 0:
            kept[section.title] -= 1
            left -= len(section.items[kept[section.title]]) + 1
    return text()


def _lines(section: Section, number: int, language: str) -> list[str]:
    if section.is_folded:
        lines = ["", f"<details><summary><b>{section.title}</b></summary>", "", *section.before]
    else:
        lines = ["", f"### {section.title}", "", *section.before]
    if not number:
        lines = [*lines[:3], word("too-long", language)]
    else:
        lines += section.items[:number]
        left = len(section.items) - number
        lines += ["", word("left-out", language, number=left)] if left else []
        lines += section.after
    return [*lines, "", "</details>"] if section.is_folded else lines
