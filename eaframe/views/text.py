"""Text measured without a screen: the widths of Noto Sans, so that every engine and every machine breaks lines alike.

The table `noto-sans-widths.csv` holds advance widths in thousandths of the font size for weights 400 and 600. It covers
Latin with all of Vietnamese; a test compares it with the font.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Weight = Literal["regular", "semibold"]
_EM: Final = 1000
_OTHER: Final = 620  # a letter of another alphabet, about as wide as a capital
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]+")
_BREAKS: Final = re.compile(r"[^\s/-]*(?:[/-]+|$)|[^\s/-]+")  # pieces of a word, each ending after a hyphen or slash
_SLACK: Final = 0.01  # px


def width(text: str, size: float, weight: Weight = "regular") -> float:
    """The width of ``text`` in px at a font size of ``size`` px; kerning (under 1 %) is left out."""
    table = _table(weight)
    return sum([table.get(letter) or _unknown(letter) for letter in text]) * size / _EM


def wrap(text: str, most: float, size: float, weight: Weight = "regular") -> tuple[str, ...]:
    """``text`` in lines of at most ``most`` px, broken at spaces and after hyphens and slashes.

    A word is cut only where it alone is wider than a line. Nothing is ever dropped; control characters and line breaks
    count as spaces.
    """
    lines: list[str] = []
    line = ""
    for space, piece in _pieces(text):
        longer = f"{line}{space}{piece}" if line else piece
        if line and width(longer, size, weight) > most + _SLACK:
            lines.append(line)
            longer = piece
        while width(longer, size, weight) > most + _SLACK and len(longer) > 1:
            head = _head(longer, most, size, weight)
            lines.append(head)
            longer = longer[len(head) :]
        line = longer
    return (*lines, line) if line else tuple(lines)


def balanced(text: str, most: float, size: float, weight: Weight = "regular") -> tuple[str, ...]:
    """Like ``wrap`` in as many lines, but the lines about as long as one another: what looks well centred."""
    lines = wrap(text, most, size, weight)
    widest = max((width(piece, size, weight) for _, piece in _pieces(text)), default=0.0)
    low, high = max(most / 3, min(widest, most)), most
    while len(lines) > 1 and high - low > 1:
        middle = (low + high) / 2
        narrower = wrap(text, middle, size, weight)
        if len(narrower) == len(lines) and all(width(line, size, weight) <= middle + _SLACK for line in narrower):
            lines, high = narrower, middle
        else:
            low = middle
    return lines


def plain(text: str) -> str:
    """``text`` in one line and without characters that XML or a terminal could trip over."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _pieces(text: str) -> list[tuple[str, str]]:
    found = []
    for word in plain(text).split(" "):
        space = " "
        for piece in _BREAKS.findall(word):
            if piece:
                found.append((space, piece))
                space = ""
    return found


def _head(word: str, most: float, size: float, weight: Weight) -> str:
    """As many letters of a word as fit in a line, at least one; a letter keeps its combining marks."""
    end = 1
    while end < len(word) and (
        unicodedata.combining(word[end]) or width(word[: end + 1], size, weight) <= most + _SLACK
    ):
        end += 1
    return word[:end]


def _unknown(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return _EM if unicodedata.east_asian_width(letter) in "WF" else _OTHER


@cache
def _table(weight: Weight) -> Mapping[str, int]:
    column = 1 if weight == "regular" else 2
    lines = Path(__file__).with_name("noto-sans-widths.csv").read_text(encoding="ascii").splitlines()[1:]
    rows = (line.split(",") for line in lines)
    return {chr(int(row[0], 16)): int(row[column]) for row in rows}
