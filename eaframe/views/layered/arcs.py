"""Which end of a relationship stands above the other, as architects draw it: what is offered above what offers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.views.view import ViewEdge

_TARGET_ABOVE: Final = frozenset({"realization", "serving", "assignment", "specialization", "influence"})
_SOURCE_ABOVE: Final = frozenset({"composition", "aggregation", "access"})


@dataclass(frozen=True, slots=True)
class Arc:
    """Two blocks that belong near one another. ``is_strict``: the upper one must stand in a row above the lower one."""

    upper: str
    lower: str
    is_strict: bool


def arcs_of(edges: Iterable[ViewEdge], block_of: Mapping[str, str]) -> list[Arc]:
    """The arcs between blocks, for every edge that joins two of them."""
    arcs = []
    for edge in edges:
        source, target = block_of[edge.source], block_of[edge.target]
        if source == target:
            continue
        if edge.type in _TARGET_ABOVE:
            arcs.append(Arc(target, source, is_strict=True))
        else:
            arcs.append(Arc(source, target, is_strict=edge.type in _SOURCE_ABOVE))
    return arcs
