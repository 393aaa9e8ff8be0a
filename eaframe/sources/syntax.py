"""libyaml's complaints, said so that someone who does not know YAML can act on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eaframe.findings.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

_CONFLICT = re.compile("^<<<<<<< ", re.MULTILINE)
_LINE_END = re.compile("[\r\n]")

_QUOTE = say("a quote that was opened is not closed")
_ESCAPE = say("the escape is not a character")
_NAMES = say("a text that begins with `&`, `*` or `!` needs quotes")
_BLOCK = say("a text that begins with `|` or `>` needs quotes, or stands on the lines below it")
_TAB = say("a tab stands where spaces are expected; indent with spaces")

# What libyaml says (a part of it) -> what it means to the writer of a model file, and whether the place to look at is
# where the thing began (its context) and not where libyaml gave up.
_MEANINGS: dict[str, tuple[Message, bool]] = {
    "did not find expected ',' or ']'": (
        say("a list that was opened with `[` is not closed, or a comma is missing"),
        False,
    ),
    "did not find expected ',' or '}'": (
        say("a mapping that was opened with `{{` is not closed, or a comma is missing"),
        False,
    ),
    "did not find expected '-' indicator": (
        say("the lines of a list and other keys stand at the same indentation"),
        False,
    ),
    "found unexpected end of stream": (_QUOTE, True),
    "found unexpected document indicator": (_QUOTE, True),
    "found unknown escape character": (say("in double quotes a backslash must be written `\\\\`"), False),
    "found invalid Unicode character escape code": (_ESCAPE, False),
    "did not find expected hexdecimal number": (_ESCAPE, False),
    "could not find expected ':'": (say("a key without `:`"), True),
    "block sequence entries are not allowed": (say("a list begins on a line of its own, below its key"), False),
    "mapping keys are not allowed": (say("a text that begins with `{character}` needs quotes", character="?"), False),
    "found a tab character": (_TAB, False),
    "did not find expected alphabetic or numeric": (_NAMES, True),
    "found undefined tag handle": (_NAMES, True),
    "did not find the expected '>'": (_NAMES, True),
    "did not find expected tag URI": (_NAMES, True),
    "found an indentation indicator": (_BLOCK, True),
    "did not find expected comment or line break": (_BLOCK, True),
    "did not find expected <document start>": (say("text stands where the content has ended"), False),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Where a text stops being YAML (a character), why, and where the bracket was opened that is not closed."""

    start: int
    meaning: Message
    opened: int | None = None


def syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    """What a complaint of libyaml means."""
    conflict = _CONFLICT.search(text)
    if conflict:
        return Problem(conflict.start(), say("a merge conflict is left in it"))
    place: Any = getattr(error, "problem_mark", None)
    began: Any = getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", "") or "")
    start = min(place.index, len(text)) if place else 0
    if "directive" in f"{said} {getattr(error, 'context', '')}" or "incompatible YAML" in said:
        meaning = say("`%YAML 1.2` is the only line with `%` that may begin a file")
        return Problem(start - len(_line_before(start, text)), meaning)
    for part, judge in _JUDGES.items():
        if part in said:
            return Problem(_last_written(start, text), judge(start, text))
    for part, (meaning, where_it_began) in _MEANINGS.items():
        if part in said:
            if where_it_began and began:
                return Problem(began.index, meaning)
            opened = began.index if began and "opened" in meaning.template else None
            return Problem(_last_written(start, text), meaning, opened)
    return Problem(_last_written(start, text), say("{problem}", problem=said or "it cannot be read"))


def _beginning(start: int, text: str) -> Message:
    character = text[start : start + 1]
    if character == "\t":
        return _TAB
    if character == "`":
        return say("a text that begins with a backquote needs quotes")
    return say("a text that begins with `{character}` needs quotes", character=character)


def _no_key(start: int, text: str) -> Message:
    character = text[start : start + 1]
    if character in {"]", "}"}:
        return say("nothing opened the `{character}` that stands here", character=character)
    if character == ":":
        return say("a key is missing before `:`")
    if _line_before(start, text).strip():
        return say("text follows a closing quote or bracket; put the whole text in quotes")
    if character == "-":
        return say("a list entry stands where a key is expected")
    return say("the indentation differs from the lines above")


def _no_value(start: int, text: str) -> Message:
    character = text[start : start + 1]
    if not text[start:].strip():
        return say("a bracket that was opened is not closed")
    if character in {"]", "}"}:
        return say(
            "nothing opened the `{character}` that stands here, or a value is missing before it", character=character
        )
    if character == "-":
        return say("between brackets values are parted by commas, not by `-`")
    return say("a value is missing before this character")


def _colon(start: int, text: str) -> Message:
    if ": " in _line_before(start, text):
        return say("a second `:` on a line needs quotes around the text, or a line of its own")
    return say("the line continues the text above it; either that lacks its `:`, or this line is indented too deep")


# What libyaml says where the text itself tells what is meant.
_JUDGES: dict[str, Callable[[int, str], Message]] = {
    "did not find expected key": _no_key,
    "did not find expected node content": _no_value,
    "mapping values are not allowed": _colon,
    "cannot start any token": _beginning,
}


def _line_before(start: int, text: str) -> str:
    """What stands on the same line before a character (of a very long line, its end)."""
    return _LINE_END.split(text[max(0, start - 2_000) : start])[-1]


def _last_written(start: int, text: str) -> int:
    """At the end of the file, or on an empty line, point at the last character that was written."""
    return start if text[start:].strip() else max(0, len(text.rstrip()) - 1)
