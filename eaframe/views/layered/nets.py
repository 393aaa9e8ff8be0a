"""Nets: what has to be joined in each channel, the free strip between two rows.

Channel *n* lies above row *n*; the last one below the last row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.views.layered.bundles import Bundle, End, Pin, Port, lanes_of

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


def flat_net(bundle: Bundle, row: int) -> tuple[Net, list[Route]]:
    """The net of a bundle within a row, around what stands between: all ends on the same side."""
    hub = Port(bundle.hub, bundle.side, f"{bundle.id}|hub")
    ends = [Port(bundle.far(edge), bundle.side, f"{edge.id}|far") for edge in bundle.edges]
    pins: list[Pin] = [hub, *ends]
    net = Net(bundle.id, row + 1, pins, []) if bundle.side == "bottom" else Net(bundle.id, row, [], pins)
    routes = [Route(edge, bundle.hub_end, (hub, end), (net,)) for edge, end in zip(bundle.edges, ends, strict=True)]
    return net, routes


def by_channel(nets: Iterable[Net], channels: int) -> list[list[Net]]:
    """The nets of every channel."""
    found: list[list[Net]] = [[] for _ in range(channels)]
    for net in nets:
        found[net.channel].append(net)
    return found
