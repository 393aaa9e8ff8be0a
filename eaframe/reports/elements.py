"""Elements as a table for people, as CSV for spreadsheets and as JSON for programs: the same columns in each.

JSON, schema version 1: ``columns``, and ``elements`` as objects with a key for each column; values are those of
``eaframe export json`` (see there), null where one is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from eaframe.exchange.json_export import value_to_json
from eaframe.graph.attributes import ELEMENT_PROPERTIES, MORE_OF_ELEMENTS, value_of
from eaframe.metamodel.values import NotApplicable, Unknown, Value, text_in
from eaframe.reports.printable import json_document, printable
from eaframe.reports.sheet import cell, sheet
from eaframe.reports.width import cut, padded, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from eaframe.graph import Graph
    from eaframe.model.elements import Element
    from eaframe.model.model import Model

FORMATS: Final = ("table", "json", "csv")
DEFAULT_COLUMNS: Final = ("id", "type", "name", "owner")
SCHEMA_VERSION: Final = 1
_WIDEST: Final = 60  # columns of a terminal that one cell takes; CSV and JSON cut nothing
_UNKNOWN: Final = {
    "en": ("(unknown)", "(not applicable)"),
    "vi": ("(chưa xác định)", "(không áp dụng)"),
}


# Columns beyond what selectors compare. `type` is what a file names it: the kind, or else ArchiMate's type.
_MORE: Final[Mapping[str, Callable[[Model, Element], Value]]] = {
    "type": lambda model, one: model.type_name(one),
    "base": lambda _, one: one.type,
    "namespace": lambda model, one: one.id.rpartition(":")[0] or model.settings.namespace,
    "file": lambda _, one: one.file,
}


@dataclass(frozen=True, slots=True)
class ElementList:
    """Elements with the columns to show of each; texts in the first of ``languages`` that there is."""

    graph: Graph
    elements: Sequence[Element]
    columns: tuple[str, ...]
    language: str
    languages: tuple[str, ...]

    def render(self, format_: str) -> str:
        """The list in one of FORMATS."""
        return {"table": self._table, "json": self._json, "csv": self._csv}[format_]()

    def _value(self, element: Element, column: str) -> Value:
        more = _MORE.get(column)
        return more(self.graph.model, element) if more else value_of(self.graph, element, column)

    def _texts(self) -> Iterator[list[str]]:
        for element in self.elements:
            yield [self._text(self._value(element, column)) for column in self.columns]

    def _text(self, value: Value) -> str:
        if isinstance(value, Unknown | NotApplicable):
            return _UNKNOWN[self.language][isinstance(value, NotApplicable)]
        return text_in(value, *self.languages)

    def _table(self) -> str:
        """Aligned columns under a line; nothing at all for no elements."""
        rows = [[cut(printable(_first_line(cell)), _WIDEST) for cell in cells] for cells in self._texts()]
        if not rows:
            return ""
        header = [column.upper() for column in self.columns]
        widths = [max(map(width, cells)) for cells in zip(header, *rows, strict=True)]
        lines = ("  ".join(map(padded, cells, widths)).rstrip() for cells in (header, *rows))
        return "".join(f"{line}\n" for line in lines)

    def _csv(self) -> str:
        """A line of column names and one an element. A text that a spreadsheet would run gets a ' before it."""
        rows = ([self._cell(self._value(element, column)) for column in self.columns] for element in self.elements)
        return sheet((self.columns, *rows))

    def _cell(self, value: Value) -> str:
        text = self._text(value)
        return text if isinstance(value, int | float) else cell(text, keeps_lines=True)

    def _json(self) -> str:
        content: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "columns": list(self.columns),
            "elements": [
                {column: value_to_json(self._value(element, column)) for column in self.columns}
                for element in self.elements
            ],
        }
        return json_document(content)


def known_columns(model: Model) -> tuple[str, ...]:
    """The columns there are: what every element has, then what the workspace's kinds declare or derive."""
    kinds = [kind for kind in model.kinds.values() if not kind.is_relationship]
    declared = {name for kind in kinds for name in (*kind.attributes, *kind.derived)}
    everyone = dict.fromkeys((*DEFAULT_COLUMNS, *_MORE, *ELEMENT_PROPERTIES, *MORE_OF_ELEMENTS))
    return (*everyone, *sorted(declared - everyone.keys()))


def _first_line(text: str) -> str:
    line, *more = text.splitlines() or [""]
    return f"{line} …" if more else line
