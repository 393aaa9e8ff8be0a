"""Names brought to one form, so that equal names are found however they are typed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# The five marks of Vietnamese tones. Old and new style put them on different vowels (hoà, hòa): the same word.
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_NUMBER: Final = re.compile(r"[0-9]+")
_DIGITS: Final = 12
# Every composed letter of the Latin blocks -> its first letter; marks that stand alone and spaces -> nothing.
_SKELETON = {
    **{code: unicodedata.normalize("NFD", chr(code))[0] for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))},
    **dict.fromkeys((*range(0x300, 0x370), ord(" "), 0xA0), ""),
}


def fold_name(text: str) -> str:
    """A name for comparing: case, spaces and the place of the tone mark in a syllable make no difference."""
    return " ".join(_fold_word(word) for word in unicodedata.normalize("NFD", text.casefold()).split())


def _fold_word(word: str) -> str:
    tones = "".join(c for c in word if c in _TONES)
    return "".join(c for c in word if c not in _TONES) + tones if tones else word


def skeleton(text: str) -> str:
    """A quick first comparison: names that fold to the same have the same skeleton, though not the other way round."""
    return text.casefold().translate(_SKELETON)


def sortable(text: str) -> str:
    """A name for sorting: as ``plain``, with numbers in the order of their values."""
    return _NUMBER.sub(lambda number: number.group().lstrip("0").rjust(_DIGITS, "0"), plain(text))


def searchable(text: str) -> str:
    """A name as someone types it who looks for it: without diacritics, in lower case, dashes and spaces alike."""
    return " ".join(plain(text).replace("-", " ").split())


def plain(text: str) -> str:
    """A name for searching: without any diacritics, đ as d, in lower case."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
