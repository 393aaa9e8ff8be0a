"""Did you mean …? The names nearest to one that does not exist."""

from __future__ import annotations

import bisect
import difflib
from typing import TYPE_CHECKING

from eaframe.findings.message import Message, Phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DID_YOU_MEAN = "Did you mean {names}?"
LONGEST_LIST = 12  # names; a longer list of allowed values is cut and says so
LONGEST_LABEL = 80  # characters; the name of a law may be longer than the sentence around it
LONGEST_WORD = 200  # characters; to compare longer ones takes long, and nobody misspells them
_LIKE_ENOUGH = 0.7  # of difflib's ratio
_FEW = 2_000  # names that are compared one by one; of more, those alike at one end
_NEAR_END = 3  # characters


def nearest(word: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Up to ``most`` names that resemble ``word``, best first; ties in alphabetical order."""
    if len(word) > LONGEST_WORD:
        return ()
    candidates = sorted(set(names))
    if len(candidates) > _FEW:
        candidates = _alike_at_an_end(word, candidates)
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(b=word)
    found = []
    for name in candidates:
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= _LIKE_ENOUGH and matcher.quick_ratio() >= _LIKE_ENOUGH:
            ratio = matcher.ratio()
            if ratio >= _LIKE_ENOUGH:
                found.append((-ratio, name))
    return tuple(name for _, name in sorted(found)[:most])


def _alike_at_an_end(word: str, names: Sequence[str]) -> list[str]:
    """Of sorted names those around the word, which begin most like it, and some that end like it."""
    half = _FEW // 2
    place = bisect.bisect(names, word)
    tail = word[-_NEAR_END:]
    ending = [name for name in names if name.endswith(tail) and abs(len(name) - len(word)) <= _NEAR_END]
    return sorted({*names[max(0, place - half) : place + half], *ending[:half]})


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


def labelled(names: Iterable[str], labels: Mapping[str, str]) -> Phrase:
    """A list of names with what people call them: `a` (Name of a), `b`, … Raises ValueError where there is none."""
    first, *others = (_with_label(name, labels.get(name, "")) for name in names)
    listed: Phrase = first
    for other in others:
        listed = say("{first}, {other}", first=listed, other=other)
    return listed


def _with_label(name: str, label: str) -> str:
    return f"`{name}` ({_cut(label)})" if label else f"`{name}`"


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"


def either(names: Iterable[str], most: int = LONGEST_LIST) -> Phrase:
    """A choice for a sentence: `a` or `b` or `c`; a longer one is cut. Raises ValueError where there is none."""
    first, *others = (f"`{name}`" for name in names)
    choice: Phrase = first
    for other in others[: most - 1]:
        choice = say("{first} or {other}", first=choice, other=other)
    return say("{first} or {other}", first=choice, other="…") if len(others) >= most else choice
