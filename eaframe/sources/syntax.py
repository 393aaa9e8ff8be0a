"""libyaml's complaints, said so that someone who does not know YAML can act on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

# What libyaml says (a part of it) -> what it means to the writer of a model file.
_MEANINGS = {
    "mapping values are not allowed": "a second `:` on a line needs quotes around the text, or a line of its own",
    "did not find expected ',' or ']'": "a list that was opened with `[` is not closed, or a comma is missing",
    "did not find expected ',' or '}'": "a mapping that was opened with `{` is not closed, or a comma is missing",
    "did not find expected '-' indicator": "the lines of a list and other keys stand at the same indentation",
    "did not find expected key": "the indentation differs from the lines above, or text follows a closing quote",
    "did not find expected node content": "a value is missing before this character",
    "found unexpected end of stream": "a quote that was opened is not closed",
    "found unknown escape character": "in double quotes a backslash must be written `\\\\`",
    "found invalid Unicode character escape code": "the escape is not a character",
    "could not find expected ':'": "a key without `:`",
    "found incompatible YAML document": "the directive asks for another version of YAML",
    "found undefined tag handle": "tags (`!name`) are not known here",
}


def syntax_problem(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The character at which the text stops being YAML, and why."""
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:  # the reader itself: a character that YAML does not allow
        position = min(int(getattr(error, "position", 0) or 0), len(text))
        # libyaml counts bytes here, so look for the character itself
        found = next((i for i, c in enumerate(text) if c < " " and c not in "\t\r\n"), min(position, len(text)))
        return found, "it holds a control character"
    start = min(mark.index, len(text))
    problem = str(getattr(error, "problem", "") or "")
    if "cannot start any token" in problem:
        character = text[start : start + 1]
        if character == "\t":
            return start, "a tab stands where spaces are expected; indent with spaces"
        return start, f"a text that begins with `{character}` needs quotes"
    for part, meaning in _MEANINGS.items():
        if part in problem:
            return _last_written(start, text), meaning
    return start, problem or "it cannot be read"


def _last_written(start: int, text: str) -> int:
    """At the end of the file, or on an empty line, point at the last character that was written."""
    return start if text[start:].strip() else max(0, len(text.rstrip()) - 1)
