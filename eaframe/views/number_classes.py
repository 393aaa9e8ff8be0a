"""Numbers in classes, from the smallest up, with names that tell them apart."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eaframe.views.texts import Texts

MOST: Final = 5  # classes: more shades of a colour nobody tells apart
_DECIMALS: Final = 12  # of a bound at the most


def classes_of(texts: Texts, numbers: Iterable[Decimal], steps: Sequence[Decimal]) -> list[tuple[Decimal, str]]:
    """The lower bound and the name of each class.

    Classes begin at ``steps``, and one more below them where there are smaller numbers. Without steps each number is a
    class while they are few, else they are of equal width, and nothing (0) has one to itself.
    """
    distinct = sorted(set(numbers))
    if not steps and len(distinct) <= MOST:
        return [(one, plain_number(one)) for one in distinct]
    bounds = sorted(set(steps)) if steps else _equal(distinct)
    if distinct[0] < bounds[0]:
        bounds.insert(0, distinct[0])
    are_whole = all(map(_is_whole, (*distinct, *bounds)))
    names = _rounded(bounds)
    return [
        (low, _range(texts, names[low], None if high is None else names[high], low, high, are_whole=are_whole))
        for low, high in [*pairwise(bounds), (bounds[-1], None)]
    ]


def plain_number(number: Decimal) -> str:
    """A number with all its digits and no others."""
    return f"{number.normalize():f}" if number else "0"


def _equal(distinct: Sequence[Decimal]) -> list[Decimal]:
    apart = distinct[0] == 0
    start = distinct[1] if apart else distinct[0]
    number = MOST - apart
    bounds = [start + (distinct[-1] - start) * index / number for index in range(number)]
    if all(map(_is_whole, distinct)):
        bounds = sorted({bound.to_integral_value() for bound in bounds})
    return [distinct[0], *bounds] if apart else bounds


def _rounded(bounds: Sequence[Decimal]) -> dict[Decimal, str]:
    """Each bound with as few decimals as keep all of them apart."""
    for decimals in range(_DECIMALS):
        digit = Decimal(1).scaleb(-decimals)
        names = {bound: plain_number(bound.quantize(digit)) for bound in bounds}
        if len(set(names.values())) == len(bounds):
            return names
    return {bound: plain_number(bound) for bound in bounds}


def _range(texts: Texts, low: str, high: str | None, first: Decimal, end: Decimal | None, *, are_whole: bool) -> str:
    if high is None or end is None:
        return texts.word("at-least", low=low)
    if are_whole and first >= 0:
        return low if end - first == 1 else f"{low}-{plain_number(end - 1)}"
    return texts.word("from-to", low=low, high=high)


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()
