"""What can be reached from an element, and how: breadth first, so that every path found is a shortest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.graph.graph import Graph
    from eaframe.graph.hops import Steps
    from eaframe.model.elements import Relationship

Reached = dict[str, tuple["Relationship", str]]


def reach(graph: Graph, start: str, way: Steps, depth: int | None = None) -> Reached:
    """Per id that is reached: the relationship that led there and the id it came from, nearest first.

    ``start`` itself is in it only where a circle leads back to it. ``depth`` bounds the number of steps.
    """
    found: Reached = {}
    edge = [start]
    left = depth
    while edge and (left is None or left > 0):
        following = []
        for id_ in edge:
            for relationship, end in way.from_(graph, id_):
                if end not in found:
                    found[end] = relationship, id_
                    following.append(end)
        edge = following
        left = None if left is None else left - 1
    return found


def path_to(reached: Mapping[str, tuple[Relationship, str]], start: str, end: str) -> tuple[Relationship, ...]:
    """The relationships from ``start`` to an ``end`` that was reached, in order."""
    path: list[Relationship] = []
    at = end
    while not path or at != start:
        relationship, at = reached[at]
        path.append(relationship)
    return tuple(reversed(path))
