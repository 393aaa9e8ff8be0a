"""What a formula looks at, one cell a subject, and what the cells of all or of a part of them come to.

What nobody can say, as a value is not known, is neither in nor out: it is counted as undecided, and where that bounds
the result its lowest and highest possible values are told.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.graph.verdicts import Verdict
    from eaframe.model.elements import Element

_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """One subject (or a pair): whether it is among those judged, whether it has what is looked for, and how much."""

    elements: tuple[Element, ...]
    among: Verdict
    has: Verdict = True
    amount: Fraction | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """A result: None where there is no data. ``low`` and ``high`` are what it would be at the least and the most.

    ``part`` of ``whole`` decided subjects have what is looked for; ``undecided`` counts those that nobody can judge.
    ``unit`` is that of an amount of money.
    """

    value: Fraction | None
    part: int
    whole: int
    undecided: int = 0
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str = ""


def number_of(cells: Iterable[Cell]) -> Tally:
    """How many there are: 0 is a number too."""
    listed = list(cells)
    sure = sum(1 for one in listed if one.among is True)
    return Tally(Fraction(sure), sure, sure, len(listed) - sure, Fraction(sure), Fraction(len(listed)))


def share_of(cells: Iterable[Cell]) -> Tally:
    """How many of a hundred judged subjects have what is looked for; no data where there are none."""
    counts: dict[tuple[Verdict, Verdict], int] = {}
    for one in cells:
        counts[one.among, one.has] = counts.get((one.among, one.has), 0) + 1

    def of(among: Verdict, has: Verdict) -> int:
        return counts.get((among, has), 0)

    yes, no = of(True, True), of(True, False)
    open_ = of(True, None) + of(None, None)
    undecided = open_ + of(None, True) + of(None, False)
    most = yes + open_ + of(None, True)
    least_whole = yes + no + open_ + of(None, False)
    return Tally(
        _percent(yes, yes + no), yes, yes + no, undecided, _percent(yes, least_whole), _percent(most, most + no)
    )


def sum_of(cells: Iterable[Cell]) -> Tally:
    """The sum of what is known; no data for amounts of several units, or where nothing is known."""
    known, undecided, unit = _known(cells)
    return Tally(sum(known, Fraction(0)) if known else None, len(known), len(known), undecided, unit=unit)


def average_of(cells: Iterable[Cell]) -> Tally:
    """The mean of what is known; no data for amounts of several units, or where nothing is known."""
    known, undecided, unit = _known(cells)
    mean = sum(known, Fraction(0)) / len(known) if known else None
    return Tally(mean, len(known), len(known), undecided, unit=unit)


def _known(cells: Iterable[Cell]) -> tuple[list[Fraction], int, str]:
    listed = list(cells)
    known = [(one.amount, one.unit) for one in listed if one.among is True and one.amount is not None]
    units = {unit for _, unit in known}
    if len(units) > 1:
        return [], len(listed), ""
    return [amount for amount, _ in known], len(listed) - len(known), "".join(units)


def _percent(part: int, whole: int) -> Fraction | None:
    return Fraction(part * _HUNDRED, whole) if whole else None
