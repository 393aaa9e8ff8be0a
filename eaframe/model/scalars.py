"""One word of a file -> a number, a date, one of a list: by the type of the attribute. None where it does not fit."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final

from eaframe.findings.message import say
from eaframe.metamodel.patterns import PatternError, matches
from eaframe.metamodel.period import parse_day
from eaframe.model.defects import WRITE_THIS_DATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.findings import Message
    from eaframe.metamodel.kinds import Attribute
    from eaframe.metamodel.values import Value

_INTEGER = re.compile(r"[-+]?[0-9]{1,40}")  # more digits take time to read, and measure nothing
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4})")
_MONEY = re.compile(r"-?[0-9]+(?:\.[0-9]+)? [A-Z]{3}")


def describe(raw: Any) -> str:
    """What was found, for a sentence."""
    if raw is None:
        return "nothing"
    if isinstance(raw, dict):
        return "a mapping"
    if isinstance(raw, list):
        return "a list"
    return f"`{raw}`"


def date_hint(raw: str) -> Message | None:
    """How a date that was written as in Vietnam (23/11/2026) is written here."""
    match = _DAY_FIRST.fullmatch(raw)
    if match is None:
        return None
    date = "-".join(part.zfill(2) for part in (match[3], match[2], match[1]) if part)
    return say(WRITE_THIS_DATE, date=date) if parse_day(date) else None


def expectation(attribute: Attribute) -> str:
    """What an attribute takes, for a sentence."""
    bounds = ""
    if attribute.minimum is not None and attribute.maximum is not None:
        bounds = f" from {attribute.minimum:g} to {attribute.maximum:g}"
    elif attribute.minimum is not None:
        bounds = f" of at least {attribute.minimum:g}"
    elif attribute.maximum is not None:
        bounds = f" of at most {attribute.maximum:g}"
    return {
        "text": "a text",
        "integer": f"a whole number{bounds}",
        "number": f"a number{bounds} (1250.5)",
        "boolean": "`true` or `false`",
        "date": "a date (2026, 2026-11 or 2026-11-23)",
        "enum": "one of " + ", ".join(f"`{word}`" for word in attribute.allowed),
        "reference": "an id",
        "list": "a list",
        "pattern": f"of the form `{attribute.pattern}`",
        "money": "an amount with its currency (`1250000000 VND`)",
    }[attribute.type]


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
