"""Edits that put a key, an item or another word into a file, in the style in which the file is written.

Nothing else moves: comments, quotes, order, indentation and line ends stay. Indentation and the ends of lines are the
file's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from eaframe.sources.edits import Edit
from eaframe.sources.spelling import Writable, respelt, spelt, written

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from eaframe.sources.document import Data
    from eaframe.sources.files import SourceFile

Path = tuple[str | int, ...]
_LINE_END = re.compile("\r\n|\n|\r")
_EMPTY_LINES = re.compile(r"(?:\r\n|\n|\r)+\Z")
_KEEP = re.compile(r"[|>][0-9]?\+")
_FLOW = ("[", "{")


@dataclass(frozen=True, slots=True)
class Node:
    """A value by its number in the positions of a file, its key's (-1 for none) and whether flow style is around it."""

    number: int
    key: int
    in_flow: bool
    data: Data


@dataclass(frozen=True)
class Editor:
    """Finds the places of edits in one file. Methods raise KeyError for a path that leads nowhere.

    ValueError tells that something stands there that cannot be edited so: a text where a mapping is expected.
    """

    file: SourceFile
    _seen: dict[int, dict[str | int, tuple[int, int]]] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """The file's text without a BOM."""
        return self.file.content.decode("utf-8").removeprefix("\ufeff")

    @cached_property
    def line_end(self) -> str:
        """How the file ends its first line."""
        found = _LINE_END.search(self.text)
        return found.group() if found else "\n"

    def find(self, path: Path) -> Node:
        """The value at a path. Raises KeyError."""
        node = Node(0, -1, in_flow=False, data=self.file.document.data)
        for step in path:
            node = self._below(node, step)
        return node

    def span(self, node: Node) -> tuple[int, int]:
        """First character of a value and the one after its last, without the empty lines that end a block of text."""
        positions = self.file.document.positions
        start, end = positions.starts[node.number], positions.ends[node.number]
        last = self._last_below(node.number)
        source = self.text[positions.starts[last] : end]
        if source[:1] in {"|", ">"} and not _KEEP.match(source):
            end -= len(source) - len(_EMPTY_LINES.sub("", source))
        return start, end

    def child(self, node: Node, step: str | int) -> Node:
        """The value below another one. Raises KeyError."""
        return self._below(node, step)

    def key_span(self, child: tuple[int, int]) -> tuple[int, int]:
        """The characters of a key, given by its pair of ``children``."""
        positions = self.file.document.positions
        return positions.starts[child[1]], positions.ends[child[1]]

    def replace_word(self, path: Path, text: str, part: Literal["key", "value"] = "value") -> Edit:
        """Another word in place of one (a key, or a value that is no collection), in its quotes."""
        node = self.find(path)
        if part == "key":
            positions = self.file.document.positions
            start, end = positions.starts[node.key], positions.ends[node.key]
        else:
            start, end = self.span(node)
        return Edit(self.file.name, start, end, respelt(self.text[start:end], text, flow=node.in_flow))

    def set_key(self, path: Path, key: str, value: Writable, after: Collection[str] = ()) -> Edit:
        """``key: value`` in the mapping at ``path``; mappings on the way that are missing are made.

        A new key stands behind the last of the keys in ``after`` that the mapping has, else behind all. A value that
        is there is replaced whole.
        """
        steps, taken = (*path, key), 0
        if not self.file.document.positions.starts or self.file.document.data is None:
            return self._first_key(steps, value)
        node = self.find(())
        while taken < len(steps) and isinstance(node.data, dict | list) and _has(node.data, steps[taken]):
            node = self._below(node, steps[taken])
            taken += 1
        missing = steps[taken:]
        if not missing or (node.data is None and taken):
            return self._replace(node, _nested(missing, value))
        if not isinstance(node.data, dict):
            where = "/".join(map(str, steps[:taken])) or self.file.name
            raise ValueError(f"{where} is not a mapping")  # noqa: TRY004 - what the file says, not the caller
        return self._insert_key(node, str(missing[0]), _nested(missing[1:], value), after)

    def add_item(self, path: Path, word: str, after: Collection[str] = (), at: int | None = None) -> Edit:
        """A word in the list at ``path``, before the item ``at`` or at its end.

        A single word there, or nothing, becomes a list; ``after`` tells where its key is put, as in ``set_key``.
        """
        try:
            node = self.find(path)
        except KeyError:
            return self.set_key(path[:-1], str(path[-1]), [word], after)
        if isinstance(node.data, str):
            start, end = self.span(node)
            words = [respelt(self.text[start:end], node.data, flow=True)]
            words.insert(1 if at is None else at, spelt(word, flow=True))
            return Edit(self.file.name, start, end, f"[{', '.join(words)}]")
        if not isinstance(node.data, list):
            return self._replace(node, [word])
        start = self.span(node)[0]
        place = len(node.data) if at is None else at
        if self.is_flow(node):
            new = spelt(word, flow=True)
            if not place:
                first = self.span(self._below(node, 0))[0] if node.data else start + 1
                return Edit(self.file.name, first, first, f"{new}, " if node.data else new)
            behind = self.span(self._below(node, place - 1))[1]
            return Edit(self.file.name, behind, behind, f", {new}")
        column, line = self._column(start), f"- {spelt(word)}"
        if place:
            return self._line_after(self.span(self._below(node, place - 1))[1], column, line)
        return Edit(self.file.name, start, start, f"{line}{self.line_end}{' ' * column}")

    def remove_item(self, path: Path, index: int) -> Edit:
        """One item of the list at ``path`` taken out; of its only one the whole key."""
        node = self.find(path)
        if not isinstance(node.data, list) or len(node.data) == 1:
            return self.remove_key(path[:-1], str(path[-1]))
        item = self._below(node, index)
        start, end = self.span(item)
        if not self.is_flow(node):
            return self._without_lines(start, end)
        if index:
            return Edit(self.file.name, self.span(self._below(node, index - 1))[1], end, "")
        return Edit(self.file.name, start, self.span(self._below(node, 1))[0], "")

    def remove_key(self, path: Path, key: str) -> Edit:
        """A key of the mapping at ``path`` with its value. Raises ValueError for its only key."""
        node = self.find(path)
        starts = self.file.document.positions.starts
        children = [*self.children(node.number).values()]
        own = self._below(node, key)
        place = children.index((own.number, own.key))
        if len(children) == 1:
            raise ValueError(f"{key} is all that stands there")
        start, end = starts[own.key], self.span(own)[1]
        first_of_line = not self.text[self.line_start(start) : start].strip(" ")
        if not self.is_flow(node) and first_of_line:
            return self._without_lines(start, end)
        if place:
            number, before = children[place - 1]
            return Edit(self.file.name, self.span(Node(number, before, node.in_flow, None))[1], end, "")
        return Edit(self.file.name, start, starts[children[1][1]], "")

    def _below(self, node: Node, step: str | int) -> Node:
        data = node.data
        if not _has(data, step):
            raise KeyError(step)
        number, key = self.children(node.number)[step]
        below = data[step]  # type: ignore[index]  # just looked at
        return Node(number, key, node.in_flow or self.is_flow(node), below)

    def children(self, number: int) -> dict[str | int, tuple[int, int]]:
        """Per key or index below a value: the numbers of its value and of its key; see ``Positions.children``."""
        if number not in self._seen:
            self._seen[number] = self.file.document.positions.children(number)
        return self._seen[number]

    def is_flow(self, node: Node) -> bool:
        """Whether a value is a list or a mapping in brackets."""
        return isinstance(node.data, dict | list) and self.text.startswith(
            _FLOW, self.file.document.positions.starts[node.number]
        )

    def _last_below(self, number: int) -> int:
        """The last value in a value, itself if it holds none."""
        return number + self.file.document.positions.sizes[number] - 1

    def _last_of(self, node: Node) -> int:
        return self.span(node)[1]

    def line_start(self, at: int) -> int:
        """The first character of the line on which a character stands."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_stop(self, at: int) -> int:
        """Where the line ends on which a character stands, before its line end."""
        found = _LINE_END.search(self.text, at)
        return found.start() if found else len(self.text)

    def _column(self, at: int) -> int:
        return at - self.line_start(at)

    def _line_after(self, at: int, column: int, line: str) -> Edit:
        """A new line behind the one on which something ended before the character ``at``."""
        line = " " * column + line
        if at and self.text[at - 1] in "\r\n":  # behind a block of text that keeps its empty lines
            return Edit(self.file.name, at, at, line + self.line_end)
        stop = self.line_stop(at)
        return Edit(self.file.name, stop, stop, self.line_end + line)

    def _without_lines(self, start: int, end: int) -> Edit:
        """The lines from ``start`` to ``end`` taken out with their line end; of the last the one before."""
        first = self.line_start(start)
        if self.text[end - 1] in "\r\n":  # a block of text that keeps its empty lines
            return Edit(self.file.name, first, end, "")
        found = _LINE_END.search(self.text, end)
        if found is None and first:
            before = first - (2 if self.text.endswith("\r\n", 0, first) else 1)
            return Edit(self.file.name, before, len(self.text), "")
        return Edit(self.file.name, first, found.end() if found else len(self.text), "")

    def _first_key(self, steps: Sequence[str | int], value: Writable) -> Edit:
        stop = len(self.text)
        line = f"{spelt(str(steps[0]))}: {written(_nested(steps[1:], value))}{self.line_end}"
        needs_end = self.text and not self.text.endswith(("\n", "\r"))
        return Edit(self.file.name, stop, stop, (self.line_end if needs_end else "") + line)

    def _insert_key(self, node: Node, key: str, value: Writable, after: Collection[str]) -> Edit:
        children = self.children(node.number)
        known = [place for name, place in children.items() if name in after] or [*children.values()]
        if self.is_flow(node):
            pair = f"{spelt(key, flow=True)}: {written(value, flow=True)}"
            if not known:
                at = self.span(node)[0] + 1
                return Edit(self.file.name, at, at, pair)
            at = self.span(Node(*known[-1], in_flow=True, data=None))[1]
            return Edit(self.file.name, at, at, f", {pair}")
        if node.in_flow or not known:
            raise ValueError(f"{key} cannot be put there")
        column = self._column(self.file.document.positions.starts[node.number])
        last = self._last_of(Node(*known[-1], in_flow=False, data=None))
        return self._line_after(last, column, f"{spelt(key)}: {written(value)}")

    def _replace(self, node: Node, value: Writable) -> Edit:
        start, end = self.span(node)
        text = written(value, flow=node.in_flow)
        if node.key >= 0 and not (self.is_flow(node) or isinstance(node.data, str)):
            key_end = self.file.document.positions.ends[node.key]
            if node.data is not None:
                start = self.text.index(":", key_end) + 1
            text = f" {text}" if ":" in self.text[key_end:start] else f": {text}"
        return Edit(self.file.name, start, max(start, end), text)


def set_key(file: SourceFile, path: Path, key: str, value: Writable, after: Collection[str] = ()) -> Edit:
    """The edit that sets one key in the mapping at ``path`` of a file; see ``Editor.set_key``."""
    return Editor(file).set_key(path, key, value, after)


def _nested(steps: Sequence[str | int], value: Writable) -> Writable:
    for step in reversed(steps):
        value = {str(step): value}
    return value


def _has(data: Data, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)
