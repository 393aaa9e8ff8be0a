"""What can be reached from an element, and how: breadth first, so that every path found is a shortest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.graph.graph import Graph
    from eaframe.graph.hops import Steps
    from eaframe.model.elements import Relationship

Reached = dict[str, tuple["Relationship", str]]


def reach(graph: Graph, start: str, way: Steps, depth: int | None = None) -> Reached:
    """Per id that is reached: the relationship that led there and the id it came from, nearest first.

    ``start`` itself is in it only where a circle leads back to it. ``depth`` bounds the number of steps.
    """
    found: Reached = {}
    for _ in explore(graph, start, way, found, depth):
        pass
    return found


def explore(graph: Graph, start: str, way: Steps, found: Reached, depth: int | None = None) -> Iterator[str]:
    """The ids that are reached, nearest first, each as soon as it is; ``found`` is filled as by ``reach``."""
    following, spend = graph.steps(way), graph.work.spend
    edge = [start]
    left = depth
    while edge and (left is None or left > 0):
        beyond = []
        for id_ in edge:
            ahead = following.get(id_, ())
            spend(1 + len(ahead))
            for relationship, end in ahead:
                if end not in found:
                    found[end] = relationship, id_
                    beyond.append(end)
                    yield end
        edge = beyond
        left = None if left is None else left - 1


def path_to(reached: Mapping[str, tuple[Relationship, str]], start: str, end: str) -> tuple[Relationship, ...]:
    """The relationships from ``start`` to an ``end`` that was reached, in order."""
    path: list[Relationship] = []
    at = end
    while not path or at != start:
        relationship, at = reached[at]
        path.append(relationship)
    return tuple(reversed(path))
