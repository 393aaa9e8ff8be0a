"""What changed, as Markdown: headings, and a list of things with their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.reports.changes import SIGNS, counts, tell
from eaframe.reports.changes_words import word
from eaframe.reports.markup import code, text
from eaframe.reports.table import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.changes.difference import Difference
    from eaframe.model.model import Model
    from eaframe.reports.changes import ToldChange, ToldThing


def changes_markdown(difference: Difference, after: Model, names: tuple[str, str], language: str = "") -> str:
    """A whole page; ``names`` are those of what was compared."""
    before, later = (text(name) for name in names)
    lines = [f"# {word('heading', language, before=before, after=later)}", "", *summary_table(difference, language)]
    section = ""
    for thing in tell(difference, after, language):
        if thing.section != section:
            section = thing.section
            lines += ["", f"## {word(section, language)[:1].upper()}{word(section, language)[1:]}", ""]
        lines += thing_lines(thing, language)
    return "\n".join(lines) + "\n"


def summary_table(difference: Difference, language: str) -> list[str]:
    """How many things changed per section; one sentence where none did."""
    if not difference:
        said = word("nothing", language)
        return [f"{said[:1].upper()}{said[1:]}."]
    marks = [f"{SIGNS[mark]} {word(mark, language)}" for mark in SIGNS]
    rows = ([word(name, language), *map(str, numbers.values())] for name, numbers in counts(difference).items())
    return table(("", *marks), rows)


def thing_lines(thing: ToldThing, language: str) -> Iterator[str]:
    """An item of a list, with one below it for each value that changed."""
    yield f"- **{SIGNS[thing.mark]}** {_head(thing, language)}"
    for change in thing.changes:
        yield f"  - {_change(change)}"


def _head(thing: ToldThing, language: str) -> str:
    name = f" — {text(thing.name)}" if thing.name else ""
    if thing.source:
        return f"{code(thing.source)} {text(thing.type)} {code(thing.target)}{name}"
    was = f" ({word('was', language)} {code(thing.was)})" if thing.was else ""
    type_ = f"{text(thing.type)} " if thing.type else ""
    return f"{type_}{code(thing.id)}{was}{name}"


def _change(change: ToldChange) -> str:
    where = code(change.where)
    if change.mark == "added":
        return f"&#43; {where}: {text(change.new)}"
    if change.mark == "removed":
        return f"&#45; {where}: <del>{text(change.old)}</del>"
    return f"{where}: {text(change.old)} → {text(change.new)}"
