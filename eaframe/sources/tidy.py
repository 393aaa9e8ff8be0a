"""The white space of a file in one form: two spaces a level, none at the end of a line, one line end at the end.

Lines inside of a text or a flow list keep their own indentation: they move as far as what they belong to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.sources.positions import Positions

_LINE: Final = re.compile("[^\r\n]*(?:\r\n|\n|\r|\\Z)")
_DASHES: Final = re.compile(r"(?:- +)*(?:-(?= *\Z| +#))?")
_KEEP: Final = re.compile(r"[|>][0-9]?\+")
_STEP: Final = 2  # spaces


def tidied(text: str, positions: Positions) -> str:
    """The text with its white space in order, given where its keys and values stand."""
    layout = _Layout(text, positions)
    lines = layout.lines()
    return _with_end("".join(lines), layout)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its characters without the line end, that line end, and whether either end of it lies in a text."""

    text: str
    end: str
    start: int
    is_inside: bool
    ends_inside: bool

    @property
    def column(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


@dataclass(frozen=True, slots=True)
class _Level:
    """An open block collection: the column at which it stood, and the one at which it will."""

    old: int
    new: int
    is_list: bool


@dataclass(slots=True)
class _Layout:
    """Goes through the lines with the levels that are open at each, as a reader of YAML does."""

    text: str
    positions: Positions
    levels: list[_Level] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The new lines, each with its end."""
        keys = frozenset(
            start for start, key in zip(self.positions.starts, self.positions.keys, strict=True) if key is not None
        )
        done: list[str] = []
        waiting: list[_Line] = []  # comments and empty lines, whose level the next line tells
        for line in self._read():
            content = line.text.strip(" \t")
            if line.is_inside:
                top = self.levels[-1] if self.levels else _Level(0, 0, is_list=False)
                done.append(_moved(line, top.new - top.old))
            elif not content or content.startswith("#"):
                waiting.append(line)
            elif content.startswith(("%", "---", "...")) and not line.column and line.start not in keys:
                done += self._comments(waiting, self.levels, None)
                done.append(_ended(line, line.text))
                waiting = []
            else:
                before = [*self.levels]
                new = self._structural(line, keys)
                done += self._comments(waiting, before, (line.column, len(new) - len(new.lstrip(" "))))
                done.append(_ended(line, new))
                waiting = []
        return [*done, *self._comments(waiting, self.levels, None)]

    def _read(self) -> Iterator[_Line]:
        inside = self._spans()
        for found in _LINE.finditer(self.text):
            if not found.group():
                return
            text = found.group().rstrip("\r\n")
            start, stop = found.start(), found.start() + len(text)
            yield _Line(text, found.group()[len(text) :], start, _within(inside[0], start), _within(inside[1], stop))

    def _spans(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """What takes several lines, in order: everything that is no block collection, and of that the texts only."""
        positions, everything, texts = self.positions, [], []
        last = -1
        for start, end, size, key in zip(
            positions.starts, positions.ends, positions.sizes, positions.keys, strict=True
        ):
            is_flow = self.text.startswith(("[", "{"), start) and key is None
            if (size > 1 and not is_flow) or not ("\n" in self.text[start:end] or "\r" in self.text[start:end]):
                continue
            if not is_flow:
                texts.append((start, end))
            if start > last:
                everything.append((start, end))
                last = end - 1
        return everything, texts

    def _structural(self, line: _Line, keys: frozenset[int]) -> str:
        """A line that begins with dashes or a key, moved to the level that it belongs to."""
        column = line.column
        dashes = _DASHES.match(line.text[column:])
        prefix = dashes.group() if dashes else ""
        content = column + len(prefix)
        first = None
        for offset, character in enumerate(prefix):
            if character == "-":
                level = self._enter(column + offset, is_list=True)
                first = level if first is None else first
        if line.start + content in keys:
            level = self._enter(content, is_list=False)
            first = level if first is None else first
        if first is None:  # a value on a line of its own
            while self.levels and self.levels[-1].old >= column:
                self.levels.pop()
            top = self.levels[-1] if self.levels else _Level(0, 0, is_list=False)
            return " " * max(0, column + top.new - top.old) + line.text[column:]
        rest = line.text[content:]
        dashes_only = "- " * prefix.count("-")
        return " " * first.new + (dashes_only + rest if rest else dashes_only.rstrip(" "))

    def _enter(self, column: int, *, is_list: bool) -> _Level:
        levels = self.levels
        while levels and (levels[-1].old > column or (levels[-1].old == column and levels[-1].is_list and not is_list)):
            levels.pop()
        if not levels or levels[-1].old < column or levels[-1].is_list != is_list:
            new = levels[-1].new + _STEP if levels else 0
            levels.append(_Level(column, new, is_list=is_list))
        return levels[-1]

    def _comments(self, waiting: list[_Line], before: list[_Level], following: tuple[int, int] | None) -> Iterator[str]:
        """Comments stand with the line that follows if they did, else with what was open before."""
        for line in waiting:
            text = line.text.strip(" \t")
            if not text:
                yield line.end
                continue
            column = line.column
            if following is not None and following[0] == column:
                column = following[1]
            else:
                around = next((level for level in reversed(before) if level.old <= column), None)
                column += around.new - around.old if around is not None else 0
            yield " " * column + text + line.end


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a character is inside of a span but not its first; spans are asked for in order and used up."""
    while spans and spans[0][1] <= at:
        spans.pop(0)
    return bool(spans) and spans[0][0] < at


def _moved(line: _Line, by: int) -> str:
    if not line.text.strip(" "):
        text = line.text if line.ends_inside else ""
        return _ended(line, " " * max(0, len(text) + by) if text else "")
    return _ended(line, " " * max(0, line.column + by) + line.text[line.column :])


def _ended(line: _Line, text: str) -> str:
    return (text if line.ends_inside else text.rstrip(" \t")) + line.end


def _with_end(text: str, layout: _Layout) -> str:
    """The text with one line end at its end, unless it ends in a block of text to which more or less would matter."""
    positions = layout.positions
    source = layout.text[positions.starts[-1] : positions.ends[-1]] if positions.starts else ""
    if _KEEP.match(source) or (source[:1] in {"|", ">"} and not text.endswith(("\n", "\r"))):
        return text
    body = text.rstrip("\r\n")
    found = re.search("\r\n|\n|\r", text)
    return body + (found.group() if found else "\n") if body else ""
