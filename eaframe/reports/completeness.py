"""How complete a model is, written for people; for programs see `completeness_json`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.measures.completeness import parts_of, rows, total, worst
from eaframe.reports.cells import Cells, Id, Percent, Points, told_apart
from eaframe.reports.cells import percent as in_percent
from eaframe.reports.completeness_json import asked_data, in_json
from eaframe.reports.markup import text
from eaframe.reports.printable import printable
from eaframe.reports.width import cut, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from eaframe.measures.completeness import By, Measured, Row, Sum
    from eaframe.measures.fallen import Comparison, Pull
    from eaframe.reports.cells import Cell
    from eaframe.reports.completeness_names import Names

FORMATS: Final = ("text", "json", "markdown", "csv")
_WIDEST: Final = 80  # columns of a terminal
_MOST_PULLS: Final = 20  # that people are told of; JSON has all
_INDENT: Final = " " * 10


@dataclass(frozen=True, slots=True)
class CompletenessReport:
    """What was measured, cut ``by``; with ``missing`` the elements and what they lack in place of the rows.

    ``since`` is the name of a revision and the comparison with it, ``minimum`` (0 to 100) what is asked of the total.
    """

    names: Names
    measured: Sequence[Measured]
    by: By
    missing: bool = False
    owner: str = ""
    minimum: Fraction | None = None
    since: tuple[str, Comparison] | None = None

    def render(self, format_: str) -> str:
        """The report in one of FORMATS; CSV holds the one table, JSON everything."""
        if format_ == "json":
            return in_json(self)
        if format_ == "csv":
            return (self._lacking_values() if self.missing else self._rows()).csv()
        lines = self._text() if format_ == "text" else self._markdown()
        return "".join(f"{line}\n" for line in lines)

    @property
    def total(self) -> Sum:
        """The sum of all that is measured."""
        return total(self.measured)

    @property
    def meets_minimum(self) -> bool:
        """Whether the total is at least what is asked; so it is where nothing is."""
        share = self.total.share
        return self.minimum is None or (share is not None and share * 100 >= self.minimum)

    def _sentence(self) -> str:
        found = self.total
        score = in_percent(found.share, self.names.language)
        return self.names.words["total"].format(
            score=score, elements=found.elements, missing=found.missing, tracked=found.tracked
        )

    def _rows(self) -> Cells:
        columns = ("score", "elements", "missing", "tracked", self.by, "name")
        found: list[list[Cell]] = [
            [Percent(one.sum.share), *_numbers(one.sum), Id(one.key), self.names.of_part(one, self.by)]
            for one in rows(self.measured, self.by)
        ]
        return Cells(columns, found)

    # For a terminal.

    def _text(self) -> Iterator[str]:
        words, language = self.names.words, self.names.language
        if self.missing:
            yield from self._work_list()
        else:
            yield from self._lines().text(words, language)
        yield ""
        yield printable(self._sentence())
        for heading, cells in self._since():
            yield ""
            yield printable(heading)
            if cells.rows:
                yield from cells.text(words, language)

    def _lines(self) -> Cells:
        """The rows with one cell of text, which so has room; bars where it needs less of it."""
        bar = self.by in {"kind", "layer"}
        found: list[list[Cell]] = [
            [Percent(one.sum.share, bar), *_numbers(one.sum), self.names.in_short(one, self.by)]
            for one in rows(self.measured, self.by)
        ]
        return Cells(("score", "elements", "missing", "tracked", self.by), found)

    def _work_list(self) -> Iterator[str]:
        """What each element lacks, below the part that it belongs to; the least complete part first."""
        language = self.names.language
        for number, (row, members) in enumerate(self._groups()):
            if number:
                yield ""
            numbers = {"missing": row.sum.missing, "tracked": row.sum.tracked}
            counted = [f"{self.names.words[has]} {number}" for has, number in numbers.items() if number]
            told = ", ".join((in_percent(row.sum.share, language), *counted))
            yield printable(f"[{self.names.in_short(row, self.by)}]  {told}")
            for one in members:
                score = in_percent(one.sum.share, language)
                yield cut(printable(f"  {score:>6}  {one.id}  {self.names.element(one.id)}").rstrip(), _WIDEST)
                for has in ("missing", "tracked"):
                    lacks = [self.names.lacking(asked) for asked in one.lacks if asked.has == has]
                    if lacks and self.by != "attribute":
                        yield from _wrapped(f"{self.names.words[has]}: ", lacks)
        if not any(one.lacks for one in self.measured):
            yield self.names.words["nothing-lacks"]

    def _groups(self) -> Iterator[tuple[Row, list[Measured]]]:
        """The rows in which something is lacking, with the elements that lack it; by attribute those that lack it."""
        members: dict[tuple[str, str], list[Measured]] = {}
        for one in worst(self.measured):
            for part, asked in parts_of(one, self.by):
                if any(each.has != "there" for each in asked):
                    members.setdefault(part, []).append(one)
        found = ((row, members.get((row.state, row.key), [])) for row in rows(self.measured, self.by))
        return ((row, lacking) for row, lacking in found if lacking)

    # For a page.

    def _markdown(self) -> Iterator[str]:
        words, language = self.names.words, self.names.language
        yield f"# {text(words['completeness'])}"
        yield ""
        yield self._sentence()
        yield ""
        yield from (self._lacking() if self.missing else self._rows()).markdown(words, language)
        for heading, cells in self._since():
            yield ""
            yield f"## {text(heading)}" if not cells.rows else text(heading)
            if cells.rows:
                yield ""
                yield from cells.markdown(words, language)

    def _lacking(self) -> Cells:
        """A row for each element that lacks something."""
        found: list[list[Cell]] = [
            [
                Percent(one.sum.share),
                Id(one.id),
                self.names.element(one.id),
                Id(one.known_owner),
                "; ".join(self.names.lacking(asked) for asked in one.lacks if asked.has == "missing"),
                "; ".join(self.names.lacking(asked) for asked in one.lacks if asked.has == "tracked"),
            ]
            for one in worst(self.measured)
        ]
        return Cells(("score", "element", "name", "owner", "missing", "tracked"), found)

    # For a spreadsheet.

    def _lacking_values(self) -> Cells:
        """A row for each value that is missing or tracked."""
        columns = ("element", "name", "type", "owner", "score", "key", "label", "obligation", "state", "by", "until")
        found: list[list[Cell]] = []
        for one in worst(self.measured):
            head: list[Cell] = [
                Id(one.id),
                self.names.element(one.id),
                Id(one.type),
                Id(one.known_owner),
                Percent(one.sum.share),
            ]
            for asked in one.lacks:
                data = asked_data(asked, self.names)
                tail = [data["obligation"] or "", asked.has, Id(data.get("by", "")), data.get("until", "")]
                found.append([*head, Id(asked.key), data["label"], *tail])
        return Cells(columns, found)

    # What changed since a revision.

    def _since(self) -> Iterator[tuple[str, Cells]]:
        """Headings, each with a table or none: first the two totals, then what pulled it down."""
        if self.since is None:
            return
        revision, found = self.since
        words, language = self.names.words, self.names.language
        before, after = found.before.share, found.after.share
        both = (in_percent(before, language), in_percent(after, language))
        if before is not None and after is not None and before != after:
            both = told_apart(before, after, language)
        yield words["since"].format(revision=revision, before=both[0], after=both[1]), Cells((), ())
        if not found.fell:
            return
        for by, pulls in (("kind", found.kinds), ("owner", found.owners), ("element", found.elements)):
            if not pulls:
                continue
            columns = ("points", "before", "after", by, *(("lost",) if by == "element" else ()))
            told = [self._pull(one, by) for one in pulls[:_MOST_PULLS]]
            heading = words["pulled"].format(by=words[by])
            yield f"{heading}{self._left_out(len(pulls))}:", Cells(columns, told)

    def _left_out(self, number: int) -> str:
        more = number - _MOST_PULLS
        return f" ({self.names.words['left-out'].format(number=more)})" if more > 0 else ""

    def _pull(self, one: Pull, by: str) -> list[Cell]:
        shares = (Percent(side.share if side else None) for side in (one.before, one.after))
        if by == "element":
            return [Points(one.points), *shares, Id(one.key), ", ".join(one.lost)]
        return [Points(one.points), *shares, self.names.in_short(one, "kind" if by == "kind" else "owner")]


def _numbers(one: Sum) -> tuple[Cell, ...]:
    return (one.elements, one.missing, one.tracked)


def _wrapped(head: str, parts: Iterable[str]) -> Iterator[str]:
    """A list over lines that fit a terminal, below each other after its head."""
    line, begun = head, False
    for part in parts:
        piece = printable(part)
        if begun and width(_INDENT + line + piece) + 2 > _WIDEST:
            yield f"{_INDENT}{line},"
            line, begun = " " * width(head), False
        line += f", {piece}" if begun else piece
        begun = True
    yield _INDENT + line
