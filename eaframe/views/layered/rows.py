"""Blocks into rows, band by band: no row wider than asked for, what belongs together near one another.

Graphviz would put twenty siblings into one row of twenty; a page wants them in rows of seven. So the rows are made
here, and Graphviz orders what stands in them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.arcs import Arc
    from eaframe.views.layered.blocks import Block

_SWEEPS: Final = 6
_SLACK: Final = 1.12  # a row may be this much wider if that brings neighbours together
_GAIN: Final = 0.01  # what a move must save at least, rows
_WRONG_WAY: Final = 50  # what it costs to stand below what one belongs above
_BESIDE: Final = 0.7  # what two neighbours in one row cost: less than two rows apart, more than nothing


@dataclass(slots=True)
class _Rows:
    """The rows while they are made: per block its row, per row its width."""

    gap: float
    capacity: float
    widths: Mapping[str, float]
    near: Mapping[str, Sequence[tuple[str, int, bool]]]  # block -> (other, +1 if it should be below, strict)
    row: dict[str, int] = field(default_factory=dict)
    filled: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    band: dict[int, str] = field(default_factory=dict)

    def put(self, block: str, row: int) -> None:
        if block in self.row:
            self.filled[self.row[block]] -= self.widths[block] + self.gap
        self.row[block] = row
        self.filled[row] += self.widths[block] + self.gap

    def cost(self, block: str, row: int) -> float:
        """How far a block would be from its neighbours in this row; infinite where the standard order forbids it."""
        total = 0.0
        for other, side, strict in self.near[block]:
            if other not in self.row:
                continue
            below = (self.row[other] - row) * side
            if strict and below <= 0 and self.band[self.row[other]] == self.band[row]:
                total += _WRONG_WAY * (1 - below)
            total += abs(below) if below else _BESIDE
        return total


def make_rows(
    blocks: Sequence[Block], arcs: Sequence[Arc], bands: Sequence[str], capacity: float, gap: float
) -> tuple[list[list[str]], list[str]]:
    """The rows from top to bottom as lists of blocks, and the band of each row.

    ``capacity`` is the width in px that a row should not exceed, ``gap`` the px between blocks.
    """
    near: dict[str, list[tuple[str, int, bool]]] = {block.id: [] for block in blocks}
    for arc in arcs:
        near[arc.upper].append((arc.lower, 1, arc.is_strict))
        near[arc.lower].append((arc.upper, -1, arc.is_strict))
    rows = _Rows(gap, capacity, {block.id: block.width for block in blocks}, near)
    band_of = {block.id: block.band for block in blocks}
    first = 0
    for band in bands:
        members = [block.id for block in blocks if block.band == band]
        first = _schedule(
            rows, members, [arc for arc in arcs if band_of[arc.upper] == band_of[arc.lower] == band], first
        )
        for row in range(len(rows.band), first):
            rows.band[row] = band
    for _ in range(_SWEEPS):
        if not _improve(rows, [block.id for block in blocks]):
            break
    found: list[list[str]] = [[] for _ in range(first)]
    for block in blocks:
        found[rows.row[block.id]].append(block.id)
    kept = [index for index, row in enumerate(found) if row]
    return [found[index] for index in kept], [rows.band[index] for index in kept]


def _schedule(rows: _Rows, members: Sequence[str], arcs: Sequence[Arc], first: int) -> int:
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


def _pull(rows: _Rows, id_: str, first: int) -> int:
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


def _improve(rows: _Rows, ids: Sequence[str]) -> bool:
    """Move blocks, or swap two, within their band wherever that shortens lines. Whether anything moved."""
    moved = False
    for id_ in ids:
        here = rows.row[id_]
        best, gain = here, _GAIN
        for row in _band_rows(rows, here):
            fits = rows.filled[row] + rows.widths[id_] <= rows.capacity * _SLACK
            if row != here and fits and rows.cost(id_, here) - rows.cost(id_, row) > gain:
                best, gain = row, rows.cost(id_, here) - rows.cost(id_, row)
        if best != here:
            rows.put(id_, best)
            moved = True
            continue
        moved |= _swap(rows, id_, ids)
    return moved


def _swap(rows: _Rows, id_: str, ids: Sequence[str]) -> bool:
    here = rows.row[id_]
    band = rows.band[here]
    own = rows.cost(id_, here)
    for other in ids:
        there = rows.row[other]
        if there == here or rows.band[there] != band:
            continue
        if own - rows.cost(id_, there) <= 0:
            continue
        before = own + rows.cost(other, there)
        rows.row[id_], rows.row[other] = there, here
        after = rows.cost(id_, there) + rows.cost(other, here)
        difference = rows.widths[id_] - rows.widths[other]
        fits = max(rows.filled[there] + difference, rows.filled[here] - difference) <= rows.capacity * _SLACK
        if fits and before - after > _GAIN:
            rows.filled[there] += difference
            rows.filled[here] -= difference
            return True
        rows.row[id_], rows.row[other] = here, there
    return False


def _band_rows(rows: _Rows, row: int) -> range:
    first = last = row
    while first - 1 in rows.band and rows.band[first - 1] == rows.band[row]:
        first -= 1
    while last + 1 in rows.band and rows.band[last + 1] == rows.band[row]:
        last += 1
    return range(first, last + 1)
