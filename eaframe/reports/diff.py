"""What changes in a file, as a unified diff."""

from __future__ import annotations

import difflib

from eaframe.reports.printable import printable

_NO_END = "\\ No newline at end of file\n"


def unified_diff(name: str, before: bytes, after: bytes) -> str:
    """The lines that change with three around them; empty where nothing changes.

    Lines end in a line feed whatever the file's do, and other control characters are shown as pictures: a text of a
    model cannot forge a line.
    """
    old, new = (_lines(content) for content in (before, after))
    shown = printable(name)
    lines = difflib.unified_diff(old, new, f"a/{shown}", f"b/{shown}")
    return "".join(_shown(line) for line in lines)


def _lines(content: bytes) -> list[str]:
    text = content.decode("utf-8", "replace")
    lines = text.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *lines[-1:]] if lines[-1] else [f"{line}\n" for line in lines[:-1]]


def _shown(line: str) -> str:
    content = line.removesuffix("\n")
    safe = "\t".join(printable(part) for part in content.removesuffix("\r").split("\t"))
    return f"{safe}\n" if line.endswith("\n") else f"{safe}\n{_NO_END}"
