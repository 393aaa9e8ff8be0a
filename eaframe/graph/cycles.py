"""Cycles, found in one pass however large the graph and however deep the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from eaframe.graph.graph import Graph
    from eaframe.graph.hops import Steps
    from eaframe.model.elements import Relationship


class Move(NamedTuple):
    """One step of a cycle: from an id along a relationship (from either of its ends) to an id."""

    source: str
    relationship: Relationship
    target: str


def cycles(graph: Graph, way: Steps, inside: Collection[str] | None = None) -> Iterator[tuple[Move, ...]]:
    """One shortest cycle of these steps in every strongly connected part, in the order of ids.

    ``inside`` are the ids that a cycle may go through; None is all.
    """
    graph.work.spend(len(graph.relationships))
    following = graph.steps(way)
    steps: dict[str, list[Move]] = {}
    for id_ in sorted(following if inside is None else following.keys() & set(inside)):
        moves = [Move(id_, one, end) for one, end in following[id_] if inside is None or end in inside]
        if moves:
            steps[id_] = moves
    for part in _strongly_connected(steps):
        within = set(part)
        start = min(part)
        cycle = _shortest_cycle(start, steps, within)
        if cycle:
            yield cycle


def _strongly_connected(steps: Mapping[str, Sequence[Move]]) -> Iterator[list[str]]:
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


def _shortest_cycle(start: str, steps: Mapping[str, Sequence[Move]], inside: set[str]) -> tuple[Move, ...]:
    reached: dict[str, Move] = {}
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


def _back(start: str, last: Move, reached: Mapping[str, Move]) -> tuple[Move, ...]:
    path = [last]
    while path[-1].source != start:
        path.append(reached[path[-1].source])
    return tuple(reversed(path))
