"""The steps of the layered layout, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.views.graphviz import Line, order_rows
from eaframe.views.layered.arcs import arcs_of
from eaframe.views.layered.blocks import Block, make_blocks
from eaframe.views.layered.bundles import Lane, Pin, lanes_of, lines_of, make_bundles
from eaframe.views.layered.channels import Channel, make_channel
from eaframe.views.layered.flat import straight_across
from eaframe.views.layered.nets import Net, Route, by_channel, flat_net, nets_of
from eaframe.views.layered.ports import place_pins
from eaframe.views.layered.rows import make_rows
from eaframe.views.layout import PlacedBand, PlacedEdge, PlacedNode, PlacedView, Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layout import Point, Sizes
    from eaframe.views.view import View, ViewEdge

_RATIO: Final = 1.55  # width to height that a picture should have: A3 landscape less its frame
_ROW: Final = 125.0  # px: a usual row with its channel, for guessing the height
_GAP: Final = 9.0  # px between two lines, or a line and a box
_SPACE: Final = 20.0  # px between two boxes, besides the gap
_LANE: Final = 3.0  # px: the width of a line, as Graphviz sees it
_STRIP: Final = 28.0  # px: where the name of a band stands
_MARGIN: Final = 16.0  # px between the content of a band and its sides
_BAND_GAP: Final = 8.0  # px between two bands


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is known before anything has a y: rows of blocks, the x of all boxes, nets and pins."""

    rows: Sequence[Sequence[str]]
    row_bands: Sequence[str]
    row_of: Mapping[str, int]
    blocks: Mapping[str, Block]
    boxes: Mapping[str, Rect]  # y from the top of the row
    heights: Sequence[float]


def layered_layout(view: View, sizes: Sizes) -> PlacedView:
    """Place a view in bands. Raises LayoutError where there is no Graphviz, or it fails."""
    if not view.nodes:
        return PlacedView(view, (), (), (), 0.0, 0.0)
    blocks = make_blocks(view, sizes)
    block_of = {id_: block.id for block in blocks for id_ in block.boxes}
    rows, bands = make_rows(
        blocks,
        arcs_of(view.edges, block_of),
        [group.id for group in view.groups],
        _capacity(blocks, view),
        _SPACE + _GAP,
    )
    block_row = {id_: index for index, row in enumerate(rows) for id_ in row}
    row_of = {id_: block_row[block] for id_, block in block_of.items()}
    bundles = make_bundles(view.edges, row_of, sizes.edges)
    lanes = [lane for bundle in bundles for lane in lanes_of(bundle, row_of)]
    lines = [line for bundle in bundles for line in lines_of(bundle, row_of, block_of)]
    flat = [edge for edge in view.edges if row_of[edge.source] == row_of[edge.target]]
    lines += [
        Line(block_of[edge.source], block_of[edge.target])
        for edge in flat
        if block_of[edge.source] != block_of[edge.target]
    ]
    x = _order(rows, blocks, lanes, lines)
    blocks = _facing(view, sizes, blocks, block_of, x)
    plan = _plan(rows, bands, row_of, blocks, x)
    nets: list[Net] = []
    routes: list[Route] = []
    for bundle in bundles:
        more_nets, more_routes = nets_of(bundle, row_of)
        nets += more_nets
        routes += more_routes
    straight = _flat(view, flat, plan, sizes, nets, routes)
    left = min(rect.x for rect in plan.boxes.values())
    pins = place_pins(nets, plan.boxes, {lane.id: x[lane.id] for lane in lanes})
    _place_texts(routes, sizes, pins)
    channels = [make_channel(inside, pins) for inside in by_channel(nets, len(rows) + 1)]
    return _finish(view, sizes, plan, channels, routes, straight, pins, left)


