"""What is found in indicators and observations on a day: what they lack, and what is out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.measures.indicators.defects import INCOMPLETE_INDICATOR, OVERDUE_OBSERVATION
from eaframe.metamodel.period import LATEST, in_words, parse_day, parse_duration, shifted
from eaframe.rules.builtin.values_in_time import overdue_unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings import Finding
    from eaframe.findings.message import Phrase
    from eaframe.measures.indicators.indicator import Indicator, Measured

# The formula is not among them: without one there is no indicator.
_PARTS: Final = {
    "scope": say("scope"),
    "baseline": say("baseline"),
    "target": say("target"),
    "source": say("source"),
    "update": say("update"),
    "responsible": say("responsible unit"),
}


def judge_measured(measured: Measured, day: int, today: int) -> Iterator[Finding]:
    """What is wrong on ``day`` (YYYYMMDD) with the indicators that the workspace uses and that are in force then.

    A library's is used where the workspace completes it, or records a number for it.
    """
    for one in measured.indicators.values():
        observed = [seen for seen in measured.of(one.id) if not seen.library]
        used_at = one.used_at or (observed[0].place if observed else None)
        if used_at is not None and one.valid.holds(day):
            yield from _incomplete(one, used_at)
            yield from _overdue(measured, one, day)
            yield from _unknown_for_too_long(one, today)


def missing_parts(one: Indicator) -> tuple[str, ...]:
    """What of the seven things an indicator does not say, by key."""
    return tuple(key for key in _PARTS if getattr(one, key) is None or getattr(one, key) == "")


def _incomplete(one: Indicator, at: Place) -> Iterator[Finding]:
    missing = missing_parts(one)
    if missing:
        yield INCOMPLETE_INDICATOR.at(at, one.id, indicator=one.short, missing=_listed(missing))


def _listed(parts: tuple[str, ...]) -> Phrase:
    first, *others = (_PARTS[one] for one in parts)
    listed: Phrase = first
    for other in others:
        listed = say("{first}, {other}", first=listed, other=other)
    return listed


def _overdue(measured: Measured, one: Indicator, day: int) -> Iterator[Finding]:
    """Of what is computed from the model the latest number is never old."""
    every = parse_duration(one.update) if one.update and one.formula is None else None
    seen = [each for each in measured.of(one.id) if each.first <= day]
    if every is None or not seen:
        return
    latest = seen[-1]
    if shifted(latest.last, every) < day and not latest.library:
        at = Place(latest.place.file, (*latest.place.path, "date"))
        yield OVERDUE_OBSERVATION.at(at, one.id, indicator=one.short, date=latest.date, update=in_words(one.update))


def _unknown_for_too_long(one: Indicator, today: int) -> Iterator[Finding]:
    """As an unknown value of an element: the same code, as it is the same promise."""
    for key, level in (("baseline", one.baseline), ("target", one.target)):
        unknown = level.unknown if level is not None else None
        if unknown is not None and (parse_day(unknown.until, last=True) or LATEST) < today:
            yield overdue_unknown.defect.at(
                one.places[key], one.id, id=one.short, key=key, by=unknown.by, until=unknown.until, discriminator=key
            )
