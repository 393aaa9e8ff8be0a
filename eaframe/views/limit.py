"""The largest number of things that a view shows, and which are left out beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.graph import Graph
    from eaframe.model.elements import Element


def keep(
    graph: Graph, elements: Mapping[str, Element], most: int | None, centre: str = "", joined: Iterable[str] = ()
) -> Mapping[str, Element]:
    """At most ``most`` of the elements: nearest to the ``centre`` first, then those with most relationships, by id.

    ``joined`` lists an element once for each relationship that counts.
    """
    if most is None or len(elements) <= most:
        return elements
    near = _distances(graph, centre)
    counts: dict[str, int] = {}
    for id_ in joined:
        counts[id_] = counts.get(id_, 0) + 1
    far = len(graph.elements) + 1
    ranked = sorted(elements, key=lambda id_: (near.get(id_, far), -counts.get(id_, 0), id_))
    kept = frozenset(ranked[:most])
    return {id_: one for id_, one in elements.items() if id_ in kept}


def _distances(graph: Graph, centre: str) -> dict[str, int]:
    if centre not in graph.elements:
        return {}
    found = {centre: 0}
    edge = [centre]
    while edge:
        ahead = []
        for id_ in edge:
            for other in graph.neighbours(id_):
                if other not in found:
                    found[other] = found[id_] + 1
                    ahead.append(other)
        edge = ahead
    return found
