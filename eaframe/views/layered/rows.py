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

_SLACK: Final = 1.12  # a row may be this much wider if that brings neighbours together
_WRONG_WAY: Final = 50  # what it costs to stand below what one belongs above, rows
_IN_LINE: Final = 1.6  # what it costs to stand beside it
_BESIDE: Final = 0.7  # what two neighbours in one row cost: less than two rows apart, more than nothing


@dataclass(slots=True)
class Rows:
    """The rows while they are made: per block its row, per row its width and its band.

    ``near`` lists for each block its neighbours, each with 1 if it should be below, -1 if above, and whether it must.
    """

    gap: float
    capacity: float
    widths: Mapping[str, float]
    near: Mapping[str, Sequence[tuple[str, int, bool]]]
    row: dict[str, int] = field(default_factory=dict)
    filled: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    band: dict[int, str] = field(default_factory=dict)

    def put(self, block: str, row: int) -> None:
        """Put a block into a row, out of the one it may be in."""
        if block in self.row:
            self.filled[self.row[block]] -= self.widths[block] + self.gap
        self.row[block] = row
        self.filled[row] += self.widths[block] + self.gap

    def insert(self, at: int, band: str) -> None:
        """Make an empty row above the one that is ``at`` so far."""
        self.row = {id_: row + (row >= at) for id_, row in self.row.items()}
        filled = {row + (row >= at): width for row, width in self.filled.items()}
        self.filled = defaultdict(float, filled)
        self.band = {row + (row >= at): of for row, of in self.band.items()} | {at: band}

    def has_room(self, row: int, more: float) -> bool:
        """Whether a row may become wider by ``more`` px."""
        return self.filled[row] + more <= self.capacity * _SLACK

    def cost(self, block: str, row: int) -> float:
        """How far a block would be from its neighbours in this row; a lot more where it would be on the wrong side."""
        total = 0.0
        for other, side, strict in self.near[block]:
            if other not in self.row:
                continue
            below = (self.row[other] - row) * side
            if strict and below <= 0 and self.band[self.row[other]] == self.band[row]:
                total += _IN_LINE if below == 0 else _WRONG_WAY * -below
            total += abs(below) if below else _BESIDE
        return total

    def of_band(self, row: int) -> range:
        """All rows of the band that a row is in."""
        first = last = row
        while self.band.get(first - 1) == self.band[row]:
            first -= 1
        while self.band.get(last + 1) == self.band[row]:
            last += 1
        return range(first, last + 1)


def new_rows(blocks: Sequence[Block], arcs: Sequence[Arc], capacity: float, gap: float) -> Rows:
    """Rows that nothing is in yet."""
    near: dict[str, list[tuple[str, int, bool]]] = {block.id: [] for block in blocks}
    for arc in arcs:
        near[arc.upper].append((arc.lower, 1, arc.is_strict))
        near[arc.lower].append((arc.upper, -1, arc.is_strict))
    return Rows(gap, capacity, {block.id: block.width for block in blocks}, near)
