"""How completeness changed from one measurement to another, and what pulled it down.

What a part contributes is exact: its weights that are there less the share of its weights that were there before of
all. These contributions add up to the change of the total, so that also something new and half empty, or the removal
of something complete, is told with what it costs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from eaframe.measures.completeness import rows, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from eaframe.changes.owners import State
    from eaframe.measures.completeness import By, Measured, Sum


@dataclass(frozen=True, slots=True)
class Pull:
    """A part that pulled the total down, by ``points`` (hundredths of the total, below 0).

    ``before`` or ``after`` is None where there was or is no such part. ``lost`` are, of an element, the keys that it
    lacks and did not lack before.
    """

    key: str
    before: Sum | None
    after: Sum | None
    points: Fraction
    state: State | Literal[""] = ""
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two totals with what pulled the later one down, most first: each adds up with what pulled it up."""

    before: Sum
    after: Sum
    kinds: tuple[Pull, ...] = ()
    owners: tuple[Pull, ...] = ()
    elements: tuple[Pull, ...] = ()

    @property
    def fell(self) -> bool:
        """Whether the total is lower. Where nothing was asked before, nothing can fall."""
        before, after = self.before.share, self.after.share
        return before is not None and after is not None and after < before


def compare_completeness(
    before: Sequence[Measured], after: Sequence[Measured], renames: Mapping[str, str]
) -> Comparison:
    """The change from one measurement to another; ``renames`` gives the present ids of elements that had others."""
    old, new = total(before), total(after)
    share = old.share
    if share is None or not new.weight:
        return Comparison(old, new)
    scale = Fraction(100, new.weight)
    present = [replace(one, id=renames.get(one.id, one.id)) for one in before]

    def pulls(was: Mapping[tuple[str, str], Sum], now: Mapping[tuple[str, str], Sum]) -> list[Pull]:
        found = []
        for key in sorted({*was, *now}):
            one, other = was.get(key), now.get(key)
            points = scale * (_gain(other, share) - _gain(one, share))
            if points < 0:
                state, name = key
                found.append(Pull(name, one, other, points, state))  # type: ignore[arg-type]  # the state of a row
        return sorted(found, key=lambda pull: (pull.points, pull.state, pull.key))

    def by(key: By) -> tuple[Pull, ...]:
        return tuple(pulls(_rows(present, key), _rows(after, key)))

    was, now = ({one.id: one for one in each} for each in (present, after))
    elements = pulls({("", id_): one.sum for id_, one in was.items()}, {("", id_): one.sum for id_, one in now.items()})
    told = tuple(replace(one, lost=_lost(was.get(one.key), now.get(one.key))) for one in elements)
    return Comparison(old, new, by("kind"), by("owner"), told)


def _rows(measured: Iterable[Measured], by: By) -> dict[tuple[str, str], Sum]:
    return {(row.state, row.key): row.sum for row in rows(measured, by)}


def _gain(one: Sum | None, share: Fraction) -> Fraction:
    """What of it is there beyond a share of it."""
    return Fraction(0) if one is None else one.filled - share * one.weight


def _lost(before: Measured | None, after: Measured | None) -> tuple[str, ...]:
    lacked = {one.key for one in before.lacks} if before else set()
    return tuple(one.key for one in after.lacks if one.key not in lacked) if after else ()
