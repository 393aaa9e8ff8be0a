"""How much of a picture stays as it was when a leaf is added to its view, or renamed."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from eaframe.views import View, ViewEdge
from eaframe.views.layered import layered_layout
from eaframe.views.layout import PlacedView
from eaframe.views.sizes import sizes


@dataclass(frozen=True)
class Order:
    """The row of every node, from the top, and its x."""

    rows: Mapping[str, int]
    x: Mapping[str, float]


@dataclass(frozen=True)
class Kept:
    """What part of the nodes kept their row, and what part of the neighbours that are still in one row their order.

    A row is the same one though a new row was put in above it: what counts is which of the old rows are still rows.
    ``number`` is what part of the nodes is still in the row of the same number.
    """

    row: float
    order: float
    number: float

    @property
    def least(self) -> float:
        return min(self.row, self.order)


def order_of(view: View) -> Order:
    return _order(layered_layout(view, sizes(view)))


def _order(placed: PlacedView) -> Order:
    rects = {node.node.id: node.rect for node in placed.nodes}
    blocks = {node.id: rects[(node.id, *placed.view.around(node.id))[-1]] for node in placed.view.nodes}
    cards = {group.id: group.nodes for group in placed.view.groups}
    for band in placed.bands:
        if band.place == "above":
            blocks |= dict.fromkeys(cards[band.id], band.rect)
    rows: dict[str, int] = {}
    row, bottom = -1, -1.0
    for id_, rect in sorted(blocks.items(), key=lambda item: item[1].y):
        if rect.y > bottom:  # between two rows there is a channel
            row += 1
        bottom = max(bottom, rect.bottom)
        rows[id_] = row
    return Order(rows, {id_: rect.x for id_, rect in rects.items()})


def kept(before: Order, after: Order, renamed: tuple[str, str] = ("", "")) -> Kept:
    """Compare two pictures; ``renamed`` is a node's id before and after."""
    now = {id_: renamed[1] if id_ == renamed[0] else id_ for id_ in before.rows}
    moves = Counter((row, after.rows[now[id_]]) for id_, row in before.rows.items())
    neighbours = []
    for row in set(before.rows.values()):
        inside = sorted((id_ for id_ in before.rows if before.rows[id_] == row), key=before.x.__getitem__)
        neighbours += [(now[one], now[other]) for one, other in pairwise(inside)]
    still = [pair for pair in neighbours if after.rows[pair[0]] == after.rows[pair[1]]]
    same = sum(count for (row, now_in), count in moves.items() if row == now_in)
    return Kept(
        _matched(moves) / len(now),
        sum(after.x[one] < after.x[other] for one, other in still) / max(len(still), 1),
        same / len(now),
    )


def _matched(moves: Counter[tuple[int, int]]) -> int:
    """The most nodes that can have kept their row, old and new rows being matched from the top down."""
    old = max(row for row, _ in moves) + 1
    new = max(row for _, row in moves) + 1
    best = [[0] * (new + 1) for _ in range(old + 1)]
    for row in range(old):
        for now in range(new):
            best[row + 1][now + 1] = max(best[row][now + 1], best[row + 1][now], best[row][now] + moves[row, now])
    return best[old][new]


def changed(view: View, count: int, seed: int = 0) -> Iterator[Kept]:
    """What is kept when a leaf is added (two of three times) or gets another id, in ``count`` ways."""
    choice = random.Random(f"{view.id} {len(view.nodes)} {seed}")
    before = order_of(view)
    ends = Counter(end for edge in view.edges for end in (edge.source, edge.target))
    leaves = [node.id for node in view.nodes if ends[node.id] == 1]
    anchors = [node.id for node in view.nodes if not node.junction]
    types = ("serving", "realization", "flow", "association", "assignment", "access")
    for number in range(count):
        first = choice.choice(["aa", "mm", "zz"])
        if leaves and number % 3 == 2:
            old = choice.choice(leaves)
            yield kept(before, order_of(renamed(view, old, f"{first}-{old}")), (old, f"{first}-{old}"))
        else:
            anchor, type_ = choice.choice(anchors), choice.choice(types)
            yield kept(before, order_of(with_leaf(view, anchor, f"{first}-new", type_, outwards=choice.random() < 0.5)))


def with_leaf(view: View, anchor: str, id_: str, type_: str, *, outwards: bool) -> View:
    """The view with one element more, in the group of its one neighbour."""
    like = next(node for node in view.nodes if node.id == anchor)
    leaf = replace(like, id=id_, name="Một phần tử mới được thêm vào", parent="")
    groups = tuple(
        replace(group, nodes=tuple(sorted((*group.nodes, id_)))) if anchor in group.nodes else group
        for group in view.groups
    )
    source, target = (anchor, id_) if outwards else (id_, anchor)
    edge = ViewEdge(f"{source}--{type_}--{target}", type_, source, target, type_)
    return _sorted(replace(view, nodes=(*view.nodes, leaf), edges=(*view.edges, edge), groups=groups))


def renamed(view: View, old: str, new: str) -> View:
    """The view with another id for one of its elements."""

    def named(id_: str) -> str:
        return new if id_ == old else id_

    nodes = tuple(replace(node, id=named(node.id), parent=named(node.parent)) for node in view.nodes)
    groups = tuple(replace(group, nodes=tuple(sorted(map(named, group.nodes)))) for group in view.groups)
    edges = []
    for edge in view.edges:
        ends = named(edge.source), named(edge.target)
        id_ = f"{ends[0]}--{edge.type}--{ends[1]}" if old in (edge.source, edge.target) else edge.id
        edges.append(replace(edge, id=id_, source=ends[0], target=ends[1]))
    return _sorted(replace(view, nodes=nodes, edges=tuple(edges), groups=groups))


def _sorted(view: View) -> View:
    """Nodes and edges in the order that views have them in."""
    order = {id_: index for index, id_ in enumerate(id_ for group in view.groups for id_ in group.nodes)}
    nodes = tuple(sorted(view.nodes, key=lambda node: order[node.id]))
    return replace(view, nodes=nodes, edges=tuple(sorted(view.edges, key=lambda edge: edge.id)))
