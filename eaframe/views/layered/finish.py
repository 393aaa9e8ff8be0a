"""The last step: everything gets its y, lines become points, and the drawing begins in its corner."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.views.layered.bundles import Lane, Pin
from eaframe.views.layered.stack import stack
from eaframe.views.layout import PlacedEdge, PlacedNode, PlacedView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from eaframe.views.layered.channels import Channel
    from eaframe.views.layered.nets import Route
    from eaframe.views.layered.plan import Plan
    from eaframe.views.layout import Point, Rect, Sizes
    from eaframe.views.view import View

_MARGIN: Final = 18.0  # px between the content of a band and its sides


def finish(
    view: View,
    sizes: Sizes,
    plan: Plan,
    channels: Sequence[Channel],
    routes: Sequence[Route],
    straight: Mapping[str, tuple[Point, Point]],
    pins: Mapping[Pin, float],
) -> PlacedView:
    """The placed view."""
    stacked, bands = stack(view, plan, channels)
    texts = list(_texts(routes, pins))
    low = min([rect.x for rect in plan.boxes.values()] + list(pins.values()) + [start for start, _ in texts])
    high = max([rect.right for rect in plan.boxes.values()] + list(pins.values()) + [end for _, end in texts])
    strip = max((band.strip for band in bands), default=0.0)
    shift = strip + _MARGIN - round(low)
    boxes = {id_: rect.moved(shift, stacked.rows[plan.row_of[id_]]) for id_, rect in plan.boxes.items()}
    width = high + shift + _MARGIN
    edges: dict[str, PlacedEdge] = {}
    for edge in view.edges:
        if edge.id in straight:
            y = stacked.rows[plan.row_of[edge.source]]
            ends = tuple((at[0] + shift, at[1] + y) for at in straight[edge.id])
            text = sizes.edges.get(edge.id)
            middle = ((ends[0][0] + ends[1][0]) / 2, ends[0][1])
            edges[edge.id] = PlacedEdge(edge, ends, text=text, text_at=middle)
    for route in routes:
        edges[route.edge.id] = _placed(route, boxes, channels, stacked.channels, pins, shift)
    containers = {node.parent for node in view.nodes}
    nodes = [PlacedNode(node, boxes[node.id], sizes.nodes[node.id], node.id in containers) for node in view.nodes]
    return PlacedView(
        view=view,
        nodes=tuple(sorted(nodes, key=lambda one: len(view.around(one.node.id)))),
        edges=tuple(edges[edge.id] for edge in view.edges),
        bands=tuple(replace(band, rect=replace(band.rect, width=width)) for band in bands),
        width=round(width, 1),
        height=round(stacked.bottom, 1),
    )


def _texts(routes: Sequence[Route], pins: Mapping[Pin, float]) -> Iterator[tuple[float, float]]:
    """Where the texts on lines begin and end, x."""
    for route in routes:
        for net, (one, other) in zip(route.nets, pairwise(route.pins), strict=True):
            if net.text is not None:
                middle = (pins[one] + pins[other]) / 2
                yield middle - net.text.width / 2, middle + net.text.width / 2


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
        y = float(round(channel_tops[net.channel] + across))
        points += [(pins[one] + shift, y), (pins[other] + shift, y)]
        if net.text is not None:
            text_y = channel_tops[net.channel] + channels[net.channel].texts[net.bundle]
            text, text_at = net.text, ((pins[one] + pins[other]) / 2 + shift, float(round(text_y)))
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
