"""A model with its neighbours at hand, and as a networkx graph for whoever wants that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from eaframe.graph.work import MOST_STEPS, Work
from eaframe.model.elements import VISIBILITIES, Element, Relationship, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from eaframe.graph.derive import Derived
    from eaframe.graph.hops import Steps
    from eaframe.model.model import Model

_NONE: tuple[Relationship, ...] = ()


@dataclass(frozen=True)
class Graph:
    """The relationships of a model by their ends. Built once a model; what is rarely asked for is built when asked.

    ``most_steps`` bounds what selectors and checks may look at altogether.
    """

    model: Model
    most_steps: int = MOST_STEPS

    @cached_property
    def work(self) -> Work:
        """The steps that selectors and checks may still make."""
        return Work(self.most_steps)

    @property
    def elements(self) -> Mapping[str, Element]:
        """All elements by id."""
        return self.model.elements

    @property
    def relationships(self) -> Mapping[str, Relationship]:
        """All relationships by id."""
        return self.model.relationships

    @cached_property
    def own_elements(self) -> tuple[Element, ...]:
        """The elements of the workspace itself, without those of its libraries."""
        return tuple(element for element in self.elements.values() if element.is_own)

    @cached_property
    def own_relationships(self) -> tuple[Relationship, ...]:
        """The relationships of the workspace itself."""
        return tuple(relationship for relationship in self.relationships.values() if relationship.is_own)

    @cached_property
    def outgoing(self) -> Mapping[str, list[Relationship]]:
        """Per id of an element or relationship: the relationships from it, in the order of their ids."""
        found: dict[str, list[Relationship]] = {}
        for relationship in self.relationships.values():
            found.setdefault(relationship.source, []).append(relationship)
        return found

    @cached_property
    def incoming(self) -> Mapping[str, list[Relationship]]:
        """Per id of an element or relationship: the relationships to it, in the order of their ids."""
        found: dict[str, list[Relationship]] = {}
        for relationship in self.relationships.values():
            found.setdefault(relationship.target, []).append(relationship)
        return found

    @cached_property
    def by_type(self) -> Mapping[str, tuple[Element, ...]]:
        """The elements by the names of their type, their kind and all between, those of a library also the short way.

        In the order of ids.
        """
        found: dict[str, list[Element]] = {}
        lineages: dict[tuple[str, str], frozenset[str]] = {}
        for element in self.elements.values():
            key = (element.type, element.kind)
            if key not in lineages:
                lineage = self.model.lineage(element)
                lineages[key] = frozenset((*lineage, *(name.rpartition(":")[2] for name in lineage)))
            for name in lineages[key]:
                found.setdefault(name, []).append(element)
        return {name: tuple(elements) for name, elements in found.items()}

    @cached_property
    def derived_names(self) -> frozenset[str]:
        """The names of everything that some kind derives."""
        return frozenset(name for kind in self.model.kinds.values() for name in kind.derived)

    @cached_property
    def derived(self) -> Mapping[tuple[str, str], Derived]:
        """What kinds derive, by the id of an element and the name: the value and the witness for it."""
        if not self.derived_names:
            return {}
        from eaframe.graph.derive import derive

        return derive(self)

    def steps(self, way: Steps) -> Mapping[str, list[tuple[Relationship, str]]]:
        """Per id the relationships that lead on this way, with where they lead; worked out once for each way."""
        found = self._steps.get(way)
        if found is None:
            found = self._steps[way] = way.all_of(self)
        return found

    @cached_property
    def by_relationship_type(self) -> Mapping[str, list[Relationship]]:
        """The relationships by ArchiMate type, in the order of their ids."""
        found: dict[str, list[Relationship]] = {}
        for one in self.relationships.values():
            found.setdefault(one.type, []).append(one)
        return found

    @cached_property
    def _steps(self) -> dict[Steps, dict[str, list[tuple[Relationship, str]]]]:
        return {}

    def of_types(self, names: tuple[str, ...]) -> frozenset[str]:
        """The ids of the elements of any of these types or kinds, or of kinds below them; worked out once for each."""
        found = self._of_types.get(names)
        if found is None:
            found = self._of_types[names] = frozenset(
                element.id for name in names for element in self.by_type.get(name, ())
            )
        return found

    @cached_property
    def _of_types(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def layer(self, element: Element) -> str:
        """The ArchiMate layer of an element; "" where its type is not known."""
        type_ = self.model.metamodel.element_types.get(element.type)
        return "" if type_ is None else type_.layer

    def from_(self, id_: str, *types: str) -> Iterator[Relationship]:
        """The relationships from an element, of these ArchiMate types (or of all)."""
        return (one for one in self.outgoing.get(id_, _NONE) if not types or one.type in types)

    def to(self, id_: str, *types: str) -> Iterator[Relationship]:
        """The relationships to an element, of these ArchiMate types (or of all)."""
        return (one for one in self.incoming.get(id_, _NONE) if not types or one.type in types)

    def neighbours(self, id_: str) -> tuple[str, ...]:
        """The elements one relationship away, in either direction, sorted."""
        found = {one.target for one in self.from_(id_)} | {one.source for one in self.to(id_)}
        return tuple(sorted(end for end in found - {id_} if end in self.elements))

    def around(self, ids: Iterable[str], depth: int) -> tuple[str, ...]:
        """These elements and all up to ``depth`` relationships away, sorted."""
        reached = {id_ for id_ in ids if id_ in self.elements}
        edge = set(reached)
        for _ in range(depth):
            edge = {near for id_ in edge for near in self.neighbours(id_)} - reached
            reached |= edge
        return tuple(sorted(reached))

    def visibility(self, relationship: Relationship) -> Visibility:
        """The strictest of the relationship's own visibility and that of its ends."""
        everyone = (relationship.visibility, *(end.visibility for end in self.model.ends(relationship)))
        return max(everyone, key=VISIBILITIES.index)

    @cached_property
    def networkx(self) -> nx.MultiDiGraph[str]:
        """The graph for networkx.

        Nodes are ids of elements, with ``type, kind, layer, name, documentation, owner, tags, visibility`` and
        ``element`` (the ``Element`` itself). A relationship on which another one ends is a node too, with ``type``
        and ``relationship``. Edges are relationships: their key is the id, with ``type, verb, kind, name`` and
        ``relationship``. Names are in the workspace's first language.
        """
        from eaframe.graph.export import to_networkx

        return to_networkx(self)
