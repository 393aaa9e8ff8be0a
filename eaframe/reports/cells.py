"""Tables of numbers and texts, written for a terminal, for a page and for a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.reports.markup import code, text
from eaframe.reports.printable import printable
from eaframe.reports.sheet import cell as sheet_cell
from eaframe.reports.sheet import sheet
from eaframe.reports.table import table
from eaframe.reports.width import cut, padded, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

_WIDEST: Final = 80  # columns of a terminal
_NARROWEST: Final = 12  # columns of a terminal that the last cell keeps, be the others as wide as they may
_BAR: Final = 10  # columns of a bar
NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Percent:
    """A share, 0 to 1, or None where there is none; with ``bar`` drawn in a terminal too."""

    share: Fraction | None
    bar: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A change in hundredths; None where there is nothing to compare with."""

    points: Fraction | None


@dataclass(frozen=True, slots=True)
class Id:
    """An id or a key, as files write it."""

    id: str


Cell = str | int | Percent | Points | Id


@dataclass(frozen=True, slots=True)
class Cells:
    """A table: its columns by the keys of their words, and its rows. The last column gives way to the width."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]

    def text(self, words: Mapping[str, str], language: str) -> Iterator[str]:
        """Aligned lines, each with two spaces before it, which is what begins no command of a CI server."""
        written = [[_shown(cell, language) for cell in row] for row in self.rows]
        head = [printable(words.get(column, column)).upper() for column in self.columns]
        by_column = list(zip(*self.rows, strict=True)) or [("",)] * len(head)
        right = [not any(isinstance(cell, str | Id) for cell in column) for column in by_column]
        if _has_bar(self.rows):
            right[[isinstance(cell, Percent) for cell in self.rows[0]].index(True)] = False
        widths = [max(map(width, column)) for column in zip(head, *written, strict=True)]
        widths[-1] = min(widths[-1], max(_NARROWEST, _WIDEST - sum(widths[:-1]) - 2 * len(widths)))
        for cells in (head, *written):
            shown = (
                _right(cell, columns) if is_right else padded(cut(cell, columns), columns)
                for cell, columns, is_right in zip(cells, widths, right, strict=True)
            )
            yield f"  {'  '.join(shown)}".rstrip()

    def markdown(self, words: Mapping[str, str], language: str) -> list[str]:
        """A table of a page."""
        head = [text(words.get(column, column)) for column in self.columns]
        return table(head, ([_marked(cell, language) for cell in row] for row in self.rows))

    def csv(self) -> str:
        """A line of column names and one a row; a text that a spreadsheet would run gets a ' before it."""
        return sheet((self.columns, *(map(_plain, row) for row in self.rows)))


def percent(share: Fraction | None, language: str, digits: int = 1) -> str:
    """A share in hundredths, cut and not rounded: 100% is all of it, and 80% is at least that."""
    return NOTHING if share is None else f"{_decimal(_cut(share * 100, digits), language)}%"


def told_apart(one: Fraction, other: Fraction, language: str) -> tuple[str, str]:
    """Two shares with as many digits as it takes to see which is larger, up to six."""
    for digits in range(1, 7):
        shown = percent(one, language, digits), percent(other, language, digits)
        if shown[0] != shown[1]:
            break
    return shown


def points(change: Fraction | None, language: str) -> str:
    """A change in hundredths with its sign, rounded; one that rounds to nothing with more digits."""
    if change is None:
        return NOTHING
    if not change:
        return _decimal("0.0", language)
    digits = next((digits for digits in range(1, 6) if round(abs(change), digits)), 6)
    size = f"{float(round(abs(change), digits)):.{digits}f}"
    return f"{'+' if change > 0 else '−'}{_decimal(size, language)}"


def _cut(number: Fraction, digits: int) -> str:
    whole = number.numerator * 10**digits // number.denominator
    return f"{whole // 10**digits}.{whole % 10**digits:0{digits}}"


def _decimal(number: str, language: str) -> str:
    return number.replace(".", ",") if language == "vi" else number


def _shown(cell: Cell, language: str) -> str:
    if isinstance(cell, Percent):
        written = percent(cell.share, language)
        return f"{written:>6}  {_bar(cell.share)}" if cell.bar else written
    if isinstance(cell, Points):
        return points(cell.points, language)
    return printable(cell.id if isinstance(cell, Id) else str(cell))


def _bar(share: Fraction | None) -> str:
    if share is None:
        return ""
    full = int(share * _BAR)
    return "█" * full + "·" * (_BAR - full)


def _has_bar(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(isinstance(cell, Percent) and cell.bar for cell in (rows[0] if rows else ()))


def _right(cell: str, columns: int) -> str:
    return " " * (columns - width(cell)) + cell


def _marked(cell: Cell, language: str) -> str:
    if isinstance(cell, Id):
        return code(cell.id, cell=True) if cell.id else ""
    if isinstance(cell, Percent | Points):
        return percent(cell.share, language) if isinstance(cell, Percent) else points(cell.points, language)
    return text(str(cell), cell=True)


def _plain(cell: Cell) -> str:
    """Numbers with a point, whatever the language: a program reads them."""
    if isinstance(cell, Percent):
        return "" if cell.share is None else _cut(cell.share * 100, 2)
    if isinstance(cell, Points):
        return "" if cell.points is None else f"{float(round(cell.points, 4)):g}"
    if isinstance(cell, int):
        return str(cell)
    return sheet_cell(cell.id if isinstance(cell, Id) else cell)
