"""Patterns that users write: RE2, which runs in linear time whatever the text, so that none can hang a run."""

from __future__ import annotations

import functools
from typing import Any


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
