"""Nets: what has to be joined in each channel, the free strip between two rows.

Channel *n* lies above row *n*; the last one below the last row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.views.layered.bundles import Bundle, End, Pin, Port, Side, lanes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.views.layout import EdgeText
    from eaframe.views.view import ViewEdge


@dataclass(slots=True)
class Net:
    """The pins of one bundle in one channel: ``tops`` reach the row above, ``bottoms`` the row below."""

    bundle: str
    channel: int
    tops: list[Pin]
    bottoms: list[Pin]
    text: EdgeText | None = None

    @property
    def pins(self) -> list[Pin]:
        """All pins."""
        return self.tops + self.bottoms


@dataclass(frozen=True, slots=True)
class Route:
    """One edge from its shared end outwards: from pin to pin, through one net after another."""

    edge: ViewEdge
    shared_end: End
    pins: tuple[Pin, ...]
    nets: tuple[Net, ...]


def nets_of(bundle: Bundle, row_of: Mapping[str, int]) -> tuple[list[Net], list[Route]]:
    """The nets of a bundle between rows, and how its edges run through them."""
    down = bundle.side == "bottom"
    start = row_of[bundle.hub]
    trunk: list[Pin] = [Port(bundle.hub, bundle.side, bundle.id), *lanes_of(bundle, row_of)]
    nets: list[Net] = []
    for step in range(len(trunk)):
        channel = start + step + 1 if down else start - step
        near, onward = [trunk[step]], trunk[step + 1 : step + 2]
        nets.append(Net(bundle.id, channel, near, onward) if down else Net(bundle.id, channel, onward, near))
    routes = []
    for edge in bundle.edges:
        far = bundle.far(edge)
        last = abs(row_of[far] - start) - 1
        port = Port(far, "top" if down else "bottom", edge.id)
        (nets[last].bottoms if down else nets[last].tops).append(port)
        routes.append(Route(edge, bundle.hub_end, (*trunk[: last + 1], port), tuple(nets[: last + 1])))
    return nets, routes


def flat_net(edge: ViewEdge, row: int, side: Side) -> tuple[Net, Route]:
    """An edge within a row, around what stands between: both ends on the same side."""
    pins: list[Pin] = [Port(edge.source, side, f"{edge.id}|source"), Port(edge.target, side, f"{edge.id}|target")]
    net = Net(edge.id, row + 1, pins, []) if side == "bottom" else Net(edge.id, row, [], pins)
    return net, Route(edge, "source", (pins[0], pins[1]), (net,))


def by_channel(nets: Iterable[Net], channels: int) -> list[list[Net]]:
    """The nets of every channel."""
    found: list[list[Net]] = [[] for _ in range(channels)]
    for net in nets:
        found[net.channel].append(net)
    return found
