"""The kinds that a workspace can use, by library, for people and for programs.

JSON, schema version 1; keys and meaning are kept within a version, new keys may be added: ``kinds``, each with ``id``,
``name`` (as files say it), ``library`` ("" for the workspace's own), ``label`` (a text as in ``eaframe export json``),
``type`` (of ArchiMate), ``relationship`` (whether it is one of relationships) and ``attributes``, how many it has.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from eaframe.exchange.json_export import declared_text
from eaframe.metamodel.values import declared_in
from eaframe.model.kind_search import short_name
from eaframe.reports.cells import Cells, Id
from eaframe.reports.kinds_words import WORDS
from eaframe.reports.markup import text
from eaframe.reports.printable import json_document, printable
from eaframe.reports.width import cut, padded, width, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.metamodel.kinds import Kind
    from eaframe.metamodel.vocabulary import ElementType, RelationshipType
    from eaframe.model.model import Model

FORMATS: Final = ("text", "markdown", "json")
SCHEMA_VERSION: Final = 1
COLUMNS: Final = 80  # of a terminal
_WIDEST_NAME: Final = 34  # columns
_COUNT: Final = 3


@dataclass(frozen=True, slots=True)
class KindList:
    """Kinds of a model, all or those below ``type``; labels in the first of ``languages`` that there is."""

    model: Model
    language: str
    languages: tuple[str, ...]
    type: str = ""

    def render(self, format_: str) -> str:
        """The list in one of FORMATS."""
        if format_ == "json":
            return json_document(self._content())
        lines = self._text() if format_ == "text" else self._markdown()
        return "".join(f"{line}\n" for line in lines)

    @property
    def _words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    @property
    def _listed(self) -> list[Kind]:
        """Own kinds first, then those of libraries; by ArchiMate's type and name."""
        found = [kind for kind in self.model.kinds.values() if not self.type or self.type in kind.lineage]
        return sorted(found, key=lambda kind: (kind.is_relationship, library_of(kind), kind.type, kind.id))

    def _groups(self) -> Iterator[tuple[str, str, list[Kind]]]:
        """The kinds of elements, then of relationships, each by library."""
        for (is_relationship, library), kinds in groupby(
            self._listed, lambda kind: (kind.is_relationship, library_of(kind))
        ):
            of = self._words["library"].format(name=library) if library else self._words["own"]
            yield self._words["relationships" if is_relationship else "elements"], of, list(kinds)

    def _label(self, kind: Kind) -> str:
        return declared_in(kind.label, *self.languages)

    def _type_label(self, name: str) -> str:
        return declared_in(type_of(self.model, name).label, *self.languages)

    def _about_type(self) -> Iterator[str]:
        """What an ArchiMate type is called, where one was asked for."""
        if self.type and self.type not in self.model.kinds:
            relationship = self.model.metamodel.relationship_types.get(self.type)
            what = (
                self._words["archimate-relationship"].format(verb=relationship.verb)
                if relationship
                else self._words["archimate-element"]
            )
            yield f"{self.type}: {self._type_label(self.type)}, {what}"

    def _nothing(self) -> str:
        return self._words["none-of"].format(type=self.type) if self.type else self._words["none"]

    # For a terminal: a heading a type, so that a name and a label have room beside each other.

    def _text(self) -> Iterator[str]:
        about = list(self._about_type())
        yield from (line for said in about for line in wrapped(said, COLUMNS, "", "  "))
        if about:
            yield ""
        if not self._listed:
            yield from wrapped(self._nothing(), COLUMNS, "")
            return
        names = [short_name(self.model, kind) for kind in self._listed]
        columns = min(_WIDEST_NAME, max(map(width, names)))
        for what, of, kinds in self._groups():
            yield f"[{what} {printable(of)}: {len(kinds)}]"
            for type_, members in groupby(kinds, lambda kind: kind.type):
                yield f"  {self._type_label(type_)} ({type_})"
                for kind in members:
                    name = printable(short_name(self.model, kind))
                    room = COLUMNS - 4 - max(columns, width(name)) - 4 - _COUNT
                    label = padded(cut(printable(self._label(kind)), max(room, 1)), max(room, 1))
                    gap = " " * max(0, columns - width(name))
                    yield f"    {name}{gap}  {label}  {len(kind.attributes):>{_COUNT}}"
            yield ""
        yield from wrapped(self._words["more"], COLUMNS, "")

    # For a page.

    def _markdown(self) -> Iterator[str]:
        for said in self._about_type():
            yield text(said)
            yield ""
        if not self._listed:
            yield text(self._nothing())
        for what, of, kinds in self._groups():
            yield f"## {text(f'{what} {of}')}"
            yield ""
            rows = [
                (Id(short_name(self.model, kind)), self._label(kind), Id(kind.type), len(kind.attributes))
                for kind in kinds
            ]
            yield from Cells(("kind", "label", "type", "attributes"), rows).markdown(self._words, self.language)
            yield ""

    # For a program.

    def _content(self) -> dict[str, Any]:
        return {
            "schema_version": SCHEMA_VERSION,
            "kinds": [
                {
                    "id": kind.id,
                    "name": short_name(self.model, kind),
                    "library": library_of(kind),
                    "label": declared_text(kind.label),
                    "type": kind.type,
                    "relationship": kind.is_relationship,
                    "attributes": len(kind.attributes),
                }
                for kind in self._listed
            ],
        }


def library_of(kind: Kind) -> str:
    """The namespace of the library that declares a kind, "" for the workspace itself."""
    return kind.id.rpartition(":")[0]


def type_of(model: Model, name: str) -> ElementType | RelationshipType:
    """The type of ArchiMate of this name. Raises KeyError."""
    found = model.metamodel.element_types.get(name)
    return found or model.metamodel.relationship_types[name]
