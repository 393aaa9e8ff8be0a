"""Which artifacts of a framework a model can feed, and what exactly it lacks for the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from eaframe.graph.hops import steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.graph import Graph
    from eaframe.measures.frameworks import Artifact, Framework, Need
    from eaframe.model.elements import Relationship

Status = Literal["drawable", "lacking", "not-drawn"]
STATUSES: tuple[Status, ...] = ("drawable", "lacking", "not-drawn")


@dataclass(frozen=True, slots=True)
class CoveredArtifact:
    """An artifact with what becomes of it; ``missing`` are the needs that the model does not meet."""

    artifact: Artifact
    status: Status
    missing: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """All artifacts of a framework, in its order."""

    framework: Framework
    artifacts: tuple[CoveredArtifact, ...]

    def count(self, status: Status) -> int:
        """How many artifacts have this status."""
        return sum(1 for one in self.artifacts if one.status == status)


def cover(framework: Framework, graph: Graph) -> Coverage:
    """What the elements and relationships of a graph can feed; those of its libraries count too.

    A relationship counts where it joins two elements: neither one that ends on a relationship, nor through a junction.
    """
    joining = _one_of_each_sort(graph)
    return Coverage(framework, tuple(_covered(one, graph, joining) for one in framework.artifacts))


def _covered(artifact: Artifact, graph: Graph, joining: Iterable[Relationship]) -> CoveredArtifact:
    if not artifact.view:
        return CoveredArtifact(artifact, "not-drawn")
    missing = tuple(need for need in artifact.shape.needs if not _is_met(need, graph, joining))
    return CoveredArtifact(artifact, "lacking" if missing else "drawable", missing)


def _is_met(need: Need, graph: Graph, joining: Iterable[Relationship]) -> bool:
    if need.any_of:
        return bool(graph.of_types(need.any_of))
    way = steps(graph.model, need.relationship)
    starts, ends = graph.of_types(need.from_), graph.of_types(need.to)
    return any(
        (one.source in starts and one.target in ends and way.leads_forward(graph.model, one))
        or (one.target in starts and one.source in ends and way.leads_backward(graph.model, one))
        for one in joining
    )


def _one_of_each_sort(graph: Graph) -> tuple[Relationship, ...]:
    """One relationship for each type or kind between elements of the same types or kinds: needs ask for no more."""
    found: dict[tuple[str, ...], Relationship] = {}
    for one in graph.relationships.values():
        source, target = graph.elements.get(one.source), graph.elements.get(one.target)
        if source is not None and target is not None:
            found.setdefault((one.type, one.kind, source.type, source.kind, target.type, target.kind), one)
    return tuple(found.values())
