"""One step along relationships: by verb from either end, or by the kind of a relationship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eaframe.graph.graph import Graph
    from eaframe.model.elements import Relationship
    from eaframe.model.model import Model


@dataclass(frozen=True, slots=True)
class Steps:
    """Which relationships may be followed: per direction their types, and kinds (a kind with all below it).

    Nothing in either direction means all relationships, both ways.
    """

    forward: frozenset[str] = frozenset()
    backward: frozenset[str] = frozenset()
    kinds_forward: frozenset[str] = frozenset()
    kinds_backward: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether any relationship may be followed, either way."""
        return not (self.forward or self.backward or self.kinds_forward or self.kinds_backward)

    def leads_forward(self, model: Model, one: Relationship) -> bool:
        """Whether a relationship may be followed from its source."""
        return self.everything or one.type in self.forward or _is_of(model, one, self.kinds_forward)

    def leads_backward(self, model: Model, one: Relationship) -> bool:
        """Whether a relationship may be followed from its target."""
        return self.everything or one.type in self.backward or _is_of(model, one, self.kinds_backward)

    def from_(self, graph: Graph, id_: str) -> Sequence[tuple[Relationship, str]]:
        """The relationships that lead on from an element, with where they lead: forward ones first, then by id."""
        return graph.steps(self).get(id_, ())

    def all_of(self, graph: Graph) -> dict[str, list[tuple[Relationship, str]]]:
        """All steps of a graph, by the ids that they lead on from."""
        found: dict[str, list[tuple[Relationship, str]]] = {}
        for types, kinds, back in (
            (self.forward, self.kinds_forward, False),
            (self.backward, self.kinds_backward, True),
        ):
            for one in self._among(graph, types, kinds):
                start, end = (one.target, one.source) if back else (one.source, one.target)
                found.setdefault(start, []).append((one, end))
        return found

    def _among(self, graph: Graph, types: frozenset[str], kinds: frozenset[str]) -> Iterable[Relationship]:
        """The relationships of these types and kinds, in the order of their ids."""
        relationships = graph.relationships.values()
        if self.everything:
            return relationships
        if kinds:
            return (one for one in relationships if one.type in types or _is_of(graph.model, one, kinds))
        if len(types) == 1:
            return graph.by_relationship_type.get(next(iter(types)), ())
        return (one for one in relationships if one.type in types) if types else ()


def steps(model: Model, via: Sequence[str], *, inverse: bool = False) -> Steps:
    """The steps that verbs, their inverses and kinds of relationships name; ``inverse`` turns each round.

    A name that is neither is passed over: it is reported where it stands.
    """
    ways: tuple[set[str], set[str]] = (set(), set())
    kinds: tuple[set[str], set[str]] = (set(), set())
    for name in via:
        verb = model.metamodel.verbs.get(name)
        if verb is not None:
            ways[verb[1] != inverse].add(verb[0].name)
            if verb[0].verb == verb[0].inverse:
                ways[verb[1] == inverse].add(verb[0].name)  # association reads the same from both sides
        else:
            for id_, kind in model.kinds.items():
                if kind.is_relationship and _is_named(id_, name):
                    kinds[inverse].add(id_)
                    type_ = model.metamodel.relationship_types[kind.type]
                    if type_.verb == type_.inverse:
                        kinds[not inverse].add(id_)
    if via and not any((*ways, *kinds)):
        kinds[0].add("")  # nothing that exists: no step at all, rather than every step
    return Steps(frozenset(ways[0]), frozenset(ways[1]), frozenset(kinds[0]), frozenset(kinds[1]))


def _is_of(model: Model, one: Relationship, kinds: frozenset[str]) -> bool:
    return bool(kinds) and bool(one.kind) and not kinds.isdisjoint(model.kinds[one.kind].lineage)


def _is_named(id_: str, name: str) -> bool:
    return name in {id_, id_.rpartition(":")[2]}
