"""A card for a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.reports.printable import printable
from eaframe.reports.width import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.documents.card import Card

_WIDTH: Final = 100  # columns
_WIDEST_ID: Final = 34  # columns that ids take in a list; a longer one pushes its name to the right
_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def card_text(card: Card, *, colour: bool) -> str:
    """The card as lines; nothing in it can move the cursor or begin a line of its own."""
    paint = _Paint(colour)
    parts = (_head(card, paint), _rows(card), _relationships(card, paint), _views(card, paint), _findings(card, paint))
    blocks = ("".join(f"{line.rstrip()}\n" for line in part) for part in parts)
    return "\n".join(block for block in blocks if block)


@dataclass(frozen=True, slots=True)
class _Paint:
    """Makes a text of the model safe to print, and gives it weight where colours are wanted."""

    colour: bool

    def bold(self, text: str) -> str:
        return f"{_BOLD}{printable(text)}{_END}" if self.colour else printable(text)

    def dim(self, text: str) -> str:
        return f"{_DIM}{printable(text)}{_END}" if self.colour else printable(text)


def _head(card: Card, paint: _Paint) -> Iterator[str]:
    yield paint.bold(card.id)
    for language, name in card.names:
        yield f"  {paint.bold(name)}" + (f"  {paint.dim(language)}" if len(card.names) > 1 else "")
    yield f"  {printable(card.what)}"
    yield f"  {paint.dim(card.where)}"
    if card.note:
        yield f"  {paint.bold(card.note)}"
    if card.documentation:
        yield ""
        yield from wrapped(card.documentation, _WIDTH, "  ")


def _rows(card: Card) -> Iterator[str]:
    width = max((len(row.label) for row in card.rows), default=0)
    for row in card.rows:
        for number, line in enumerate(row.lines):
            label = "" if number else printable(row.label)
            yield from wrapped(line, _WIDTH, f"  {label:<{width}}  ", " " * (width + 4))


def _relationships(card: Card, paint: _Paint) -> Iterator[str]:
    if card.neighbours or card.hidden:
        yield paint.bold(card.titles["relations"])
    for verb, neighbours in card.neighbours:
        yield f"  {printable(verb)}"
        width = max((len(one.id) for one in neighbours if len(one.id) <= _WIDEST_ID), default=0)
        for one in neighbours:
            line = f"    {printable(one.id):<{width}}  {printable(one.name)}"
            if one.about and len(line) + len(one.about) + 2 > _WIDTH:
                yield line
                yield from (paint.dim(part) for part in wrapped(one.about, _WIDTH, " " * 8))
            else:
                yield line + (f"  {paint.dim(one.about)}" if one.about else "")
    if card.hidden:
        yield f"  {paint.dim(card.hidden)}"


def _views(card: Card, paint: _Paint) -> Iterator[str]:
    if card.views:
        yield paint.bold(card.titles["in-views"])
        width = max((len(id_) for id_, _ in card.views if len(id_) <= _WIDEST_ID), default=0)
        for id_, title in card.views:
            yield f"  {printable(id_):<{width}}  {printable(title)}"


def _findings(card: Card, paint: _Paint) -> Iterator[str]:
    if card.findings:
        yield paint.bold(card.titles["findings"])
    for one in card.findings:
        where = f"{one.file}:{one.line}:{one.column}"
        yield from wrapped(f"{one.severity} {one.code} {one.message} ({where})", _WIDTH, "  ", "    ")
