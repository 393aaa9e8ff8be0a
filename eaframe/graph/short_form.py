r"""The short form of a selector, for a command line: ``type=goal,principle owner!=so-khcn where.level.min=3``.

It stands for the plain data that the YAML form gives, and for nothing else:

- each word is one condition, and all must hold;
- a dot goes one key down, so that ``related.to.type=goal`` is ``{related: {to: {type: goal}}}``, and what is said of
  one ``related`` (or ``reaches``) is said of the same one;
- a comma parts alternatives (``\,`` is a comma within a word);
- ``!=`` is ``not``; ``>=`` and ``<=`` are ``min`` and ``max``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from eaframe.findings import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from eaframe.findings import Place
    from eaframe.sources.document import Data

Path = tuple[str | int, ...]
_Marks = tuple[int, int]  # first character, character after the last

_TERM: Final = re.compile(r"(?P<key>[^\s=!<>]+)(?P<operator>!=|>=|<=|=)")
_NEXT: Final = re.compile(rf"\s+(?={_TERM.pattern.replace('?P<key>', '').replace('?P<operator>', '')})")
_COMMA: Final = re.compile(r"(?<!\\),")
_BOUNDS: Final = {">=": "min", "<=": "max"}
_ONE_OF_WHICH_ALL_IS_SAID: Final = frozenset({"related", "reaches"})


@dataclass(slots=True)
class ShortForm:
    """A selector's plain data, and where in the text each key and value of it stands."""

    data: dict[str, Data] = field(default_factory=dict)
    keys: dict[Path, _Marks] = field(default_factory=dict)
    values: dict[Path, _Marks] = field(default_factory=dict)

    def span(self, place: Place) -> Span:
        """Where a place of the data stands in the text; of what is not there, where the nearest above it stands."""
        path = place.path
        while path:
            known = self.keys.get(path) if place.part == "key" else self.values.get(path, self.keys.get(path))
            if known is not None:
                return Span(place.file, *known)
            path = path[:-1]
        return Span(place.file, 0, 1)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What cannot be read, in one sentence; it is about a command line, so that it is no finding and has no code."""

    at: Place | Span
    sentence: str


@dataclass(frozen=True, slots=True)
class _Condition:
    """One word, read: the path of keys and the words that it takes, each with its marks."""

    keys: tuple[tuple[str, _Marks], ...]
    words: tuple[tuple[str, _Marks], ...]
    marks: _Marks

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.keys)


def read_short_form(words: Sequence[str], file: str) -> tuple[ShortForm, list[Mistake]]:
    """The selector that ``words`` of a command line say; positions are those in the words joined by spaces."""
    conditions: list[_Condition] = []
    mistakes: list[Mistake] = []
    start = 0
    for word in words:
        for first, last in _terms(word):
            found = _condition(word[first:last], start + first)
            if isinstance(found, _Condition):
                conditions.append(found)
            else:
                mistakes.append(Mistake(Span(file, start + first, start + last), found))
        start += len(word) + 1
    return _assembled(conditions), mistakes


def _terms(word: str) -> Iterator[_Marks]:
    """A quoted word may hold several conditions: a new one begins where a key with its operator does."""
    start = len(word) - len(word.lstrip())
    for gap in _NEXT.finditer(word, start):
        yield start, gap.start()
        start = gap.end()
    if word.strip():
        yield start, len(word.rstrip())


def _condition(text: str, start: int) -> _Condition | str:
    """The condition that stands in ``text``, which begins at ``start``; else what is wrong with it."""
    match = _TERM.match(text)
    if match is None:
        return _no_condition(text)
    operator = match["operator"]
    keys = _marked(match["key"].split("."), start)
    words = _marked(_COMMA.split(text[match.end() :]), start + match.end())
    if not all(key for key, _ in keys):
        return f"`{text}` lacks a key before or after a dot"
    if not all(word for word, _ in words):
        return f"`{text}` lacks a word after `{operator}` or beside a comma"
    at = (start + match.start("operator"), start + match.end("operator"))
    if operator == "!=":
        keys.insert(_selector_above(keys), ("not", at))
    elif operator in _BOUNDS:
        keys.append((_BOUNDS[operator], at))
    meant = tuple((word.replace("\\,", ","), marks) for word, marks in words)
    return _Condition(tuple(keys), meant, (start, start + len(text)))


def _no_condition(text: str) -> str:
    if re.search(r"[<>]", text):
        return f"`{text}` compares by something else than `=`, `!=`, `>=` and `<=`"
    if "." in text:
        return f"`{text}` has no `=`; `>=` and `<=` must be quoted, as the shell takes `>` and `<` for itself"
    return f"`{text}` is not KEY=VALUE, as in `type=goal` or `id={text}`"


def _marked(pieces: Sequence[str], start: int) -> list[tuple[str, _Marks]]:
    """Pieces of a text with one character between them, each with its marks."""
    found = []
    for piece in pieces:
        found.append((piece, (start, start + len(piece))))
        start += len(piece) + 1
    return found


def _selector_above(keys: Sequence[tuple[str, _Marks]]) -> int:
    """Where a `not` goes: before the condition that the last key belongs to, of an attribute before its `where`."""
    names = [key for key, _ in keys]
    return names.index("where") if "where" in names[:-1] else len(names) - 1


def _assembled(conditions: Sequence[_Condition]) -> ShortForm:
    """All conditions in one selector: in the same mapping where it has room for them, else under its `all`."""
    parts: list[dict[str, Data]] = [{}]
    homes: list[int] = []
    groups: dict[tuple[str, ...], int] = {}
    for one in conditions:
        group = _group(one.path)
        home = groups.get(group) if group else None
        if home is None:
            home = 0 if one.path[0] != "not" else len(parts)
        if home < len(parts) and not _has_room(parts[home], one.path):
            home = len(parts)
        if home == len(parts):
            parts.append({})
        if group:
            groups[group] = home
        _put(parts[home], one)
        homes.append(home)
    return _joined(parts, homes, conditions)


def _joined(parts: list[dict[str, Data]], homes: Sequence[int], conditions: Sequence[_Condition]) -> ShortForm:
    first, *others = parts
    if not first and len(others) == 1:
        form = ShortForm(others[0])
        prefixes: Mapping[int, Path] = {1: ()}
    else:
        form = ShortForm({**first, "all": [*others]} if others else first)
        prefixes = {0: (), **{number: ("all", number - 1) for number in range(1, len(parts))}}
    for home, one in zip(homes, conditions, strict=True):
        path = prefixes[home]
        if path:
            form.keys.setdefault(path, one.marks)
        for key, marks in one.keys:
            path = (*path, key)
            form.keys.setdefault(path, marks)
        form.values[path] = (one.words[0][1][0], one.words[-1][1][1])
        if len(one.words) > 1:
            form.values |= {(*path, index): marks for index, (_, marks) in enumerate(one.words)}
    return form


def _group(path: tuple[str, ...]) -> tuple[str, ...]:
    """The keys down to the first that stands for one other element; conditions that share them are on the same one."""
    for index, key in enumerate(path):
        if key in _ONE_OF_WHICH_ALL_IS_SAID:
            return path[: index + 1]
        if key != "not":
            break
    return ()


def _has_room(data: Data, path: tuple[str, ...]) -> bool:
    for key in path:
        if not isinstance(data, dict):
            return False
        if key not in data:
            return True
        data = data[key]
    return False


def _put(data: dict[str, Data], one: _Condition) -> None:
    *above, last = one.path
    for key in above:
        below = data.setdefault(key, {})
        assert isinstance(below, dict)  # noqa: S101 - there is room
        data = below
    words: list[Data] = [word for word, _ in one.words]
    data[last] = words[0] if len(words) == 1 else words
