"""One word of a file -> a number, a date, one of a list: by the type of the attribute. None where it does not fit."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from eaframe.findings.message import say
from eaframe.findings.suggest import DID_YOU_MEAN, labelled, nearest
from eaframe.metamodel.patterns import PatternError, matches
from eaframe.metamodel.period import parse_day
from eaframe.metamodel.values import Localized
from eaframe.model.defects import WRITE_THIS_DATE
from eaframe.model.fold import searchable
from eaframe.sources.numbers import decimal_hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from eaframe.findings import Message
    from eaframe.findings.message import Phrase
    from eaframe.metamodel.kinds import Attribute
    from eaframe.metamodel.values import Value

_INTEGER = re.compile(r"[-+]?[0-9]{1,40}")  # more digits take time to read, and measure nothing
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4})")
_FEW = 8  # allowed words that are told with their labels
_SHORTEST_BEGINNING = 2  # characters of a label
_MONEY = re.compile(r"-?[0-9]+(?:\.[0-9]+)? [A-Z]{3}")


def date_hint(raw: str) -> Message | None:
    """How a date that was written as in Vietnam (23/11/2026) is written here."""
    match = _DAY_FIRST.fullmatch(raw)
    if match is None:
        return None
    date = "-".join(part.zfill(2) for part in (match[3], match[2], match[1]) if part)
    return say(WRITE_THIS_DATE, date=date) if parse_day(date) else None


def meant_value(raw: str, attribute: Attribute, languages: Sequence[str]) -> Message | None:
    """How a word that does not fit was probably meant: by its label, misspelt, as a date or a decimal at home."""
    if attribute.type == "enum":
        labels = _labels(attribute, languages)
        near = _by_label(raw, attribute) or nearest(raw, attribute.allowed)
        return say(DID_YOU_MEAN, names=labelled(near, labels)) if near else None
    if attribute.type == "date":
        return date_hint(raw)
    return decimal_hint(raw) if attribute.type == "number" else None


def _by_label(raw: str, attribute: Attribute) -> tuple[str, ...]:
    """The allowed words whose label this is, else those whose label begins with it; in any language and spelling."""
    wanted = searchable(raw)
    labels = {word: [searchable(label) for label in texts.values()] for word, texts in attribute.words.items()}
    same = tuple(word for word, texts in labels.items() if wanted in texts)
    if same or len(wanted) < _SHORTEST_BEGINNING:
        return same
    return tuple(word for word, texts in labels.items() if any(label.startswith(wanted) for label in texts))


def _labels(attribute: Attribute, languages: Sequence[str]) -> Mapping[str, str]:
    return {word: Localized(texts).text(*languages) for word, texts in attribute.words.items()}


def expectation(attribute: Attribute, languages: Sequence[str] = ()) -> Message:
    """What an attribute takes, for a sentence; with ``languages`` few allowed words have their labels."""
    if attribute.type == "enum" and languages and len(attribute.allowed) <= _FEW:
        return say("one of {names}", names=labelled(attribute.allowed, _labels(attribute, languages)))
    if attribute.example:
        return say("a text like `{example}`", example=attribute.example)
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
