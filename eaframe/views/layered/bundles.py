"""Lines as bundles: relationships of one type at one box share a stretch, as in an organisation chart.

A bundle begins at its hub and runs through the rows in lanes, from which it branches off. An edge is in one bundle
only: were it shared at both ends, one could read relationships into the picture that the model does not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from eaframe.views.graphviz import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from eaframe.views.view import ViewEdge

End = Literal["source", "target"]
Side = Literal["top", "bottom"]
_Key = tuple[str, End, Side, tuple[str, str, bool]]  # a box, what it is to the edges, a side of it, how they look
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
    going = [edge for edge in edges if row_of[edge.source] != row_of[edge.target]]

    def towards(edge: ViewEdge) -> tuple[Side, Side]:
        return ("bottom", "top") if row_of[edge.source] < row_of[edge.target] else ("top", "bottom")

    return _grouped(going, towards, frozenset(labelled))


def make_flat_bundles(edges: Iterable[ViewEdge], side: Side, labelled: Iterable[str]) -> list[Bundle]:
    """The bundles of edges within one row, all on the same side of it."""
    return _grouped(list(edges), lambda _: (side, side), frozenset(labelled))


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


def _grouped(
    edges: Sequence[ViewEdge], sides: Callable[[ViewEdge], tuple[Side, Side]], alone: frozenset[str]
) -> list[Bundle]:
    """Bundles as large as can be, the largest first; ``sides`` gives the side at an edge's source and at its target."""
    shared: dict[_Key, list[ViewEdge]] = {}
    for edge in edges:
        if edge.id not in alone:
            look = (edge.type, edge.mode, edge.directed)
            at_source, at_target = sides(edge)
            shared.setdefault((edge.source, "source", at_source, look), []).append(edge)
            shared.setdefault((edge.target, "target", at_target, look), []).append(edge)
    taken: set[str] = set()
    bundles = []
    for (hub, end, side, _), members in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0])):
        left = tuple(edge for edge in members if edge.id not in taken)
        if len(left) > 1:
            taken |= {edge.id for edge in left}
            bundles.append(Bundle(left[0].id, hub, end, side, left))
    single = [Bundle(edge.id, edge.source, "source", sides(edge)[0], (edge,)) for edge in edges if edge.id not in taken]
    return sorted([*bundles, *single], key=lambda bundle: bundle.id)
