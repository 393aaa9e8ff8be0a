"""How indicators stand: a table for people (text, Markdown), all that is known for programs (JSON, CSV)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.metamodel.period import day_text
from eaframe.metamodel.values import declared_in
from eaframe.reports.indicators_data import as_csv, as_data
from eaframe.reports.indicators_rows import over_time, parts, summary
from eaframe.reports.indicators_words import WORDS
from eaframe.reports.markup import text
from eaframe.reports.printable import json_document, printable
from eaframe.reports.table import table
from eaframe.reports.width import cut, padded, width
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.measures.indicators.indicator import Indicator
    from eaframe.measures.indicators.standing import Standings
    from eaframe.reports.indicators_rows import Section

FORMATS: Final = ("text", "json", "markdown", "csv")
_WIDEST: Final = 60  # columns of a cell on a terminal

Mode = Literal["summary", "parts", "over-time"]


@dataclass(frozen=True, slots=True)
class IndicatorsReport:
    """The ``indicators`` in words of ``language``, their names in the first of ``languages`` that they have.

    ``per`` is the attribute that breaks them down (`default`: what each of them says), with ``mode`` `parts`.
    ``left_out`` are the ids of those that are not in force.
    """

    standings: Standings
    indicators: tuple[Indicator, ...]
    language: str
    languages: tuple[str, ...]
    mode: Mode = "summary"
    per: str = ""
    left_out: tuple[str, ...] = ()

    def render(self, format_: str) -> str:
        """The report in one of FORMATS."""
        if format_ == "json":
            return json_document(as_data(self))
        if format_ == "csv":
            return as_csv(self)
        lines = self._text() if format_ == "text" else self._markdown()
        return "".join(f"{line}\n" for line in lines)

    @property
    def words(self) -> Mapping[str, str]:
        """Our own words."""
        return WORDS[self.language]

    def name(self, one: Indicator) -> str:
        """What an indicator is called."""
        return declared_in(one.name, *self.languages)

    def day(self, day: int) -> str:
        """A day, YYYYMMDD, as it is written in the language."""
        return date_text(day_text(day), self.language)

    def attributes(self, one: Indicator) -> tuple[str, ...]:
        """The attributes that an indicator is broken down by."""
        return one.per if self.per == "default" else (self.per,)

    def _sections(self) -> Iterator[Section]:
        match self.mode:
            case "parts":
                yield from parts(self)
            case "over-time":
                yield from over_time(self)
            case _:
                yield summary(self)

    def _closing(self) -> Iterator[str]:
        number = len(self.indicators)
        if not number and not self.left_out:
            yield self.words["none"]
            return
        yield self.words["count-one" if number == 1 else "count"].format(number=number)
        if self.left_out:
            yield self.words["others"].format(ids=", ".join(self.left_out))

    # For a terminal. No line begins with a name: a CI server would obey some of them.

    def _text(self) -> Iterator[str]:
        for section in self._sections():
            if section.rows:
                head = [word.upper() for word in section.head]
                rows = [[cut(printable(cell), _WIDEST) for cell in row] for row in section.rows]
                widths = [max(map(width, column)) for column in zip(head, *rows, strict=True)]
                if section.title:
                    yield printable(f"[{section.title}]")
                for row in (head, *rows):
                    yield f"  {'  '.join(map(padded, row, widths))}".rstrip()
                yield ""
        yield from map(printable, self._closing())

    # For a page.

    def _markdown(self) -> Iterator[str]:
        yield f"# {text(self.words['title'].format(day=self.day(self.standings.day)))}"
        for section in self._sections():
            if section.rows:
                yield ""
                if section.title:
                    yield f"## {text(section.title)}"
                    yield ""
                yield from table(section.head, ([text(cell, cell=True) for cell in row] for row in section.rows))
        yield ""
        yield from (text(line) for line in self._closing())
