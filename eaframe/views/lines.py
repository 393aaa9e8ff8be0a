"""The lines of a view before they are drawn: relationships between what is shown, or between what stands for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.graph.hops import steps

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from eaframe.graph import Graph
    from eaframe.model.elements import Relationship
    from eaframe.model.model import Model
    from eaframe.views.view import EdgeOrigin


@dataclass(frozen=True, slots=True)
class Line:
    """A line from element to element: a ``relationship``, or several of one type that it stands for."""

    id: str
    type: str
    source: str
    target: str
    relationship: Relationship | None = None
    origin: EdgeOrigin = ""
    stands_for: tuple[str, ...] = ()


def wanted(model: Model, names: Sequence[str] | None) -> Callable[[Relationship], bool]:
    """Whether a relationship is of any of these verbs (from either side) or kinds; with None every one is."""
    if not names:
        return lambda _: names is None
    ways = steps(model, names)
    return lambda one: ways.leads_forward(model, one) or ways.leads_backward(model, one)


def lines_between(
    graph: Graph, shown: Collection[str], into: Mapping[str, str], is_wanted: Callable[[Relationship], bool]
) -> list[Line]:
    """The lines between shown elements, in the order of ids.

    ``into`` maps what is hidden to what stands for it: relationships of the hidden are lifted, those of one type and
    the same two ends to one line, and none where the ends are one or have such a relationship themselves.
    """
    direct: list[Line] = []
    lifted: dict[tuple[str, str, str], list[str]] = {}
    for one in graph.relationships.values():
        source, target = into.get(one.source, one.source), into.get(one.target, one.target)
        if source not in shown or target not in shown or not is_wanted(one):
            continue
        if (source, target) == (one.source, one.target):
            direct.append(Line(one.id, one.type, source, target, one))
        elif source != target:
            lifted.setdefault((one.type, source, target), []).append(one.id)
    there = {(line.type, line.source, line.target) for line in direct}
    direct += [
        Line(f"{source}--lifted-{type_}--{target}", type_, source, target, None, "lifted", tuple(ids))
        for (type_, source, target), ids in lifted.items()
        if (type_, source, target) not in there
    ]
    return sorted(direct, key=lambda line: line.id)
