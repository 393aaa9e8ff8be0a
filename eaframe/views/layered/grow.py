"""Twigs into the rows of the core: each near its holder, where there is room, else in a row of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.views.layered.arrange import Arrangement
from eaframe.views.layered.rows import new_rows
from eaframe.views.sizes import BOX_WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.layered.arcs import Arc
    from eaframe.views.layered.blocks import Block
    from eaframe.views.layered.peel import Twig
    from eaframe.views.layered.rows import Rows

_ROW: Final = 140.0  # px: a row with the lines above it, as usual
_FRAME: Final = 130.0  # px of the height for title and legend
_SIDES: Final = 130.0  # px of the width for margins and lines at the sides
_RATIO: Final = 2.1  # width to height that the rows should have; with gaps and lines it becomes a page
_FULL: Final = 0.85  # how full rows get
_NEW_ROW: Final = 1.25  # what a row more costs while there are too few: as much as being this many rows farther away
_SPARE_ROW: Final = 1.7  # what it costs once there are enough
_STEP: Final = 28 * (BOX_WIDTH + 29.0)  # px
_WRONG_SIDE: Final = 1.3  # what it costs to stand above what one comes after

Place = tuple[float, tuple[str, ...]]  # what blocks are sorted by in a row: x in the core, then the way out of the core


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a block is: its place in its row, and the way on: 1 rightwards, -1 leftwards, 0 either."""

    place: Place
    way: int = 0


def grow(
    core: Arrangement,
    x: Mapping[str, float],
    twigs: Sequence[Twig],
    blocks: Sequence[Block],
    arcs: Sequence[Arc],
    bands: Sequence[str],
    gap: float,
) -> Arrangement:
    """The arrangement of all blocks, given that of the core and the x of the core's blocks."""
    rows = new_rows(blocks, arcs, 0.0, gap)
    rows.band = dict(enumerate(core.bands))
    for index, inside in enumerate(core.rows):
        for id_ in inside:
            rows.put(id_, index)
    band_of = {block.id: block.band for block in blocks}
    middle = sum(x.values()) / len(x)
    seats = {id_: _Seat((at, ())) for id_, at in x.items()}
    least = _page(_rounded(sum(block.width + gap for block in blocks)), gap)
    for twig in twigs:
        row = _row_for(rows, twig, band_of[twig.id], bands, least)
        seats[twig.id] = _seat(rows, twig, row, seats[twig.holder], middle)
        rows.put(twig.id, row)
    found: list[list[str]] = [[] for _ in rows.band]
    for id_ in sorted(rows.row, key=lambda one: seats[one].place):
        found[rows.row[id_]].append(id_)
    return Arrangement(found, [rows.band[index] for index in range(len(found))])


def _rounded(width: float) -> float:
    """The next smaller one of 28 boxes, 56, 112, …: one block more hardly ever changes it."""
    return _STEP * 2.0 ** math.floor(math.log2(width / _STEP))


def _page(width: float, gap: float) -> tuple[float, int]:
    """The width of a row, in whole boxes, and the number of rows, if blocks of this width together fill a page."""
    pitch = BOX_WIDTH + gap
    boxes = width / pitch
    fits = count = 1
    while fits * count * _FULL < boxes:
        fits += 1
        count = max(round(((fits * pitch + _SIDES) / _RATIO - _FRAME) / _ROW), 1)
    return fits * pitch + 1, count


def _row_for(rows: Rows, twig: Twig, band: str, bands: Sequence[str], least: tuple[float, int]) -> int:
    """The best row for a twig, made where none is near."""
    inside = [row for row, of in rows.band.items() if of == band]
    if not inside:
        earlier = bands[: bands.index(band)]
        at = sum(of in earlier for of in rows.band.values())
        rows.insert(at, band)
        return at
    holder = rows.row[twig.holder]
    capacity, enough = max(_page(sum(rows.filled.values()), rows.gap), least)
    more = rows.widths[twig.id] + rows.gap
    options = [(_cost(rows, twig, row), row) for row in inside if rows.filled[row] + more <= capacity]
    best, row = min(options, default=(math.inf, 0))
    at = _new_row(rows, twig, inside)
    distance = at - holder if at > holder else holder + 1 - at
    if best <= distance + (_NEW_ROW if len(rows.band) < enough else _SPARE_ROW):
        return row
    rows.insert(at, band)
    return at


def _new_row(rows: Rows, twig: Twig, inside: Sequence[int]) -> int:
    """Where a new row would be: next to the holder and its other twigs, or where their band begins."""
    holder = rows.row[twig.holder]
    if holder not in inside:
        return inside[0] if holder < inside[0] else inside[-1] + 1
    down = _side(rows, twig) > 0
    taken = {rows.row[other] for other, _, _ in rows.near[twig.holder] if other in rows.row}
    at = holder
    while at + (1 if down else -1) in taken and at + (1 if down else -1) in inside:
        at += 1 if down else -1
    return at + 1 if down else at


def _side(rows: Rows, twig: Twig) -> int:
    """1 if a twig belongs below its holder, else -1."""
    strict = [-side for other, side, is_strict in rows.near[twig.id] if other == twig.holder and is_strict]
    every = [-side for other, side, _ in rows.near[twig.id] if other == twig.holder]
    return 1 if sum(strict or every) >= 0 else -1


def _cost(rows: Rows, twig: Twig, row: int) -> float:
    wrong = (row - rows.row[twig.holder]) * _side(rows, twig) < 0
    return rows.cost(twig.id, row) + _WRONG_SIDE * wrong


def _seat(rows: Rows, twig: Twig, row: int, holder: _Seat, middle: float) -> _Seat:
    """Beside its holder a twig stands in the direction of its line; a chain that went on in a new row runs back."""
    x, path = holder.place
    if row != rows.row[twig.holder]:
        return _Seat((x, (*path, twig.id)), -1 if x > middle else 1 if x < middle else 0)
    way = holder.way or _side(rows, twig)
    return _Seat((x + way, (*path, twig.id)), way)
