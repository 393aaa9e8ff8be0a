"""Lines as bundles: relationships of one type at one box share a stretch, as in an organisation chart.

A bundle begins at its hub and runs through the rows in lanes, from which it branches off. An edge is in one bundle
only: were it shared at both ends, one could read relationships into the picture that the model does not have.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from eaframe.views.graphviz import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from eaframe.views.view import ViewEdge

End = Literal["source", "target"]
Side = Literal["top", "bottom"]
_LONG, _MIDDLE, _SHORT = 8, 3, 1  # weights: the longer a line, the more it hurts when it is crooked


@dataclass(frozen=True, slots=True)
class Port:
    """Where a line meets a box: its upper or lower side. ``bundle`` tells the ports of one side apart."""

    box: str
    side: Side
    bundle: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a bundle passes through a row."""

    bundle: str
    row: int

    @property
    def id(self) -> str:
        """A name that no node has."""
        return f"{self.row}|{self.bundle}"


Pin = Port | Lane


@dataclass(frozen=True, slots=True)
class Bundle:
    """Edges that leave the box ``hub`` on one ``side``; each runs to the far end that its edge has."""

    id: str
    hub: str
    hub_end: End
    side: Side
    edges: tuple[ViewEdge, ...]

    def far(self, edge: ViewEdge) -> str:
        """The box at the other end of an edge."""
        return edge.target if self.hub_end == "source" else edge.source


def make_bundles(edges: Iterable[ViewEdge], row_of: Mapping[str, int], labelled: Iterable[str]) -> list[Bundle]:
    """The bundles of all edges between different rows; an edge that carries a text goes alone."""
    alone = frozenset(labelled)
    going = [edge for edge in edges if row_of[edge.source] != row_of[edge.target]]
    shared: dict[tuple[str, ...], list[ViewEdge]] = {}
    for edge in going:
        if edge.id not in alone:
            for key in _keys(edge, row_of):
                shared.setdefault(key, []).append(edge)
    taken: dict[str, tuple[str, ...]] = {}
    for key, members in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0])):
        left = [edge for edge in members if edge.id not in taken]
        if len(left) > 1:
            taken |= {edge.id: key for edge in left}
    counts = Counter(taken.values())
    grouped: dict[tuple[str, ...], list[ViewEdge]] = {}
    for edge in going:
        key = taken.get(edge.id, ())
        grouped.setdefault(key if counts[key] > 1 else (edge.id,), []).append(edge)
    return [_bundle(members, key, row_of) for key, members in grouped.items()]


def lanes_of(bundle: Bundle, row_of: Mapping[str, int]) -> list[Lane]:
    """The lanes of a bundle from its hub outwards: one in every row between the hub and its farthest end."""
    start = row_of[bundle.hub]
    rows = [row_of[bundle.far(edge)] for edge in bundle.edges]
    between = range(start + 1, max(rows)) if bundle.side == "bottom" else range(start - 1, min(rows), -1)
    return [Lane(bundle.id, row) for row in between]


def lines_of(bundle: Bundle, row_of: Mapping[str, int], block_of: Mapping[str, str]) -> list[Line]:
    """What Graphviz is told of a bundle: lines from row to row, along its lanes."""
    lanes = lanes_of(bundle, row_of)
    step = 1 if bundle.side == "bottom" else -1
    at = {lane.row: lane.id for lane in lanes}
    at[row_of[bundle.hub]] = block_of[bundle.hub]
    lines = []
    for index, lane in enumerate(lanes):
        lines.append(_line(at[lane.row - step], lane.id, step, _LONG if index else _MIDDLE))
    for edge in bundle.edges:
        far = bundle.far(edge)
        before = row_of[far] - step
        lines.append(_line(at[before], block_of[far], step, _MIDDLE if lanes else _SHORT))
    return lines


def _line(near: str, far: str, step: int, weight: int) -> Line:
    return Line(near, far, weight) if step > 0 else Line(far, near, weight)


def _keys(edge: ViewEdge, row_of: Mapping[str, int]) -> list[tuple[str, ...]]:
    """The two bundles that an edge could be in: at its source and at its target."""
    down = row_of[edge.source] < row_of[edge.target]
    look = (edge.type, edge.mode, str(edge.directed))
    return [
        (edge.source, "source", "bottom" if down else "top", *look),
        (edge.target, "target", "top" if down else "bottom", *look),
    ]


def _bundle(edges: Sequence[ViewEdge], key: tuple[str, ...], row_of: Mapping[str, int]) -> Bundle:
    first = edges[0]
    end: End = "target" if len(key) > 1 and key[1] == "target" else "source"
    hub, far = (first.source, first.target) if end == "source" else (first.target, first.source)
    side: Side = "bottom" if row_of[hub] < row_of[far] else "top"
    return Bundle(first.id, hub, end, side, tuple(edges))
