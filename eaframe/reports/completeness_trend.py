"""How complete a model was at the last revisions, written for people and for programs.

JSON, schema version 1: ``as_of`` (a day, or null for all times: the same for all revisions), ``owner`` (or null),
``by`` (or null) and ``revisions``, the oldest first: ``revision`` (null for the files as they are), ``date`` (the day
of the commit by UTC, or null), ``whole`` (false where not all could be read then), ``total`` (a sum as in
`completeness_json`) and, with ``by``, ``rows`` as there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from eaframe.measures.completeness import rows, total
from eaframe.metamodel.period import day_text
from eaframe.reports.cells import Cells, Id, Percent, Points
from eaframe.reports.completeness_json import row_data, sum_data
from eaframe.reports.markup import text
from eaframe.reports.printable import json_document
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from eaframe.measures.completeness import By, Measured, Row, Sum
    from eaframe.reports.cells import Cell
    from eaframe.reports.completeness_names import Names

SCHEMA_VERSION: Final = 1
_SHOWN: Final = 10  # digits of a commit's id


@dataclass(frozen=True, slots=True)
class Moment:
    """What was measured at a commit of a day (YYYYMMDD); of the files as they are both are empty."""

    commit: str
    day: int
    measured: Sequence[Measured]
    whole: bool

    @property
    def total(self) -> Sum:
        """The sum of all."""
        return total(self.measured)


@dataclass(frozen=True, slots=True)
class TrendReport:
    """The moments, the oldest first; with ``by`` also how each part changed from the first to the last."""

    names: Names
    moments: Sequence[Moment]
    by: By | None = None
    owner: str = ""

    def render(self, format_: str) -> str:
        """The report in one of the formats of the report on completeness; CSV has ``by`` row for row and moment."""
        if format_ == "json":
            return json_document(self._content())
        if format_ == "csv":
            return (self._all_rows(self.by) if self.by else self._totals(bar=False, digits=None)).csv()
        lines = self._text() if format_ == "text" else self._markdown()
        return "".join(f"{line}\n" for line in lines)

    def _text(self) -> Iterator[str]:
        words, language = self.names.words, self.names.language
        yield from self._totals(bar=True, digits=_SHOWN).text(words, language)
        if not all(one.whole for one in self.moments):
            yield f"  {words['not-whole']}"
        if self.by:
            yield ""
            yield from self._parts(self.by).text(words, language)

    def _markdown(self) -> Iterator[str]:
        words, language = self.names.words, self.names.language
        yield f"# {text(words['completeness'])}"
        yield ""
        yield from self._totals(bar=False, digits=_SHOWN).markdown(words, language)
        if not all(one.whole for one in self.moments):
            yield ""
            yield text(words["not-whole"])
        if self.by:
            yield ""
            yield from self._parts(self.by).markdown(words, language)

    def _totals(self, *, bar: bool, digits: int | None) -> Cells:
        """A row for each moment, with the change since the one before; the first column keeps the order of days."""
        found: list[list[Cell]] = []
        before: Fraction | None = None
        for one in self.moments:
            each = one.total
            change = None if before is None or each.share is None else (each.share - before) * 100
            numbers: list[Cell] = [each.elements, each.missing, each.tracked, Id(self._revision(one, digits))]
            date = self._date(one) if digits is None else date_text(self._date(one), self.names.language)
            found.append([date, Percent(each.share, bar), Points(change), *numbers])
            before = each.share
        return Cells(("date", "score", "change", "elements", "missing", "tracked", "revision"), found)

    def _parts(self, by: By) -> Cells:
        """A row for each part of the first and the last moment, what fell most first."""
        first, last = ({(one.state, one.key): one for one in rows(m.measured, by)} for m in self._ends())
        told = []
        for key in {*first, *last}:
            was, now = first.get(key), last.get(key)
            shares = [one.sum.share if one else None for one in (was, now)]
            change = None if shares[0] is None or shares[1] is None else (shares[1] - shares[0]) * 100
            told.append((change or 0, key, shares, change, now or was))
        found: list[list[Cell]] = [
            [*map(Percent, shares), Points(change), self.names.in_short(part, by)]
            for _, _, shares, change, part in sorted(told, key=lambda one: one[:2])
            if part is not None
        ]
        return Cells(("first", "last", "change", by), found)

    def _ends(self) -> tuple[Moment, Moment]:
        return self.moments[0], self.moments[-1]

    def _all_rows(self, by: By) -> Cells:
        """A row for each part of each moment."""
        columns = ("date", "revision", "score", "elements", "missing", "tracked", by, "name")
        return Cells(columns, [self._part(one, row, by) for one in self.moments for row in rows(one.measured, by)])

    def _part(self, moment: Moment, row: Row, by: By) -> list[Cell]:
        found = row.sum
        numbers: list[Cell] = [Percent(found.share), found.elements, found.missing, found.tracked]
        name = self.names.of_part(row, by)
        return [self._date(moment), Id(self._revision(moment, None)), *numbers, Id(row.key), name]

    def _date(self, one: Moment) -> str:
        return day_text(one.day) if one.commit else self.names.words["now"]

    def _revision(self, one: Moment, digits: int | None) -> str:
        return one.commit[:digits] + ("" if one.whole or digits is None else "*")

    def _content(self) -> dict[str, Any]:
        day = self.names.model.as_of
        return {
            "schema_version": SCHEMA_VERSION,
            "as_of": None if day is None else day_text(day),
            "owner": self.owner or None,
            "by": self.by,
            "revisions": [self._moment(one) for one in self.moments],
        }

    def _moment(self, one: Moment) -> dict[str, Any]:
        return {
            "revision": one.commit or None,
            "date": day_text(one.day) if one.commit else None,
            "whole": one.whole,
            "total": sum_data(one.total),
            **(self._rows(one, self.by) if self.by else {}),
        }

    def _rows(self, one: Moment, by: By) -> dict[str, Any]:
        return {"rows": [row_data(row, by, self.names) for row in rows(one.measured, by)]}
