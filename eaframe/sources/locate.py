"""Findings get their lines: the last thing that happens to them before people read them."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eaframe.findings import Finding, Located, LocatedNote, Location, Place, Span
from eaframe.sources.cover import Cover
from eaframe.sources.positions import PathFinder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.sources.files import SourceFile

_LINE_END = re.compile("\r\n|\r|\n")
_LONGEST_LINE = 2_000  # characters that are kept for showing, as each of many findings keeps them


def locate(findings: Iterable[Finding], files: Mapping[str, SourceFile]) -> tuple[Located, ...]:
    """Look up lines and columns and sort by file, line, column, code, subject; equal findings are said once."""
    texts: dict[str, _Text] = {}

    def text_of(name: str) -> _Text:
        if name not in texts:
            texts[name] = _Text.of(files[name]) if name in files else _Text("", (0,), None)
        return texts[name]

    every = [(finding, text_of(finding.at.file).location(finding.at)) for finding in findings]
    cover = Cover.of((finding.at, location) for finding, location in every)
    located: dict[tuple[object, ...], Located] = {}
    for finding, location in every:
        notes = tuple(LocatedNote(note.message, text_of(note.at.file).location(note.at)) for note in finding.notes)
        item = Located(finding, location, notes, cover.over(text_of(location.file).shown(location), location))
        located.setdefault((_position(location), finding.identity, finding.message.text()), item)
    return tuple(located[key] for key in sorted(located))


def locations(places: Iterable[Place | Span], files: Mapping[str, SourceFile]) -> list[Location]:
    """The lines and columns of places that are no findings, in their order; the start of a file that is not there."""
    texts: dict[str, _Text] = {}
    found = []
    for at in places:
        if at.file not in texts:
            texts[at.file] = _Text.of(files[at.file]) if at.file in files else _Text("", (0,), None)
        found.append(texts[at.file].location(at))
    return found


def location_of(at: Place | Span, files: Mapping[str, SourceFile]) -> Location | None:
    """The lines of one place; None where its file is not among ``files`` (of a library)."""
    return locations([at], files)[0] if at.file in files else None


def _position(location: Location) -> tuple[str, int, int, int, int]:
    return (location.file, location.line, location.column, location.end_line, location.end_column)


@dataclass(frozen=True, slots=True)
class _Text:
    """A file's text with the character at which each line begins."""

    text: str
    lines: tuple[int, ...]
    finder: PathFinder | None = field(repr=False)

    @staticmethod
    def of(file: SourceFile) -> _Text:
        text = file.content.decode("utf-8", "replace").removeprefix("\ufeff")
        lines = (0, *(match.end() for match in _LINE_END.finditer(text)))
        return _Text(text, lines, PathFinder(file.document.positions))

    def location(self, at: Place | Span) -> Location:
        if isinstance(at, Span):
            start, end = at.start, at.end
        else:
            start, end = self.finder.find(at.path, at.part) if self.finder else (0, 0)
            if at.hidden:
                start, end = self._inside(start, end, at)
        start = min(start, len(self.text))
        end = max(start, min(end, len(self.text)))
        line, column = self._line_and_column(start)
        if start < end:
            end = min(end, max(self._end(line), start + 1))  # underline one line, never a page
        end_line, end_column = self._line_and_column(end)
        return Location(at.file, line, column, end_line, end_column)

    def _inside(self, start: int, end: int, at: Place) -> tuple[int, int]:
        """Where the hidden part of a value stands; all of the value where the file spells it otherwise."""
        found = start - 1
        for _ in range(at.number + 1):
            found = self.text.find(at.hidden, found + 1, end)
            if found < 0:
                return (start, end)
        return (found, found + len(at.hidden))

    def shown(self, location: Location) -> str:
        """The text of a line, without its end; nothing of one so long that no person wrote it."""
        if location.column > _LONGEST_LINE:
            return ""
        start = self.lines[location.line - 1]
        return self.text[start : min(self._end(location.line), start + _LONGEST_LINE)]

    def _end(self, line: int) -> int:
        """The character at which a line ends."""
        end = self.lines[line] if line < len(self.lines) else len(self.text)
        while end > self.lines[line - 1] and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def _line_and_column(self, character: int) -> tuple[int, int]:
        line = bisect.bisect_right(self.lines, character)
        return line, character - self.lines[line - 1] + 1
