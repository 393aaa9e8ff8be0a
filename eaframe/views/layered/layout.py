"""The steps of the layered layout, one after the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.views.graphviz import Line, order_rows
from eaframe.views.layered.arcs import arcs_of
from eaframe.views.layered.arrange import arrange
from eaframe.views.layered.blocks import Block, make_blocks
from eaframe.views.layered.bundles import Bundle, Pin, lanes_of, lines_of, make_bundles
from eaframe.views.layered.cards import with_cards, without_cards
from eaframe.views.layered.channels import make_channel
from eaframe.views.layered.finish import finish
from eaframe.views.layered.flat import detours, straight_lines
from eaframe.views.layered.grow import grow
from eaframe.views.layered.heads import heads_over
from eaframe.views.layered.keep import in_order
from eaframe.views.layered.lanes import straighten
from eaframe.views.layered.nets import Net, Route, by_channel, nets_of
from eaframe.views.layered.peel import peel
from eaframe.views.layered.plan import make_plan
from eaframe.views.layered.ports import place_pins
from eaframe.views.layout import PlacedView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.arrange import Arrangement
    from eaframe.views.layout import Sizes
    from eaframe.views.view import View, ViewEdge

_GAP: Final = 9.0  # px between two lines, or a line and a box
_SPACE: Final = 20.0  # px between two boxes, besides the gap
_FIRM: Final = 16  # how much heavier lines are than what keeps neighbours in order; Graphviz ignores a weight of 0
_LANE: Final = 3.0  # px: the width of a line, as Graphviz sees it


def layered_layout(view: View, sizes: Sizes) -> PlacedView:
    """Place a view in bands. Raises LayoutError where there is no Graphviz, or it fails."""
    if not view.nodes:
        return PlacedView(view, (), (), (), 0.0, 0.0)
    return without_cards(_laid_out(*with_cards(view, sizes)), view)


def _laid_out(view: View, sizes: Sizes) -> PlacedView:
    blocks = make_blocks(view, sizes)
    block_of = {id_: block.id for block in blocks for id_ in block.boxes}
    arrangement, x = _core(view, blocks, block_of, sizes)
    row_of = _rows(arrangement, block_of)
    bundles = make_bundles(view.edges, row_of, sizes.edges)
    x = _order(view.edges, arrangement.rows, blocks, bundles, row_of, fixed=True)
    plan = make_plan(arrangement, _facing(view, sizes, block_of, x), row_of, x)
    flat = [edge for edge in view.edges if row_of[edge.source] == row_of[edge.target]]
    straight = straight_lines(view, flat, plan, sizes)
    nets: list[Net] = []
    routes: list[Route] = []
    for bundle in bundles:
        more_nets, more_routes = nets_of(bundle, row_of)
        nets += more_nets
        routes += more_routes
    more_nets, more_routes = detours([edge for edge in flat if edge.id not in straight], plan, sizes, nets)
    nets += more_nets
    routes += more_routes
    pins = place_pins(nets, plan.boxes, straighten(bundles, plan, x), heads_over(view, plan, sizes))
    _place_texts(routes, sizes, pins)
    channels = [make_channel(inside, pins) for inside in by_channel(nets, len(arrangement.rows) + 1)]
    return finish(view, sizes, plan, channels, routes, straight, pins)


def _core(
    view: View, blocks: Sequence[Block], block_of: Mapping[str, str], sizes: Sizes
) -> tuple[Arrangement, Mapping[str, float]]:
    """The rows of all blocks, in order: those of the core first, twigs put in afterwards."""
    bands = [*(group.id for group in view.groups), ""]
    arcs = arcs_of(view.edges, block_of)
    core, twigs = peel([block.id for block in blocks], arcs)
    inner = [block for block in blocks if block.id in core]
    inner_arcs = [arc for arc in arcs if arc.upper in core and arc.lower in core]
    arrangement = arrange(inner, inner_arcs, bands, _SPACE + _GAP)
    inner_block = {id_: block for id_, block in block_of.items() if block in core}
    row_of = _rows(arrangement, inner_block)
    edges = [edge for edge in view.edges if edge.source in inner_block and edge.target in inner_block]
    x = _order(edges, arrangement.rows, inner, make_bundles(edges, row_of, sizes.edges), row_of)
    at = {block.id: x[block.id] for block in inner}
    return grow(arrangement, at, twigs, blocks, arcs, bands, _SPACE + _GAP), x


def _rows(arrangement: Arrangement, block_of: Mapping[str, str]) -> dict[str, int]:
    block_row = {id_: index for index, row in enumerate(arrangement.rows) for id_ in row}
    return {id_: block_row[block] for id_, block in block_of.items()}


def _order(
    edges: Sequence[ViewEdge],
    rows: Sequence[Sequence[str]],
    blocks: Sequence[Block],
    bundles: Sequence[Bundle],
    row_of: Mapping[str, int],
    *,
    fixed: bool = False,
) -> dict[str, float]:
    """The x of the middle of every block and lane, by Graphviz; ``fixed`` keeps the order of the blocks in ``rows``."""
    block_of = {id_: block.id for block in blocks for id_ in block.boxes}
    lanes = [lane for bundle in bundles for lane in lanes_of(bundle, row_of)]
    lines = [line for bundle in bundles for line in lines_of(bundle, row_of, block_of)]
    place = {id_: index for row in rows for index, id_ in enumerate(row)}
    for edge in edges:
        source, target = block_of[edge.source], block_of[edge.target]
        if source != target and row_of[source] == row_of[target]:
            turned = fixed and place[source] > place[target]
            lines.append(Line(target, source) if turned else Line(source, target))
    held = {end for line in lines for end in (line.upper, line.lower)}
    if fixed:
        lines = [replace(line, weight=line.weight * _FIRM) for line in lines]
        lines += [Line(one, other) for row in rows for one, other in pairwise(row)]
    full = [[*row, *(lane.id for lane in lanes if lane.row == index)] for index, row in enumerate(rows)]
    widths = {block.id: block.width + _SPACE for block in blocks} | {lane.id: _LANE for lane in lanes}
    x = order_rows(full, widths, lines, _GAP)
    if fixed:
        apart = {id_: width + _GAP for id_, width in widths.items()}
        weights = Counter(end for line in lines for end in (line.upper, line.lower))
        for row, all_ in zip(rows, full, strict=True):
            x |= in_order(row, all_[len(row) :], x, apart, weights)
    return _settled(full, widths, x, held)


def _settled(
    rows: Sequence[Sequence[str]], widths: Mapping[str, float], x: Mapping[str, float], held: set[str]
) -> dict[str, float]:
    """The same order, with whatever no line holds in its place moved to its left neighbour."""
    found = dict(x)
    start = min(x[id_] - widths[id_] / 2 for row in rows for id_ in row)
    for row in rows:
        left = start
        for id_ in sorted(row, key=x.__getitem__):
            if id_ not in held:
                found[id_] = left + widths[id_] / 2
            left = found[id_] + widths[id_] / 2 + _GAP
    return found


def _facing(view: View, sizes: Sizes, block_of: Mapping[str, str], x: Mapping[str, float]) -> list[Block]:
    """The blocks again, with the boxes in them in the order of what they are joined to."""
    pulls: dict[str, list[float]] = {}
    for edge in view.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if block_of[one] != block_of[other]:
                pulls.setdefault(one, []).append(x[block_of[other]])
    places = {id_: sum(all_) / len(all_) for id_, all_ in pulls.items()}
    return make_blocks(view, sizes, lambda id_: places.get(id_, x[block_of[id_]]))


def _place_texts(routes: Sequence[Route], sizes: Sizes, pins: Mapping[Pin, float]) -> None:
    """Each text goes into the channel that its line crosses for the longest stretch."""
    for route in routes:
        text = sizes.edges.get(route.edge.id)
        if text is not None:
            lengths = [abs(pins[one] - pins[other]) for one, other in pairwise(route.pins)]
            longest = max(range(len(lengths)), key=lengths.__getitem__)
            route.nets[longest].text = text
