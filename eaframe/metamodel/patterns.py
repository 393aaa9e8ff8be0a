"""Patterns that users write: RE2, which runs in linear time whatever the text, so that none can hang a run."""

from __future__ import annotations

import functools
from typing import Any

_SET_MEMORY = 64 << 20  # bytes; with less a set of a dozen patterns gives up in a long text


class PatternError(ValueError):
    """Not a pattern that RE2 can run: it has look-around, a back-reference, or is malformed."""


@functools.cache
def compile_pattern(pattern: str) -> Any:
    """The compiled pattern; matches are asked for with ``fullmatch``. Raises PatternError."""
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options=options)
    except re2.error as error:
        reason = error.args[0]
        raise PatternError(reason.decode() if isinstance(reason, bytes) else str(reason)) from None


def matches(pattern: str, text: str) -> bool:
    """Whether the whole ``text`` is of the form ``pattern``."""
    return compile_pattern(pattern).fullmatch(text.encode()) is not None  # of bytes no offsets are counted back


@functools.cache
def pattern_set(patterns: tuple[str, ...]) -> Any:
    """The patterns as one: ``Match(text)`` gives the indexes of those that are found in a text, in one pass over it."""
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = _SET_MEMORY
    found = re2.Set.SearchSet(options)
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found
