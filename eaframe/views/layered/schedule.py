"""The first distribution of a band's blocks into rows: what has the longest chain below it stands highest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.arcs import Arc
    from eaframe.views.layered.rows import Rows


def schedule(rows: Rows, members: Sequence[str], arcs: Sequence[Arc], first: int) -> int:
    """Fill rows from ``first`` on, what has the longest chain below it first; the index after the last row."""
    below = _acyclic(members, arcs)
    height = _heights(members, below)
    waiting = dict.fromkeys(members, 0)
    for lower in (lower for lowers in below.values() for lower in lowers):
        waiting[lower] += 1
    ready = [id_ for id_ in members if not waiting[id_]]
    rank: dict[str, float] = {}  # where the blocks above it came, so that siblings stay together
    row = first
    while ready:
        ready.sort(key=lambda id_: (-height[id_], rank.get(id_, -1.0), -_pull(rows, id_, first)))
        chosen: list[str] = []
        for id_ in ready:
            if not chosen or rows.filled[row] + rows.widths[id_] <= rows.capacity:
                rows.put(id_, row)
                chosen.append(id_)
        ready = [id_ for id_ in ready if id_ not in rows.row]
        for position, id_ in enumerate(chosen):
            for lower in below[id_]:
                waiting[lower] -= 1
                rank.setdefault(lower, float(position))
                if not waiting[lower]:
                    ready.append(lower)
        row += 1
    return row


def _pull(rows: Rows, id_: str, first: int) -> int:
    """How many more lines a block has to bands above than to bands that come later."""
    return sum(1 if other in rows.row and rows.row[other] < first else 0 for other, _, _ in rows.near[id_])


def _acyclic(members: Sequence[str], arcs: Sequence[Arc]) -> dict[str, list[str]]:
    """The strict arcs by their upper end, without those that close a circle."""
    all_below: dict[str, list[str]] = {id_: [] for id_ in members}
    for arc in arcs:
        if arc.is_strict and arc.lower not in all_below[arc.upper]:
            all_below[arc.upper].append(arc.lower)
    below: dict[str, list[str]] = {id_: [] for id_ in members}
    state: dict[str, int] = {}  # 1 on the way down, 2 done
    for root in members:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(all_below[root]))]
        while stack:
            id_, ahead = stack[-1]
            for lower in ahead:
                if state.get(lower) == 1:
                    continue
                below[id_].append(lower)
                if lower not in state:
                    state[lower] = 1
                    stack.append((lower, iter(all_below[lower])))
                    break
            else:
                state[id_] = 2
                stack.pop()
    return below


def _heights(members: Sequence[str], below: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The length of the longest chain below each block."""
    found: dict[str, int] = {}
    for root in members:
        stack = [root]
        while stack:
            id_ = stack[-1]
            open_ = [lower for lower in below[id_] if lower not in found]
            if open_:
                stack += open_
            else:
                found[id_] = 1 + max((found[lower] for lower in below[id_]), default=-1)
                stack.pop()
    return found
