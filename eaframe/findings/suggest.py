"""Did you mean …? The names nearest to one that does not exist."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from eaframe.findings.message import Message, Phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterable

DID_YOU_MEAN = "Did you mean {names}?"
LONGEST_LIST = 12  # names; a longer list of allowed values is cut and says so
_NEAR_ENDS = 3  # characters that a near name shares at one end, where there are too many names to compare all
_FEW = 2_000  # names that are compared one by one


def nearest(word: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Up to ``most`` names that resemble ``word``, best first; ties in alphabetical order."""
    candidates = sorted(names)
    if len(candidates) > _FEW:
        head, tail = word[:_NEAR_ENDS], word[-_NEAR_ENDS:]
        candidates = [name for name in candidates if name.startswith(head) or name.endswith(tail)][:_FEW]
    return tuple(difflib.get_close_matches(word, candidates, n=most, cutoff=0.7))


def did_you_mean(word: str, names: Iterable[str]) -> Message | None:
    """The hint that names what was probably meant, if anything comes near."""
    found = nearest(word, names)
    return say(DID_YOU_MEAN, names=quoted(found)) if found else None


def quoted(names: Iterable[str]) -> str:
    """A list of names for a sentence: `a`, `b`, … with a count of what was left out."""
    listed = list(names)
    shown = ", ".join(f"`{name}`" for name in listed[:LONGEST_LIST])
    left_out = len(listed) - LONGEST_LIST
    return f"{shown}, … (+{left_out})" if left_out > 0 else shown


def either(names: Iterable[str]) -> Phrase:
    """A choice for a sentence: `a` or `b` or `c`; a long one is cut. Raises ValueError where there is none."""
    first, *others = (f"`{name}`" for name in names)
    choice: Phrase = first
    for other in others[: LONGEST_LIST - 1]:
        choice = say("{first} or {other}", first=choice, other=other)
    return say("{first} or {other}", first=choice, other="…") if len(others) >= LONGEST_LIST else choice
