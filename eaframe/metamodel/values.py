"""What an attribute can hold besides plain text and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.metamodel.period import ALWAYS, Period

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Localized:
    """A text in several languages."""

    texts: Mapping[str, str]

    def text(self, *languages: str) -> str:
        """The text in the first of ``languages`` that there is, else in any."""
        for language in languages:
            if language in self.texts:
                return self.texts[language]
        return next(iter(self.texts.values()), "")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not known yet, and tracked: ``by`` (an element id) finds it out until ``until`` (YYYYMMDD)."""

    by: str
    until: int
    until_text: str
    note: str | Localized = ""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """There is nothing to know, and why."""

    reason: str | Localized


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact comes from: a reference's id (empty for one's own modelling) and how far it can be trusted.

    Grades as in the project's source guide: A primary text read, B reported by press or ministry, C secondary, K own
    knowledge, ``modelled`` for what is ours and no fact.
    """

    ref: str
    grade: str
    note: str | Localized = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A value with the time in which it holds."""

    value: Value
    valid: Period = ALWAYS
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """A value that changed over time; the periods do not overlap and stand in order of time."""

    values: tuple[Dated, ...]

    def at(self, day: int) -> Value:
        """What held on ``day`` (YYYYMMDD), or None."""
        for dated in self.values:
            if dated.valid.holds(day):
                return dated.value
        return None


Value = str | int | float | bool | Localized | Unknown | NotApplicable | History | tuple["Value", ...] | None


def declared_in(text: str | Mapping[str, str], *languages: str) -> str:
    """A text of a declaration in the first of ``languages`` that it has, English where it has none, else any."""
    if isinstance(text, str):
        return text
    return next((text[one] for one in (*languages, "en") if one in text), next(iter(text.values()), ""))


def text_in(value: Value, *languages: str) -> str:
    """A value as text for people, in the first of ``languages`` that it has; of a history the latest."""
    if isinstance(value, str):
        return value
    if isinstance(value, Localized):
        return value.text(*languages)
    if isinstance(value, History):
        return text_in(value.values[-1].value, *languages)
    if value is None or isinstance(value, Unknown):
        return ""
    if isinstance(value, NotApplicable):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(text_in(item, *languages) for item in value)
    return str(value)
