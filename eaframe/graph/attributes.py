"""The values that selectors, checks and derivations compare, by name: what kinds declare, and what everything has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.metamodel.period import EARLIEST, LATEST
from eaframe.model.elements import Element, Relationship

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eaframe.graph.graph import Graph
    from eaframe.metamodel.values import Value

# What every element has, or may have, whatever its kind. `owner`, `date` and `junction` are read as attributes.
ELEMENT_PROPERTIES: Final[Mapping[str, Callable[[Graph, Element], Value]]] = {
    "id": lambda _, one: one.id,
    "type": lambda _, one: one.type,
    "kind": lambda _, one: one.kind or None,
    "layer": lambda graph, one: graph.layer(one) or None,
    "name": lambda _, one: one.name,
    "documentation": lambda _, one: one.documentation,
    "tags": lambda _, one: one.tags or None,
    "aliases": lambda _, one: one.aliases or None,
    "folder": lambda _, one: one.folder or None,
    "visibility": lambda _, one: one.visibility,
    "valid-from": lambda _, one: _date(one.valid.first, one.valid.first_text),
    "valid-to": lambda _, one: _date(one.valid.last, one.valid.last_text),
    "replaced-by": lambda _, one: one.replaced_by or None,
    "evidence": lambda _, one: tuple(evidence.grade for evidence in one.evidence) or None,
}
RELATIONSHIP_PROPERTIES: Final[Mapping[str, Callable[[Graph, Relationship], Value]]] = {
    "id": lambda _, one: one.id,
    "type": lambda _, one: one.type,
    "kind": lambda _, one: one.kind or None,
    "from": lambda _, one: one.source,
    "to": lambda _, one: one.target,
    "from-owner": lambda graph, one: _owner(graph, one.source),
    "to-owner": lambda graph, one: _owner(graph, one.target),
    "name": lambda _, one: one.name,
    "documentation": lambda _, one: one.documentation,
    "tags": lambda _, one: one.tags or None,
    "visibility": lambda _, one: one.visibility,
    "valid-from": lambda _, one: _date(one.valid.first, one.valid.first_text),
    "valid-to": lambda _, one: _date(one.valid.last, one.valid.last_text),
    "evidence": lambda _, one: tuple(evidence.grade for evidence in one.evidence) or None,
}
MORE_OF_ELEMENTS: Final = ("owner", "date", "junction")  # that are attributes without being declared
MORE_OF_RELATIONSHIPS: Final = ("mode", "strength", "directed")


def value_of(graph: Graph, subject: Element | Relationship, name: str) -> Value:
    """The value of an attribute, of something that everything has, or of a derivation; None where it is missing."""
    if name in graph.derived_names and name not in subject.attributes:
        # Asked first for the names, as derivations themselves ask for values.
        derived = graph.derived.get((subject.id, name))
        if derived is not None:
            return derived.value
    return declared_value(graph, subject, name)


def declared_value(graph: Graph, subject: Element | Relationship, name: str) -> Value:
    """The same without what is derived."""
    if name in subject.attributes:
        return subject.attributes[name]
    if isinstance(subject, Element):
        read = ELEMENT_PROPERTIES.get(name)
        return None if read is None else read(graph, subject)
    of_relationship = RELATIONSHIP_PROPERTIES.get(name) if isinstance(subject, Relationship) else None
    return None if of_relationship is None else of_relationship(graph, subject)


def _owner(graph: Graph, id_: str) -> Value:
    """The owner of an element at the end of a relationship; None where that has none, or is a relationship itself."""
    end = graph.elements.get(id_)
    return None if end is None else value_of(graph, end, "owner")


def _date(day: int, text: str) -> str | None:
    return None if day in {EARLIEST, LATEST} else text
