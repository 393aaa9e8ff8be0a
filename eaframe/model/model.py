"""The model of a workspace: everything that its files and libraries say, typed and frozen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from eaframe.metamodel.values import History, Value, text_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Kind
    from eaframe.metamodel.period import Period
    from eaframe.model.elements import Definition, Element, Reference, Relationship
    from eaframe.model.workspace_file import WorkspaceFile


@dataclass(frozen=True, slots=True)
class Model:
    """Elements and relationships by id, in the order of their ids; all own and all of imported libraries.

    ``as_of`` is None for the whole model, or the day (YYYYMMDD) that it was cut at. ``incomplete`` tells that a file
    was broken: what is absent here may stand there. ``unsure`` holds the ids of elements and relationships of which
    something could not be read, or that an unreadable reference may have meant: nobody can say what they lack.
    ``libraries`` maps the namespaces of all imported libraries to their versions.
    """

    settings: WorkspaceFile
    metamodel: Metamodel
    kinds: Mapping[str, Kind]
    elements: Mapping[str, Element]
    relationships: Mapping[str, Relationship]
    references: Mapping[str, Reference]
    definitions: Mapping[str, tuple[Definition, ...]]
    incomplete: bool = False
    as_of: int | None = None
    unsure: frozenset[str] = frozenset()
    libraries: Mapping[str, str] = field(default_factory=dict)

    def label(self, value: Value) -> str:
        """A text in the workspace's first language, as far as it has one."""
        return text_in(value, *self.settings.languages)

    def type_name(self, subject: Element | Relationship) -> str:
        """The kind, or else the type, as a file would name it."""
        return subject.kind or subject.type

    def lineage(self, element: Element) -> tuple[str, ...]:
        """The element's kind, its bases and its ArchiMate type."""
        return self.kinds[element.kind].lineage if element.kind else (element.type,)

    def life(self, relationship: Relationship) -> Period:
        """When a relationship lives: where its own validity and that of its ends meet."""
        life = relationship.valid
        for end in self.ends(relationship):
            life = life.meeting(end.valid)
        return life

    def ends(self, relationship: Relationship) -> Iterable[Element | Relationship]:
        """What a relationship ends on: elements, relationships, and what those end on in turn; each once."""
        source, target = self.elements.get(relationship.source), self.elements.get(relationship.target)
        if source is not None and target is not None:
            return (source, target)
        return self._ends_below(relationship)

    def _ends_below(self, relationship: Relationship) -> Iterator[Element | Relationship]:
        seen: set[str] = set()
        open_ = [relationship.target, relationship.source]
        while open_:  # no recursion: relationships may end on each other a thousand deep
            end = open_.pop()
            if end in seen:
                continue
            seen.add(end)
            if end in self.elements:
                yield self.elements[end]
            elif end in self.relationships:
                below = self.relationships[end]
                yield below
                open_ += [below.target, below.source]

    def at(self, day: int) -> Model:
        """The model as of ``day`` (YYYYMMDD): what is valid then, with the values that held then."""
        elements = {
            id_: _element_at(element, day) for id_, element in self.elements.items() if element.valid.holds(day)
        }
        relationships: dict[str, Relationship] = {}
        waiting = [relationship for relationship in self.relationships.values() if relationship.valid.holds(day)]
        while True:  # a relationship may end on another one, so what is kept grows until it does not
            left = []
            for relationship in waiting:
                if all(end in elements or end in relationships for end in (relationship.source, relationship.target)):
                    relationships[relationship.id] = _relationship_at(relationship, day)
                else:
                    left.append(relationship)
            if len(left) == len(waiting):
                break
            waiting = left
        if len(relationships) == len(self.relationships) and len(elements) == len(self.elements):
            same = all(elements[id_] is element for id_, element in self.elements.items()) and all(
                relationships[id_] is relationship for id_, relationship in self.relationships.items()
            )
            if same:
                return replace(self, as_of=day)
        ordered = {id_: relationships[id_] for id_ in self.relationships if id_ in relationships}
        return replace(self, elements=elements, relationships=ordered, as_of=day)


def _element_at(element: Element, day: int) -> Element:
    name, documentation = _at(element.name, day), _at(element.documentation, day)
    attributes = _attributes_at(element.attributes, day)
    if name is element.name and documentation is element.documentation and attributes is element.attributes:
        return element
    return replace(element, name=name, documentation=documentation, attributes=attributes)


def _relationship_at(relationship: Relationship, day: int) -> Relationship:
    if relationship.name is None and relationship.documentation is None and not relationship.attributes:
        return relationship  # nine in ten say no more than their ends
    name, documentation = _at(relationship.name, day), _at(relationship.documentation, day)
    attributes = _attributes_at(relationship.attributes, day)
    if (
        name is relationship.name
        and documentation is relationship.documentation
        and attributes is relationship.attributes
    ):
        return relationship
    return replace(relationship, name=name, documentation=documentation, attributes=attributes)


def _attributes_at(attributes: Mapping[str, Value], day: int) -> Mapping[str, Value]:
    if not any(value.__class__ is History for value in attributes.values()):
        return attributes
    held = {name: _at(value, day) for name, value in attributes.items()}
    return {name: value for name, value in held.items() if value is not None}


def _at(value: Value, day: int) -> Value:
    return value.at(day) if isinstance(value, History) else value
