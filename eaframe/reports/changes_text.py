"""What changed, for a terminal: a block per thing, and one line that sums up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.reports.changes import SIGNS, counts, tell
from eaframe.reports.changes_words import word
from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eaframe.changes.difference import Difference
    from eaframe.model.model import Model
    from eaframe.reports.changes import Mark, ToldChange, ToldThing

_COLOURS: Final = {"added": "32", "removed": "31", "changed": "33", "renamed": "36", "bold": "1", "dim": "2"}


def changes_text(difference: Difference, after: Model, *, language: str = "", colour: bool = False) -> str:
    """All that changed; names in ``language`` (default: the first of the workspace), the rest in it or in English."""
    return "".join(f"{line}\n" for line in _lines(difference, after, language, colour=colour))


def summary(difference: Difference, language: str, *, colour: bool = False) -> str:
    """``elements +1 -0 ~2 »1, relationships +3 -1 ~0``; a thing counts as changed or as renamed, not as both."""
    paint = _painter(colour=colour)
    if not difference:
        return word("nothing", language)
    parts = []
    for section, numbers in counts(difference).items():
        shown = {mark: number for mark, number in numbers.items() if number or mark != "renamed"}
        said = " ".join(paint(mark if number else "dim", f"{SIGNS[mark]}{number}") for mark, number in shown.items())
        parts.append(f"{word(section, language)} {said}")
    return ", ".join(parts)


def _lines(difference: Difference, after: Model, language: str, *, colour: bool) -> Iterator[str]:
    paint = _painter(colour=colour)
    section = ""
    for thing in tell(difference, after, language):
        if thing.section != section:
            if section:
                yield ""
            section = thing.section
            yield paint("bold", word(section, language))
        yield paint(thing.mark, f"{SIGNS[thing.mark]} {_head(thing, language)}")
        for change in thing.changes:
            yield "    " + _change(change, paint)
    if section:
        yield ""
    yield summary(difference, language, colour=colour)


def _head(thing: ToldThing, language: str) -> str:
    if thing.source:
        says = f"{thing.source} {thing.type} {thing.target}"
        derived = thing.id == f"{thing.source}--{thing.type}--{thing.target}"
        parts = [says if derived else f"{thing.id}: {says}", thing.name]
    else:
        was = f" ({word('was', language)} {thing.was})" if thing.was else ""
        parts = [f"{thing.type} {thing.id}{was}".lstrip(), thing.name]
    return "  ".join(printable(part) for part in parts if part)


def _change(change: ToldChange, paint: Callable[[Mark | str, str], str]) -> str:
    where, old, new = printable(change.where), printable(change.old), printable(change.new)
    if change.mark == "added":
        return paint("added", f"+ {where}: {new}")
    if change.mark == "removed":
        return paint("removed", f"- {where}: {old}")
    return f"{where}: {paint('removed', old)} → {paint('added', new)}"


def _painter(*, colour: bool) -> Callable[[Mark | str, str], str]:
    def paint(style: str, text: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if colour else text

    return paint
