"""Where lines meet boxes: opposite each other where a straight line is possible, apart from one another always."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

from eaframe.views.layered.bundles import Lane, Pin, Port

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.nets import Net
    from eaframe.views.layout import Rect

APART: Final = 13.0  # px between two lines at one side of a box, if there is room
CLEAR: Final = 7.0  # px between two lines that must not be taken for one
_CORNER: Final = 14.0  # px of a side that stay free at its ends
_SWEEPS: Final = 4
_LEAN: Final = 0.25  # how far a line that cannot be straight leaves the middle of its side, as a part of the side


def place_pins(nets: Sequence[Net], boxes: Mapping[str, Rect], lanes: Mapping[str, float]) -> dict[Pin, float]:
    """The x of every pin. The x of lanes is given."""
    sides: dict[tuple[str, str], list[Port]] = {}
    others: dict[Pin, list[Pin]] = {}
    x: dict[Pin, float] = {}
    for net in nets:
        for pin in net.pins:
            others.setdefault(pin, []).extend(other for other in net.pins if other != pin)
            if isinstance(pin, Lane):
                x[pin] = lanes[pin.id]
            elif pin not in x:
                x[pin] = boxes[pin.box].middle
                sides.setdefault((pin.box, pin.side), []).append(pin)
    order = sorted(sides, key=lambda side: (boxes[side[0]].x, side))
    for sweep in range(_SWEEPS):
        for side in order if sweep % 2 else reversed(order):
            low, high = _range(boxes[side[0]])
            wanted = sorted((_wanted(pin, [x[other] for other in others[pin]], low, high), pin) for pin in sides[side])
            for (_, pin), at in zip(wanted, _spread([one[0][0] for one in wanted], low, high), strict=True):
                x[pin] = at
    _straighten(nets, boxes, sides, x)
    _part(nets, boxes, sides, x)
    return x


def _range(box: Rect) -> tuple[float, float]:
    corner = min(_CORNER, box.width / 2)
    return box.x + corner, box.right - corner


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


def _straighten(
    nets: Sequence[Net],
    boxes: Mapping[str, Rect],
    sides: Mapping[tuple[str, str], Sequence[Port]],
    x: dict[Pin, float],
) -> None:
    """A line that is almost straight becomes straight, if one of its ends can move that far."""
    for net in nets:
        if len(net.tops) == len(net.bottoms) == 1:
            top, bottom = net.tops[0], net.bottoms[0]
            if 0 < abs(x[top] - x[bottom]) <= 2 * APART:
                for pin, other in ((top, bottom), (bottom, top)):
                    if isinstance(pin, Port) and _is_free(pin, x[other], boxes, sides, x):
                        x[pin] = x[other]
                        break


def _is_free(
    pin: Port,
    at: float,
    boxes: Mapping[str, Rect],
    sides: Mapping[tuple[str, str], Sequence[Port]],
    x: Mapping[Pin, float],
) -> bool:
    low, high = _range(boxes[pin.box])
    if not low - _CORNER / 2 <= at <= high + _CORNER / 2:
        return False
    return all(abs(x[other] - at) >= CLEAR for other in sides[pin.box, pin.side] if other != pin)


def _part(
    nets: Sequence[Net],
    boxes: Mapping[str, Rect],
    sides: Mapping[tuple[str, str], Sequence[Port]],
    x: dict[Pin, float],
) -> None:
    """Two lines that meet head on in a channel would be taken for one: one of them moves aside."""
    channels: dict[int, list[Net]] = {}
    for net in nets:
        channels.setdefault(net.channel, []).append(net)
    for inside in channels.values():
        for upper in inside:
            for lower in inside:
                if upper is lower:
                    continue
                for top in upper.tops:
                    for bottom in lower.bottoms:
                        if abs(x[top] - x[bottom]) < CLEAR:
                            _move_aside(bottom, top, inside, boxes, sides, x)


def _move_aside(
    bottom: Pin,
    top: Pin,
    nets: Sequence[Net],
    boxes: Mapping[str, Rect],
    sides: Mapping[tuple[str, str], Sequence[Port]],
    x: dict[Pin, float],
) -> None:
    for pin, from_ in ((bottom, top), (top, bottom)):
        if not isinstance(pin, Port):
            continue
        across = [other for net in nets for other in (net.tops if pin.side == "top" else net.bottoms)]
        for step in (CLEAR, -CLEAR, 1.5 * CLEAR, -1.5 * CLEAR, 2.5 * CLEAR, -2.5 * CLEAR):
            at = x[from_] + step
            if _is_free(pin, at, boxes, sides, x) and all(abs(x[o] - at) >= CLEAR for o in across if o != pin):
                x[pin] = at
                return
