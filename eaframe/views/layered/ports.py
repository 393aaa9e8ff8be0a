"""Where lines meet boxes: opposite each other where a straight line is possible, apart from one another always."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, Final

from eaframe.views.layered.bundles import Lane, Pin, Port
from eaframe.views.layered.heads import free_range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.nets import Net
    from eaframe.views.layout import Rect

APART: Final = 13.0  # px between two lines at one side of a box, if there is room
CLEAR: Final = 7.0  # px between two lines that must not be taken for one
_CORNER: Final = 14.0  # px of a side that stay free at its ends
_SWEEPS: Final = 4
_LEAN: Final = 0.25  # how far a line that cannot be straight leaves the middle of its side, as a part of the side
_ASIDE: Final = (1.0, -1.0, 1.5, -1.5, 2.0, -2.0, 3.0, -3.0)  # times CLEAR

Side = tuple[str, str]  # a box and one of its sides


@dataclass(frozen=True, slots=True)
class _Ports:
    """The ports of all sides, the part of each side that they may reach, and where every pin is so far."""

    sides: Mapping[Side, Sequence[Port]]
    limits: Mapping[Side, tuple[float, float]]
    x: dict[Pin, float]

    def is_free(self, pin: Port, at: float) -> bool:
        low, high = self.limits[pin.box, pin.side]
        if not low <= at <= high:
            return False
        return all(abs(self.x[other] - at) >= CLEAR for other in self.sides[pin.box, pin.side] if other != pin)


def place_pins(
    nets: Sequence[Net],
    boxes: Mapping[str, Rect],
    lanes: Mapping[str, float],
    heads: Mapping[str, list[tuple[float, float]]],
) -> dict[Pin, float]:
    """The x of every pin, whole px. The x of lanes is given; ``heads`` are ranges that lines from above go past."""
    others: dict[Pin, list[Pin]] = {}
    for net in nets:
        for pin in net.pins:
            others.setdefault(pin, []).extend(other for other in net.pins if other != pin)
    sides: dict[Side, list[Port]] = {}
    for pin in others:
        if isinstance(pin, Port):
            sides.setdefault((pin.box, pin.side), []).append(pin)
    taken = {side: heads.get(side[0], []) if side[1] == "top" else [] for side in sides}
    ranges = {side: _range(boxes[side[0]], taken[side], _CORNER) for side in sides}
    limits = {side: _range(boxes[side[0]], taken[side], _CORNER / 2) for side in sides}
    x = {pin: lanes[pin.id] if isinstance(pin, Lane) else boxes[pin.box].middle for pin in others}
    order = sorted(sides, key=lambda side: (boxes[side[0]].x, side))
    for sweep in range(_SWEEPS):
        for side in order if sweep % 2 else reversed(order):
            low, high = ranges[side]
            wanted = {pin: _wanted(pin, [x[other] for other in others[pin]], low, high) for pin in sides[side]}
            ordered = sorted(sides[side], key=wanted.__getitem__)
            for pin, at in zip(ordered, _spread([wanted[pin][0] for pin in ordered], low, high), strict=True):
                x[pin] = float(round(at))
    ports = _Ports(sides, limits, x)
    _straighten(nets, ports)
    _part(nets, ports)
    return x


def _range(box: Rect, taken: list[tuple[float, float]], corner: float) -> tuple[float, float]:
    corner = min(corner, box.width / 2)
    return free_range(box.x + corner, box.right - corner, taken)


def _wanted(pin: Port, others: Sequence[float], low: float, high: float) -> tuple[float, float, str]:
    """The best x for a pin, then how to sort those that want the same."""
    middle = (low + high) / 2
    to = median(others)
    if low <= to <= high:
        return to, to, pin.bundle
    lean = (high - low) * _LEAN
    return middle + (lean if to > middle else -lean), to, pin.bundle


def _spread(wanted: Sequence[float], low: float, high: float) -> list[float]:
    """Positions in this order as near as may be to what is wanted, apart from one another, within the side."""
    if len(wanted) == 1:
        return [min(max(wanted[0], low), high)]
    apart = min(APART, (high - low) / (len(wanted) - 1))
    last = len(wanted) - 1
    rightwards, leftwards = list(wanted), list(wanted)
    at = low - apart
    for index, one in enumerate(wanted):
        at = rightwards[index] = min(max(one, at + apart), high - (last - index) * apart)
    at = high + apart
    for index in range(last, -1, -1):
        at = leftwards[index] = max(min(wanted[index], at - apart), low + index * apart)
    return [(one + other) / 2 for one, other in zip(rightwards, leftwards, strict=True)]


def _straighten(nets: Sequence[Net], ports: _Ports) -> None:
    """A line that is almost straight becomes straight, if one of its ends can move that far."""
    x = ports.x
    for net in nets:
        if len(net.tops) == len(net.bottoms) == 1:
            top, bottom = net.tops[0], net.bottoms[0]
            if 0 < abs(x[top] - x[bottom]) <= 2 * APART:
                for pin, other in ((top, bottom), (bottom, top)):
                    if isinstance(pin, Port) and ports.is_free(pin, x[other]):
                        x[pin] = x[other]
                        break


def _part(nets: Sequence[Net], ports: _Ports) -> None:
    """Two lines that run over one another in a channel would be taken for one: one of them moves aside."""
    channels: dict[int, list[Net]] = {}
    for net in nets:
        channels.setdefault(net.channel, []).append(net)
    for inside in channels.values():
        pins = [(pin, net) for net in inside for pin in net.pins]
        for (one, net), (other, other_net) in combinations(pins, 2):
            meet = net is not other_net and abs(ports.x[one] - ports.x[other]) < CLEAR
            if meet and not _move_aside(other, other_net, pins, ports):
                _move_aside(one, net, pins, ports)


def _move_aside(pin: Pin, net: Net, pins: Sequence[tuple[Pin, Net]], ports: _Ports) -> bool:
    """Move a port a little, clear of its neighbours and of all other lines of the channel."""
    if not isinstance(pin, Port):
        return False
    x = ports.x
    others = [x[other] for other, of in pins if of is not net]
    for step in _ASIDE:
        at = x[pin] + step * CLEAR
        if ports.is_free(pin, at) and all(abs(other - at) >= CLEAR for other in others):
            x[pin] = at
            return True
    return False
