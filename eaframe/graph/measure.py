"""Which of two values is more: numbers, dates that may be partial, amounts of one currency."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.period import parse_day

if TYPE_CHECKING:
    from eaframe.metamodel.values import Value

_NUMBER: Final = re.compile(r"[-+]?(?:\.[0-9]{1,40}|[0-9]{1,40}(?:\.[0-9]{0,40})?)(?:[eE][-+]?[0-9]{1,3})?")


def at_least(value: Value, bound: Value) -> bool | None:
    """Whether ``value`` is not under ``bound``; of dates, whether it does not begin earlier. None: not comparable."""
    days, bounds = day_range(value), day_range(bound)
    if days is not None and bounds is not None:
        return days[0] >= bounds[0]
    pair = _numbers(value, bound)
    return None if pair is None else pair[0] >= pair[1]


def at_most(value: Value, bound: Value) -> bool | None:
    """Whether ``value`` is not over ``bound``; of dates, whether it does not end later. None: not comparable."""
    days, bounds = day_range(value), day_range(bound)
    if days is not None and bounds is not None:
        return days[1] <= bounds[1]
    pair = _numbers(value, bound)
    return None if pair is None else pair[0] <= pair[1]


def day_range(value: Value) -> tuple[int, int] | None:
    """The first and the last day (YYYYMMDD) that a date means; None for what is no date."""
    if not isinstance(value, str):
        return None
    first, last = parse_day(value), parse_day(value, last=True)
    return None if first is None or last is None else (first, last)


def amount(value: Value) -> tuple[Decimal, str] | None:
    """A number and its unit ("" for none), exactly as it is written, so that sums of parts of one do not drift."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return (Decimal(str(value)), "") if math.isfinite(value) else None
    if not isinstance(value, str):
        return None
    text, _, unit = value.partition(" ")
    return (Decimal(text), unit) if _NUMBER.fullmatch(text) and math.isfinite(float(text)) else None


def _numbers(value: Value, bound: Value) -> tuple[Decimal, Decimal] | None:
    """Both as numbers, of one unit."""
    one, other = amount(value), amount(bound)
    if one is None or other is None or (one[1] != other[1] and one[1] and other[1]):
        return None
    return one[0], other[0]
