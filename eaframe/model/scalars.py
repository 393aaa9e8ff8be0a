"""One word of a file -> a number, a date, one of a list: by the type of the attribute. None where it does not fit."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from eaframe.findings.message import say
from eaframe.metamodel.patterns import PatternError, matches
from eaframe.metamodel.period import parse_day
from eaframe.model.defects import WRITE_THIS_DATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.findings import Message
    from eaframe.findings.message import Phrase
    from eaframe.metamodel.kinds import Attribute
    from eaframe.metamodel.values import Value

_INTEGER = re.compile(r"[-+]?[0-9]{1,40}")  # more digits take time to read, and measure nothing
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4})")
_MONEY = re.compile(r"-?[0-9]+(?:\.[0-9]+)? [A-Z]{3}")


def date_hint(raw: str) -> Message | None:
    """How a date that was written as in Vietnam (23/11/2026) is written here."""
    match = _DAY_FIRST.fullmatch(raw)
    if match is None:
        return None
    date = "-".join(part.zfill(2) for part in (match[3], match[2], match[1]) if part)
    return say(WRITE_THIS_DATE, date=date) if parse_day(date) else None


def expectation(attribute: Attribute) -> Message:
    """What an attribute takes, for a sentence."""
    return {
        "text": say("a text"),
        "integer": say("a whole number{bounds}", bounds=_bounds(attribute)),
        "number": say("a number{bounds} (1250.5)", bounds=_bounds(attribute)),
        "boolean": say("`true` or `false`"),
        "date": say("a date (2026, 2026-11 or 2026-11-23)"),
        "enum": say("one of {names}", names=", ".join(f"`{word}`" for word in attribute.allowed)),
        "reference": say("an id"),
        "list": say("a list"),
        "pattern": say("a text of the form `{pattern}`", pattern=attribute.pattern),
        "money": say("an amount with its currency (`1250000000 VND`)"),
    }[attribute.type]


def _bounds(attribute: Attribute) -> Phrase:
    low, high = attribute.minimum, attribute.maximum
    if low is not None and high is not None:
        return say(" from {low} to {high}", low=f"{low:g}", high=f"{high:g}")
    if low is not None:
        return say(" of at least {low}", low=f"{low:g}")
    return say(" of at most {high}", high=f"{high:g}") if high is not None else ""


def _integer(raw: str, attribute: Attribute) -> Value:
    return _bounded(int(raw), attribute) if _INTEGER.fullmatch(raw) else None


def _number(raw: str, attribute: Attribute) -> Value:
    return _bounded(float(raw), attribute) if _NUMBER.fullmatch(raw) and math.isfinite(float(raw)) else None


def _bounded(number: float, attribute: Attribute) -> Value:
    low = attribute.minimum is None or number >= attribute.minimum
    high = attribute.maximum is None or number <= attribute.maximum
    return number if low and high else None


def _boolean(raw: str, _: Attribute) -> Value:
    return {"true": True, "false": False}.get(raw)


def _date(raw: str, _: Attribute) -> Value:
    return raw if parse_day(raw) is not None else None


def _enum(raw: str, attribute: Attribute) -> Value:
    return raw if raw in attribute.allowed else None


def _pattern(raw: str, attribute: Attribute) -> Value:
    try:
        return raw if matches(attribute.pattern, raw) else None
    except PatternError:  # reported where the kind is declared
        return raw


def _money(raw: str, _: Attribute) -> Value:
    return raw if _MONEY.fullmatch(raw) else None


SCALARS: Final[dict[str, Callable[[str, Attribute], Value]]] = {
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "enum": _enum,
    "pattern": _pattern,
    "money": _money,
}
