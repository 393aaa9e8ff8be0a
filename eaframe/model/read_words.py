"""What is read the same way wherever it stands: dates, periods, words, small mappings; what is said if it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.metamodel.period import ALWAYS, EARLIEST, LATEST, Period, parse_day
from eaframe.model import defects
from eaframe.model.scalars import date_hint
from eaframe.sources.defects import MISSING_KEY, UNKNOWN_KEY, WRONG_VALUE
from eaframe.sources.document import REFUSED, Data, describe
from eaframe.sources.keys import hint_for_key, is_reported, misspelt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from eaframe.findings import Message, Note
    from eaframe.findings.message import Phrase
    from eaframe.model.context import Context, Path


_PERIOD: Final = ("from", "to")


class WordReader:
    """Reads one file; ``subject`` and ``path`` tell of what, for the findings."""

    def __init__(self, context: Context, file: str) -> None:
        self.context = context
        self.file = file

    def wrong(
        self,
        path: Path,
        subject: str,
        expected: Phrase,
        found: Any,
        *,
        hint: Message | None = None,
        unknown: bool = False,
        shown: Phrase = "",
        notes: Iterable[Note] = (),
    ) -> None:
        """Report a value that does not fit its key; ``unknown`` tells whether it may be given as unknown instead.

        ``shown`` is ``expected`` in more words: it is said once, and the hint is short.
        """
        write = say(defects.WRITE_OR_UNKNOWN, expected=expected) if unknown else None
        if shown and write is None:
            write = say(defects.WRONG_ATTRIBUTE_VALUE.hint, expected=expected)
        self.context.report(
            defects.WRONG_ATTRIBUTE_VALUE,
            self.file,
            path,
            subject,
            hint=hint or write,
            notes=notes,
            key=key_in(path),
            expected=shown or expected,
            found=describe(found),
        )

    def unknown_key(
        self, raw: Mapping[str, Data], key: str, allowed: Collection[str], path: Path, subject: str, shown: Phrase = ""
    ) -> None:
        """Report a key of ``raw``, the mapping at ``path``, that is not among ``allowed``."""
        if is_reported(key, raw, allowed):
            return
        hint = hint_for_key(key, raw, allowed)
        self.context.report(
            UNKNOWN_KEY,
            self.file,
            (*path, key),
            subject,
            hint=hint,
            at_key=True,
            key=key,
            allowed=shown or quoted(allowed),
        )

    def missing_key(self, raw: Mapping[str, Data], key: str, known: Collection[str], path: Path, subject: str) -> None:
        """Report that ``raw``, the mapping at ``path``, lacks a key; or the key that was meant for it."""
        meant = misspelt(key, raw, known)
        if meant is None:
            self.context.report(MISSING_KEY, self.file, path, subject, at_key=True, key=key)
        else:
            self.unknown_key(raw, meant, known, path, subject)

    def fields(
        self, raw: dict[str, Data], required: tuple[str, ...], optional: tuple[str, ...], path: Path, subject: str
    ) -> dict[str, Data] | None:
        """A small closed mapping; None where something required is missing."""
        allowed = (*required, *optional)
        for key in raw:
            if key not in allowed:
                self.unknown_key(raw, key, allowed, path, subject)
        complete = True
        for key in required:
            if not isinstance(raw.get(key), str):
                complete = False
                if key in raw and raw[key] is not REFUSED:
                    self.wrong((*path, key), subject, say("a text"), raw[key])
                elif key not in raw and not misspelt(key, raw, allowed):
                    self.context.report(MISSING_KEY, self.file, path, subject, key=key)
        return {key: value for key, value in raw.items() if key in allowed} if complete else None

    def day(self, raw: Data, path: Path, subject: str, *, last: bool = False) -> int | None:
        """A day of a date; None (with a finding) where it is none."""
        day = parse_day(raw, last=last) if isinstance(raw, str) else None
        if day is None and raw is not REFUSED:
            hint = date_hint(raw) if isinstance(raw, str) else None
            self.context.report(defects.WRONG_DATE, self.file, path, subject, hint=hint, found=describe(raw))
        return day

    def period(self, raw: Data, path: Path, subject: str) -> Period:
        """``{from, to}``; an empty or wrong one is always (with a finding)."""
        if not isinstance(raw, dict):
            if raw is not REFUSED:
                self.wrong(path, subject, say("{{from: DATE, to: DATE}}"), raw)
            return ALWAYS
        for key in raw:
            if key not in _PERIOD:
                self.unknown_key(raw, key, _PERIOD, path, subject)
        start, end = raw.get("from"), raw.get("to")
        first = self.day(start, (*path, "from"), subject) if "from" in raw else None
        last = self.day(end, (*path, "to"), subject, last=True) if "to" in raw else None
        first_text = start if first is not None and isinstance(start, str) else ""
        last_text = end if last is not None and isinstance(end, str) else ""
        period = Period(EARLIEST if first is None else first, LATEST if last is None else last, first_text, last_text)
        if period.first > period.last:
            self.context.report(
                defects.ENDS_BEFORE_IT_STARTS, self.file, (*path, "from"), subject, first=first_text, last=last_text
            )
            return ALWAYS
        return period

    def words(self, raw: Data, path: Path, subject: str) -> tuple[str, ...]:
        """A list of words, or one."""
        if isinstance(raw, str):
            return (raw,)
        if not isinstance(raw, list):
            if raw is not REFUSED:
                self.wrong(path, subject, say("a list of words"), raw)
            return ()
        words = []
        for index, item in enumerate(raw):
            if isinstance(item, str):
                words.append(item)
            elif item is not REFUSED:
                self.wrong((*path, index), subject, say("a word"), item)
        return tuple(words)

    def choice(self, raw: Data, allowed: tuple[str, ...], path: Path, subject: str) -> str | None:
        """One of a few words."""
        if isinstance(raw, str) and raw in allowed:
            return raw
        if raw is not REFUSED:
            expected = say("one of {names}", names=quoted(allowed))
            near = did_you_mean(raw, allowed) if isinstance(raw, str) else None
            key = path[-1]
            self.context.report(
                WRONG_VALUE, self.file, path, subject, hint=near, expected=expected, found=describe(raw), key=key
            )
        return None


def key_in(path: Path) -> str:
    """The key that a path leads to, whatever list stands below it."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")
