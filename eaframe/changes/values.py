"""Values of a model in a few characters, for a line that tells what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.changes.difference import ABSENT, Absent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.changes.plain import Item, Plain

_LONGEST: Final = 90  # characters of a value
_KEPT: Final = 18  # characters before the first that differs
_GAP: Final = "…"


def short(value: Plain | Absent, most: int = _LONGEST) -> str:
    """A value as a file may say it, on one line, cut where it is long."""
    return _cut(in_flow(value), most)


def short_pair(old: Plain | Absent, new: Plain | Absent, most: int = _LONGEST) -> tuple[str, str]:
    """Two values, both cut such that the first character in which they differ is shown."""
    first, second = in_flow(old), in_flow(new)
    if len(first) <= most and len(second) <= most:
        return first, second
    same = next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    start = same - _KEPT
    if start <= 0:
        return _cut(first, most), _cut(second, most)
    space = first.find(" ", start, same)
    start = space + 1 if space >= 0 else start
    return _GAP + _cut(first[start:], most - 1), _GAP + _cut(second[start:], most - 1)


def only_in_each(old: Plain | Absent, new: Plain | Absent) -> tuple[Plain | Absent, Plain | Absent]:
    """Of two lists what only one of them has; two lists that differ in order alone, and all else, as they are."""
    if not (isinstance(old, list) and isinstance(new, list)):
        return old, new
    first = [item for item in old if item not in new]
    second = [item for item in new if item not in old]
    if not first and not second:
        return old, new
    return first or ABSENT, second or ABSENT


def in_flow(value: Plain | Absent) -> str:
    """A value in YAML's flow style, without the quotes that nobody needs for reading; spaces folded."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_flow(item) for item in value) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if isinstance(value, Absent) else " ".join(str(value).split()) or '""'


def path_in_words(path: Sequence[str | int]) -> str:
    """``name.vi``, ``owner (2025-03-01…)``, ``include[1].id``."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step}]"
        elif _GAP in step:
            words += f" ({step})"
        else:
            words += f".{step}" if words else step
    return words


def name_of(item: Item, languages: Sequence[str]) -> str:
    """The name of a thing, or what serves as one, in the first language that it has; of a history the latest."""
    for key in ("name", "title", "label"):
        if key in item:
            return _text(item[key], languages)
    return ""


def _text(value: Plain, languages: Sequence[str]) -> str:
    while isinstance(value, dict):
        if not value or "unknown" in value or "not-applicable" in value:
            return ""
        known = [language for language in languages if language in value]
        value = value[known[0]] if known else list(value.values())[-1]
        if isinstance(value, dict) and "value" in value:
            value = value["value"]
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + _GAP