def _capacity(blocks: Sequence[Block], view: View) -> float:
    """The width of a row that gives the picture its proportions."""
    widest = max(block.width for block in blocks)
    totals = [sum(block.width + _SPACE + _GAP for block in blocks if block.band == group.id) for group in view.groups]
    best, least = widest, float("inf")
    for columns in range(1, len(blocks) + 1):
        capacity = max(widest, columns * (widest if columns == 1 else 187.0))
        height = sum(-(-total // capacity) for total in totals) * _ROW
        width = min(max(totals), capacity) * 1.08 + _STRIP
        off = max(width / height / _RATIO, _RATIO * height / width)
        if off < least:
            best, least = capacity, off
    return best


def _order(
    rows: Sequence[Sequence[str]], blocks: Sequence[Block], lanes: Sequence[Lane], lines: Sequence[Line]
) -> dict[str, float]:
    """The x of the middle of every block and lane."""
    full = [[*row, *(lane.id for lane in lanes if lane.row == index)] for index, row in enumerate(rows)]
    widths = {block.id: block.width + _SPACE for block in blocks} | {lane.id: _LANE for lane in lanes}
    found = order_rows(full, widths, lines, _GAP)
    return {id_: round(x, 1) for id_, x in found.items()}


def _facing(
    view: View, sizes: Sizes, blocks: Sequence[Block], block_of: Mapping[str, str], x: Mapping[str, float]
) -> list[Block]:
    """The blocks again, with the boxes in them in the order of what they are joined to."""
    pulls: dict[str, list[float]] = {}
    for edge in view.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if block_of[one] != block_of[other]:
                pulls.setdefault(one, []).append(x[block_of[other]])
    places = {id_: sum(all_) / len(all_) for id_, all_ in pulls.items()}
    del blocks
    return make_blocks(view, sizes, lambda id_: places.get(id_, x[block_of[id_]]))


def _plan(
    rows: Sequence[Sequence[str]],
    bands: Sequence[str],
    row_of: Mapping[str, int],
    blocks: Sequence[Block],
    x: Mapping[str, float],
) -> _Plan:
    by_id = {block.id: block for block in blocks}
    heights = [max(by_id[id_].height for id_ in row) for row in rows]
    boxes: dict[str, Rect] = {}
    for row, height in zip(rows, heights, strict=True):
        plain = [id_ for id_ in row if len(by_id[id_].boxes) == 1 and by_id[id_].width > _LANE * 10]
        even = max((by_id[id_].height for id_ in plain), default=0.0)
        for id_ in row:
            block = by_id[id_]
            left = x[id_] - block.width / 2
            if id_ in plain:
                boxes[id_] = Rect(left, (height - even) / 2, block.width, even)
            else:
                top = (height - block.height) / 2
                boxes |= {inside: rect.moved(left, top) for inside, rect in block.boxes.items()}
    return _Plan(rows, bands, row_of, by_id, boxes, heights)


def _flat(
    view: View, flat: Sequence[ViewEdge], plan: _Plan, sizes: Sizes, nets: list[Net], routes: list[Route]
) -> dict[str, tuple[Point, Point]]:
    """Straight lines within rows by edge; edges that must go around something become nets and routes."""
    parents = {node.id: node.parent for node in view.nodes}
    inside = {id_: frozenset(_around(id_, parents)) for id_ in parents}
    taken: set[tuple[frozenset[str], float]] = set()
    straight = {}
    load = [0] * (len(plan.rows) + 1)
    for net in nets:
        load[net.channel] += 1
    for edge in flat:
        row = plan.row_of[edge.source]
        boxes = {id_: box for id_, box in plan.boxes.items() if plan.row_of[id_] == row}
        found = straight_across(edge, boxes, inside, sizes.edges.get(edge.id), taken)
        if found is not None:
            straight[edge.id] = found
            continue
        below = load[row + 1] <= load[row]
        net, route = flat_net(edge, row, "bottom" if below else "top")
        load[net.channel] += 1
        nets.append(net)
        routes.append(route)
    return straight


def _around(id_: str, parents: Mapping[str, str]) -> list[str]:
    found = []
    while parents[id_]:
        id_ = parents[id_]
        found.append(id_)
    return found


def _place_texts(routes: Sequence[Route], sizes: Sizes, pins: Mapping[Pin, float]) -> None:
    """Each text goes into the channel that its line crosses for the longest stretch."""
    for route in routes:
        text = sizes.edges.get(route.edge.id)
        if text is not None:
            lengths = [abs(pins[one] - pins[other]) for one, other in pairwise(route.pins)]
            longest = max(range(len(lengths)), key=lengths.__getitem__)
            route.nets[longest].text = text


def _finish(
    view: View,
    sizes: Sizes,
    plan: _Plan,
    channels: Sequence[Channel],
    routes: Sequence[Route],
    straight: Mapping[str, tuple[Point, Point]],
    pins: Mapping[Pin, float],
    left: float,
) -> PlacedView:
    """Give everything its y, and the drawing its corner."""
    tops, channel_tops = _verticals(plan, channels)
    low = min([left, *pins.values()])
    high = max([rect.right for rect in plan.boxes.values()] + list(pins.values()))
    shift = _STRIP + _MARGIN - low
    boxes = {id_: rect.moved(shift, tops[plan.row_of[id_]]) for id_, rect in plan.boxes.items()}
    width = high + shift + _MARGIN
    edges: dict[str, PlacedEdge] = {}
    for edge in view.edges:
        if edge.id in straight:
            y = tops[plan.row_of[edge.source]]
            ends = tuple((at[0] + shift, at[1] + y) for at in straight[edge.id])
            text = sizes.edges.get(edge.id)
            middle = ((ends[0][0] + ends[1][0]) / 2, ends[0][1])
            edges[edge.id] = PlacedEdge(edge, ends, text=text, text_at=middle)
    for route in routes:
        edges[route.edge.id] = _placed(route, boxes, channels, channel_tops, pins, shift)
    containers = {node.parent for node in view.nodes}
    nodes = [PlacedNode(node, boxes[node.id], sizes.nodes[node.id], node.id in containers) for node in view.nodes]
    depth = {node.id: len(_around(node.id, {one.id: one.parent for one in view.nodes})) for node in view.nodes}
    bottom = channel_tops[-1] + channels[-1].height
    return PlacedView(
        view=view,
        nodes=tuple(sorted(nodes, key=lambda one: depth[one.node.id])),
        edges=tuple(edges[edge.id] for edge in view.edges),
        bands=_bands(view, plan, channels, channel_tops, width, bottom),
        width=round(width, 1),
        height=round(bottom, 1),
    )


def _verticals(plan: _Plan, channels: Sequence[Channel]) -> tuple[list[float], list[float]]:
    """The y of the top of every row and of every channel."""
    tops, channel_tops = [], []
    y = 0.0
    for index, channel in enumerate(channels):
        channel_tops.append(round(y, 1))
        y += channel.height
        if index < len(plan.heights):
            tops.append(round(y, 1))
            y += plan.heights[index]
    return tops, channel_tops


def _placed(
    route: Route,
    boxes: Mapping[str, Rect],
    channels: Sequence[Channel],
    channel_tops: Sequence[float],
    pins: Mapping[Pin, float],
    shift: float,
) -> PlacedEdge:
    edge = route.edge
    points: list[Point] = [_end(route.pins[0], boxes, pins, shift)]
    text, text_at = None, (0.0, 0.0)
    for net, (one, other) in zip(route.nets, pairwise(route.pins), strict=True):
        across = channels[net.channel].across.get(net.bundle)
        if across is None:
            continue
        y = channel_tops[net.channel] + across
        points += [(pins[one] + shift, y), (pins[other] + shift, y)]
        if net.text is not None:
            text, text_at = net.text, ((pins[one] + pins[other]) / 2 + shift, y)
    points.append(_end(route.pins[-1], boxes, pins, shift))
    if route.shared_end == "target":
        points.reverse()
    rounded = [(round(x, 1), round(y, 1)) for x, y in points]
    return PlacedEdge(edge, tuple(_corners(rounded)), route.shared_end, text, text_at)


def _end(pin: Pin, boxes: Mapping[str, Rect], pins: Mapping[Pin, float], shift: float) -> Point:
    if isinstance(pin, Lane):
        raise TypeError(pin)
    box = boxes[pin.box]
    return pins[pin] + shift, box.y if pin.side == "top" else box.bottom


def _corners(points: Sequence[Point]) -> list[Point]:
    """The points without those on a straight line between their neighbours."""
    kept = list(points[:1])
    for index in range(1, len(points) - 1):
        before, here, after = kept[-1], points[index], points[index + 1]
        if here != before and not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            kept.append(here)
    return [*kept, points[-1]]


def _bands(
    view: View,
    plan: _Plan,
    channels: Sequence[Channel],
    channel_tops: Sequence[float],
    width: float,
    bottom: float,
) -> tuple[PlacedBand, ...]:
    labels = {group.id: group.label for group in view.groups}
    found: list[PlacedBand] = []
    for index, band in enumerate(plan.row_bands):
        top = 0.0 if index == 0 else channel_tops[index] + channels[index].height / 2 + _BAND_GAP / 2
        below = channel_tops[index + 1] + channels[index + 1].height / 2 - _BAND_GAP / 2
        end = bottom if index == len(plan.row_bands) - 1 else below
        if found and found[-1].id == band:
            last = found.pop()
            found.append(replace(last, rect=Rect(0.0, last.rect.y, width, end - last.rect.y)))
        else:
            found.append(PlacedBand(band, labels[band], Rect(0.0, top, width, end - top), _STRIP))
    return tuple(found)
