"""Whom a change or a removal reaches: how far away, along which relationships, and whose that is.

What each relationship type carries is data (`eaframe.metamodel.impact`); here it is only followed.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.impact import GOES_TOO, STRENGTHS, Strength, load_impact
from eaframe.metamodel.values import History
from eaframe.metamodel.vocabulary import JUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.changes.lost import Lack, LostRelationship
    from eaframe.changes.mentions import Mention
    from eaframe.changes.owners import OwnerToTell
    from eaframe.graph import Graph
    from eaframe.metamodel.impact import Felt, ImpactTable
    from eaframe.model.elements import Relationship

_ENDS_ON_IT: Final[Mapping[str, str]] = {"en": "ends on it", "vi": "nối với nó"}


@dataclass(frozen=True, slots=True)
class Step:
    """One relationship walked from ``start`` to ``end``; ``verb`` is how it reads that way.

    An end is an element, or a relationship on which another one ends. ``reason`` says of ``end`` why it is reached, by
    language.
    """

    start: str
    verb: str
    end: str
    relationship: str
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Affected:
    """An element that is reached. ``distance`` counts relationships; a junction joins several to one.

    ``strength`` is that of the weakest relationship on the way. ``gone`` is a part that is removed with its whole.
    """

    id: str
    distance: int
    strength: Strength
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Impact:
    """What is reached from ``ids``: elements in the order of distance and id, and the owners to tell of it.

    The last three are of a removal: relationships that lose an end, elements that nothing serves, realizes, performs
    or writes any more, and what else names the removed. ``steps`` holds, for whatever was reached, the last step to it.
    """

    ids: tuple[str, ...]
    remove: bool
    depth: int | None
    affected: tuple[Affected, ...]
    owners: tuple[OwnerToTell, ...]
    lost: tuple[LostRelationship, ...] = ()
    lacking: tuple[Lack, ...] = ()
    mentions: tuple[Mention, ...] = ()
    steps: Mapping[str, Step] = field(default_factory=dict, repr=False)

    def path(self, id_: str) -> tuple[Step, ...]:
        """The steps that prove that an element is reached, from one of ``ids`` to it."""
        steps: list[Step] = []
        while id_ in self.steps:
            steps.append(self.steps[id_])
            id_ = steps[-1].start
        return tuple(reversed(steps))


def impact(
    graph: Graph,
    ids: Iterable[str],
    *,
    remove: bool = False,
    depth: int | None = None,
    at_least: Strength = "weak",
    whole: Graph | None = None,
) -> Impact:
    """Whom a change of these elements or relationships reaches, or with ``remove`` their removal.

    The nearest way counts, of equally near ones that of the strongest relationships. ``depth`` bounds the distance;
    relationships that carry less than ``at_least`` are not followed. ``graph`` is of the day that is asked about; what
    names the removed is looked for in ``whole``, that of all times. Raises KeyError for an id that is not in the graph.
    """
    from eaframe.changes.lost import lacking, lost_relationships
    from eaframe.changes.mentions import mentions_of
    from eaframe.changes.owners import owners_to_tell

    given = tuple(dict.fromkeys(ids))
    for id_ in given:
        if id_ not in graph.elements and id_ not in graph.relationships:
            raise KeyError(id_)
    table = load_impact(graph.model.metamodel.version)
    search = _Search(graph, table, frozenset(given), remove, STRENGTHS.index(at_least))
    gone, steps = search.removed_with() if remove else (dict.fromkeys(given, 0), {})
    reached = search.reached_from(gone, steps, depth)
    affected = tuple(
        Affected(id_, distance, strength, gone=remove and id_ in gone)
        for id_, (distance, strength) in sorted(reached.items(), key=lambda one: (one[1][0], one[0]))
        if search.is_shown(id_)
    )
    owners = owners_to_tell(graph, [one.id for one in affected])
    if not remove:
        return Impact(given, remove, depth, affected, owners, steps=steps)
    everywhere = whole or graph
    return Impact(
        given,
        remove,
        depth,
        affected,
        owners,
        lost_relationships(everywhere, gone),
        lacking(graph, table, gone),
        mentions_of(everywhere, gone),
        steps,
    )


def variant(relationship: Relationship) -> str:
    """Which of the meanings of its type a relationship has (see ``VARIANTS``); of a history the latest."""
    if relationship.type == "access":
        mode = _latest(relationship, "mode")
        return mode if isinstance(mode, str) else "access"
    if relationship.type == "association":
        return "directed" if _latest(relationship, "directed") is True else "undirected"
    return ""


def _latest(relationship: Relationship, name: str) -> object:
    value = relationship.attributes.get(name)
    return value.values[-1].value if isinstance(value, History) else value


@dataclass(frozen=True, slots=True)
class _Search:
    """One question to a graph. Nodes are elements, and the relationships on which others end."""

    graph: Graph
    table: ImpactTable
    given: frozenset[str]
    remove: bool
    weakest: int

    def is_shown(self, id_: str) -> bool:
        """Whether a node is an element that people know, and not where they began."""
        element = self.graph.elements.get(id_)
        return element is not None and element.type != JUNCTION and id_ not in self.given

    def removed_with(self) -> tuple[dict[str, int], dict[str, Step]]:
        """Everything that goes with what is removed, with its distance, and the steps to it."""
        gone, steps = dict.fromkeys(sorted(self.given), 0), {}
        waiting = list(gone)
        for node in waiting:  # grows while it is walked: nearest first
            for step, reach in self.steps_from(node, removed=True):
                if reach == GOES_TOO and step.end not in gone:
                    gone[step.end] = gone[node] + 1
                    steps[step.end] = step
                    waiting.append(step.end)
        return gone, steps

    def reached_from(
        self, gone: Mapping[str, int], steps: dict[str, Step], depth: int | None
    ) -> dict[str, tuple[int, Strength]]:
        """All nodes by their distance and strength; the step to each is added to ``steps``.

        Distance and weakness never shrink along a way, so that the first time a node comes up its way is the best.
        """
        reached: dict[str, tuple[int, Strength]] = {}
        waiting: list[tuple[int, int, str, str, str, str, Step | None]] = [
            (distance, 0, id_, "", "", "", None) for id_, distance in gone.items()
        ]
        heapq.heapify(waiting)
        while waiting:
            distance, weakness, node, _, _, _, last = heapq.heappop(waiting)
            if node in reached or (depth is not None and distance > depth):
                continue
            reached[node] = (distance, STRENGTHS[weakness])
            if last is not None:
                steps[node] = last
            onward = distance + self.length_from(node)
            for step, reach in self.steps_from(node, removed=self.remove and node in gone):
                if reach == GOES_TOO or step.end in reached or step.end in gone:
                    continue
                weak = max(weakness, STRENGTHS.index(reach))
                if weak <= self.weakest:
                    heapq.heappush(waiting, (onward, weak, step.end, node, step.relationship, step.verb, step))
        return reached

    def length_from(self, node: str) -> int:
        """A junction joins relationships to one, which was counted where it was entered."""
        element = self.graph.elements.get(node)
        return 0 if element is not None and element.type == JUNCTION and node not in self.given else 1

    def steps_from(self, node: str, *, removed: bool) -> Iterator[tuple[Step, Felt]]:
        """All steps that a change (or the removal) of a node takes, with how strongly it is felt at their ends."""
        graph, types = self.graph, self.graph.model.metamodel.relationship_types
        for along, relationships in ((True, graph.from_(node)), (False, graph.to(node))):
            for one in relationships:
                verb = types[one.type].verb if along else types[one.type].inverse
                effect = self.table.effect(one.type, variant(one), along=along)
                reach = effect.on_removal if removed else effect.on_change
                end = one.target if along else one.source
                if reach and (end in graph.elements or end in graph.relationships):
                    yield Step(node, verb, end, one.id, effect.reason), reach
                if one.id in graph.outgoing or one.id in graph.incoming:
                    onto = GOES_TOO if removed else reach
                    if onto:
                        yield Step(node, verb, one.id, one.id, _ENDS_ON_IT), onto
        if node in graph.relationships:
            yield from self._to_its_ends(graph.relationships[node], removed=removed)

    def _to_its_ends(self, one: Relationship, *, removed: bool) -> Iterator[tuple[Step, Felt]]:
        type_ = self.graph.model.metamodel.relationship_types[one.type]
        for along, end, verb in ((True, one.target, type_.verb), (False, one.source, type_.inverse)):
            effect = self.table.effect(one.type, variant(one), along=along)
            reach = effect.on_removal if removed else effect.on_change
            if reach and reach != GOES_TOO:  # a part is removed with its whole, not with the word that it is a part
                yield Step(one.id, verb, end, one.id, effect.reason), reach
