"""Cycles, found in one pass however large the graph and however deep the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from eaframe.graph.graph import Graph
    from eaframe.model.elements import Relationship


def cycles(graph: Graph, *types: str) -> Iterator[tuple[Relationship, ...]]:
    """One shortest cycle of relationships of these types in every strongly connected part, in the order of ids."""
    steps: dict[str, list[Relationship]] = {}
    for relationship in graph.relationships.values():
        if relationship.type in types:
            steps.setdefault(relationship.source, []).append(relationship)
    for part in _strongly_connected(steps):
        inside = set(part)
        start = min(part)
        cycle = _shortest_cycle(start, steps, inside)
        if cycle:
            yield cycle


def _strongly_connected(steps: Mapping[str, Sequence[Relationship]]) -> Iterator[list[str]]:
    """Tarjan's algorithm with its own stack; parts in the order of their first member."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    is_open: set[str] = set()
    for root in sorted(steps):
        if root in index:
            continue
        index[root] = low[root] = len(index)
        open_.append(root)
        is_open.add(root)
        work = [(root, iter(steps.get(root, ())))]
        while work:
            node, ahead = work[-1]
            for step in ahead:
                target = step.target
                if target not in index:
                    index[target] = low[target] = len(index)
                    open_.append(target)
                    is_open.add(target)
                    work.append((target, iter(steps.get(target, ()))))
                    break
                if target in is_open:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    part = []
                    while True:
                        member = open_.pop()
                        is_open.discard(member)
                        part.append(member)
                        if member == node:
                            break
                    yield part


def _shortest_cycle(
    start: str, steps: Mapping[str, Sequence[Relationship]], inside: set[str]
) -> tuple[Relationship, ...]:
    reached: dict[str, Relationship] = {}
    edge = [start]
    while edge:
        following = []
        for node in edge:
            for step in steps.get(node, ()):
                if step.target not in inside:
                    continue
                if step.target == start:
                    return _back(start, step, reached)
                if step.target not in reached:
                    reached[step.target] = step
                    following.append(step.target)
        edge = following
    return ()


def _back(start: str, last: Relationship, reached: Mapping[str, Relationship]) -> tuple[Relationship, ...]:
    path = [last]
    while path[-1].source != start:
        path.append(reached[path[-1].source])
    return tuple(reversed(path))
