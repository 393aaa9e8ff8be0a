"""Elements as a table for people, as CSV for spreadsheets and as JSON for programs: the same columns in each."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from eaframe.exchange.json_export import value_to_json
from eaframe.metamodel.values import NotApplicable, Unknown, Value, text_in
from eaframe.reports.printable import escaped, printable
from eaframe.reports.width import cut, padded, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from eaframe.model.elements import Element
    from eaframe.model.model import Model

FORMATS: Final = ("table", "json", "csv")
DEFAULT_COLUMNS: Final = ("id", "type", "name", "owner")
SCHEMA_VERSION: Final = 1
_WIDEST: Final = 60  # columns of a terminal that one cell takes; CSV and JSON cut nothing
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for the start of one
_UNKNOWN: Final = {
    "en": ("(unknown)", "(not applicable)"),
    "vi": ("(chưa biết)", "(không áp dụng)"),
}


def _layer(model: Model, element: Element) -> str | None:
    type_ = model.metamodel.element_types.get(element.type)
    return type_.layer if type_ else None


# What every element has, by the name of its column.
_CORE: Final[Mapping[str, Callable[[Model, Element], Value]]] = {
    "id": lambda _, one: one.id,
    "type": lambda model, one: model.type_name(one),
    "base": lambda _, one: one.type,
    "layer": _layer,
    "name": lambda _, one: one.name,
    "documentation": lambda _, one: one.documentation,
    "owner": lambda _, one: one.attributes.get("owner"),
    "tags": lambda _, one: one.tags,
    "aliases": lambda _, one: one.aliases,
    "folder": lambda _, one: one.folder or None,
    "namespace": lambda model, one: one.id.rpartition(":")[0] or model.settings.namespace,
    "valid-from": lambda _, one: one.valid.first_text or None,
    "valid-to": lambda _, one: one.valid.last_text or None,
    "replaced-by": lambda _, one: one.replaced_by,
    "visibility": lambda _, one: one.visibility,
    "file": lambda _, one: one.file,
    "date": lambda _, one: one.attributes.get("date"),
    "junction": lambda _, one: one.attributes.get("junction"),
}


@dataclass(frozen=True, slots=True)
class ElementList:
    """Elements with the columns to show of each; texts in the first of ``languages`` that there is."""

    model: Model
    elements: Sequence[Element]
    columns: tuple[str, ...]
    language: str
    languages: tuple[str, ...]

    def render(self, format_: str) -> str:
        """The list in one of FORMATS."""
        return {"table": self._table, "json": self._json, "csv": self._csv}[format_]()

    def _value(self, element: Element, column: str) -> Value:
        core = _CORE.get(column)
        return core(self.model, element) if core else element.attributes.get(column)

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
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(self.columns)
        for element in self.elements:
            writer.writerow([self._cell(self._value(element, column)) for column in self.columns])
        return file.getvalue()

    def _cell(self, value: Value) -> str:
        text = self._text(value)
        if isinstance(value, int | float):
            return text
        shown = "\n".join(map(printable, text.splitlines()))
        return f"'{shown}" if text.startswith(_FORMULA) else shown

    def _json(self) -> str:
        content: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "columns": list(self.columns),
            "elements": [
                {column: value_to_json(self._value(element, column)) for column in self.columns}
                for element in self.elements
            ],
        }
        return escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def known_columns(model: Model) -> tuple[str, ...]:
    """The columns there are: what every element has, then the attributes of the workspace's kinds."""
    declared = {name for kind in model.kinds.values() if not kind.is_relationship for name in kind.attributes}
    return (*_CORE, *sorted(declared - _CORE.keys()))


def _first_line(text: str) -> str:
    line, *more = text.splitlines() or [""]
    return f"{line} …" if more else line
