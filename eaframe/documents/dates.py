"""Dates, periods and numbers as people of a language write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.metamodel.period import EARLIEST, LATEST, date_of, parse_day

if TYPE_CHECKING:
    from eaframe.documents.words import Words
    from eaframe.metamodel.period import Period

_YEAR, _MONTH = 1, 2  # parts of a partial date
_UNGROUPED = 10_000  # smaller numbers are as often years


def day_text(words: Words, text: str) -> str:
    """A date YYYY, YYYY-MM or YYYY-MM-DD for people; other texts stay as they are."""
    parts = text.split("-")
    if len(parts) == _YEAR or parse_day(text) is None:
        return text
    month = words("months").split()[int(parts[1]) - 1]
    if len(parts) == _MONTH:
        return words("date-month", month=month, year=parts[0])
    return words("date-day", day=int(parts[2]), month=month, year=parts[0])


def number_text(words: Words, number: float | str) -> str:
    """A number, or the digits of one, with the separators of the language."""
    whole, point, decimals = str(number).partition(".")
    if whole.lstrip("-").isdecimal() and abs(int(whole)) >= _UNGROUPED:
        whole = f"{int(whole):,}".replace(",", words("thousands"))
    return whole + (words("decimal") + decimals if point else "")


def period_text(words: Words, period: Period) -> str:
    """A period for people; empty for always."""
    first = day_text(words, _as_text(period.first, period.first_text)) if period.first != EARLIEST else ""
    last = day_text(words, _as_text(period.last, period.last_text)) if period.last != LATEST else ""
    if first and last:
        return first if first == last else words("period-both", first=first, last=last)
    if first:
        return words("period-from", first=first)
    return words("period-to", last=last) if last else ""


def iso(day: int) -> str:
    """A day YYYYMMDD as YYYY-MM-DD."""
    return date_of(day).isoformat()


def _as_text(day: int, text: str) -> str:
    return text or iso(day)
