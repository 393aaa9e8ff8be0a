"""What no report may show, covered in the lines of files that reports show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from eaframe.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.findings import Location, Span

_COVER: Final = "•"


@dataclass(frozen=True, slots=True)
class Cover:
    """The hidden parts of values by file, and where they stand: columns by file and line."""

    words: dict[str, set[str]] = field(default_factory=dict)
    columns: dict[tuple[str, int], list[tuple[int, int]]] = field(default_factory=dict)

    @staticmethod
    def of(places: Iterable[tuple[Place | Span, Location]]) -> Cover:
        """What is hidden at any of these places; ``columns`` matter where a file spells it otherwise than it reads."""
        cover = Cover()
        for at, location in places:
            if isinstance(at, Place) and at.hidden:
                cover.words.setdefault(location.file, set()).add(at.hidden)
                end = location.end_column if location.end_line == location.line else location.column
                cover.columns.setdefault((location.file, location.line), []).append((location.column, end))
        return cover

    def over(self, line: str, location: Location) -> str:
        """The line with a dot for each character that is hidden, whichever finding it is shown for."""
        for first, last in self.columns.get((location.file, location.line), ()):
            line = line[: first - 1] + _COVER * len(line[first - 1 : last - 1]) + line[last - 1 :]
        for word in sorted(self.words.get(location.file, ()), key=len, reverse=True):
            line = line.replace(word, _COVER * len(word))
        return line
