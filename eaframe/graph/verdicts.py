"""Logic of three values: what is not known is neither true nor false."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Verdict = bool | None


def conjunction(verdicts: Iterable[Verdict]) -> Verdict:
    """Whether all hold: not as soon as one does not, undecided as long as one is."""
    found: Verdict = True
    for one in verdicts:
        if one is False:
            return False
        if one is None:
            found = None
    return found


def disjunction(verdicts: Iterable[Verdict]) -> Verdict:
    """Whether any holds: as soon as one does, undecided as long as one is."""
    found: Verdict = False
    for one in verdicts:
        if one is True:
            return True
        if one is None:
            found = None
    return found
