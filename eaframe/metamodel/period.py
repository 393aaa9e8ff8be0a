"""When something holds: two dates, both inclusive, each possibly open, each possibly partial.

A partial date covers its whole period: ``from: 2018`` begins on 2018-01-01, ``to: 2016-07`` ends on 2016-07-31. Days
are kept as the integers YYYYMMDD, so that comparing them is comparing numbers.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from eaframe.findings.message import say

if TYPE_CHECKING:
    from eaframe.findings.message import Message, Phrase

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DURATION = re.compile(r"([-+]?)P(?=[0-9])(?:([0-9]{1,3})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?")
EARLIEST: Final = 0
LATEST: Final = 99_99_99_99
_LAST_DAY = 9999_12_31
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, as YYYYMMDD; EARLIEST and LATEST where open. Texts are as written."""

    first: int = EARLIEST
    last: int = LATEST
    first_text: str = ""
    last_text: str = ""

    def holds(self, day: int) -> bool:
        """Whether ``day`` (YYYYMMDD) lies in the period."""
        return self.first <= day <= self.last

    def meets(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def meeting(self, other: Period) -> Period:
        """The days that both have; empty (first after last) where there are none."""
        first = self if self.first >= other.first else other
        last = self if self.last <= other.last else other
        return Period(first.first, last.last, first.first_text, last.last_text)

    def within(self, other: Period) -> bool:
        """Whether ``other`` covers every day of this period."""
        return other.first <= self.first and self.last <= other.last

    def in_words(self) -> Phrase:
        """For a sentence: ``from 2016-07 to 2018``, ``until 2018``."""
        if self.first == EARLIEST and self.last == LATEST:
            return say("always")
        if self.first == EARLIEST:
            return say("until {last}", last=self.last_text)
        if self.last == LATEST:
            return say("from {first}", first=self.first_text)
        return say("from {first} to {last}", first=self.first_text, last=self.last_text)


ALWAYS: Final = Period()


def parse_day(text: str, *, last: bool = False) -> int | None:
    """The first (or last) day, YYYYMMDD, of a date ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None if it is none."""
    match = _PARTIAL.fullmatch(text)
    if match is None:
        return None
    year = int(match[1])
    month = int(match[2] or (12 if last else 1))
    if not (year and 1 <= month <= _MONTHS):
        return None
    days = calendar.monthrange(year, month)[1]
    day = int(match[3] or (days if last else 1))
    return year * 10_000 + month * 100 + day if 1 <= day <= days else None


def day_of(when: date) -> int:
    """A date as YYYYMMDD."""
    return when.year * 10_000 + when.month * 100 + when.day


def date_of(day: int) -> date:
    """The date of YYYYMMDD. Raises ValueError for EARLIEST and LATEST."""
    return date(day // 10_000, day // 100 % 100, day % 100)


def day_text(day: int) -> str:
    """YYYYMMDD as it is written in files, YYYY-MM-DD."""
    return f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}"


def next_day(day: int) -> int:
    """The day after; LATEST stays, and so does the last day that a calendar has."""
    return day if day >= _LAST_DAY else day_of(date_of(day) + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Duration:
    """So many months and days, both possibly negative."""

    months: int
    days: int

    def __neg__(self) -> Duration:
        return Duration(-self.months, -self.days)


def parse_duration(text: str) -> Duration | None:
    """A duration of ISO 8601 in years, months, weeks and days (``P6M``, ``-P1Y``, ``P90D``); None if it is none."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups()[1:])
    duration = Duration(years * _MONTHS + months, weeks * 7 + days)
    return -duration if match[1] == "-" else duration


def in_words(text: str) -> Phrase:
    """A duration as ``parse_duration`` takes it, for a sentence: ``1 year, 6 months``. Raises ValueError for others."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no duration")
    years, months, weeks, days = match.groups()[1:]
    parts = [
        *([_counted(years, say("1 year"), say("{number} years", number=int(years)))] if years else []),
        *([_counted(months, say("1 month"), say("{number} months", number=int(months)))] if months else []),
        *([_counted(weeks, say("1 week"), say("{number} weeks", number=int(weeks)))] if weeks else []),
        *([_counted(days, say("1 day"), say("{number} days", number=int(days)))] if days else []),
    ]
    words: Phrase = parts[0]
    for part in parts[1:]:
        words = say("{first}, {other}", first=words, other=part)
    return say("minus {duration}", duration=words) if match[1] == "-" else words


def _counted(number: str, one: Message, several: Message) -> Message:
    return one if int(number) == 1 else several


def shifted(day: int, duration: Duration) -> int:
    """A day (YYYYMMDD) and so much later; of a month that is too short its last day, EARLIEST or LATEST outside."""
    month = day // 10_000 * _MONTHS + day // 100 % 100 - 1 + duration.months
    year, month = divmod(month, _MONTHS)
    if not 1 <= year <= _LAST_DAY // 10_000:
        return EARLIEST if year < 1 else LATEST
    last = calendar.monthrange(year, month + 1)[1]
    try:
        return day_of(date(year, month + 1, min(day % 100, last)) + timedelta(days=duration.days))
    except OverflowError:
        return EARLIEST if duration.days < 0 else LATEST
