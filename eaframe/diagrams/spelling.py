"""Texts of a model in languages of diagrams: every character that could mean something is written as its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.views.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable


def spelled(content: str, number: Callable[[int], str], harmless: str, after_letters: str) -> str:
    """A text in one line: letters, digits and ``harmless`` signs as they are, all else as ``number`` writes it.

    Signs ``after_letters`` begin something, but not there.
    """
    short = plain(content)

    def written(before: str, one: str) -> str:
        if one.isalnum() or one in harmless or (one in after_letters and before.isalpha()):
            return one
        return number(ord(one))

    return "".join(map(written, " " + short, short))
