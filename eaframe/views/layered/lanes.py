"""Lanes straightened: a line that passes through several rows should not step aside by a hair in each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.views.layered.bundles import lanes_of
from eaframe.views.layered.ports import CLEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.bundles import Bundle, Lane
    from eaframe.views.layered.plan import Plan

_STEP: Final = 26.0  # px: a smaller step aside is mended
_SWEEPS: Final = 3


def straighten(bundles: Sequence[Bundle], plan: Plan, x: Mapping[str, float]) -> dict[str, float]:
    """The x of all lanes, given that of Graphviz, whole px; in each row they keep clear of boxes and of one another."""
    chains = [lanes for bundle in bundles if (lanes := lanes_of(bundle, plan.row_of))]
    found = {lane.id: float(round(x[lane.id])) for lanes in chains for lane in lanes}
    by_row: dict[int, list[str]] = {}
    for lanes in chains:
        for lane in lanes:
            by_row.setdefault(lane.row, []).append(lane.id)

    def is_free(lane: Lane, at: float) -> bool:
        beside = (found[other] for other in by_row[lane.row] if other != lane.id)
        if any(abs(other - at) < CLEAR for other in beside):
            return False
        boxes = (box for id_, box in plan.boxes.items() if plan.row_of[id_] == lane.row)
        return all(at < box.x - CLEAR or at > box.right + CLEAR for box in boxes)

    for _ in range(_SWEEPS):
        for lanes in chains:
            for one, other in (*pairwise(lanes), *pairwise(reversed(lanes))):
                if 0 < abs(found[one.id] - found[other.id]) <= _STEP and is_free(other, found[one.id]):
                    found[other.id] = found[one.id]
    return found
