"""How many boxes a row takes, and which: so that the whole picture has the proportions of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.views.layered.improve import merge, shorten
from eaframe.views.layered.rows import new_rows
from eaframe.views.layered.schedule import schedule
from eaframe.views.sizes import BOX_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.layered.arcs import Arc
    from eaframe.views.layered.blocks import Block

_RATIO: Final = 1.65  # width to height that a picture should have: A3 landscape and a little of its margin
_NEAR: Final = 1.15  # how far from that is near enough
_TRIES: Final = 4
_BOX: Final = 64.0  # px: the usual height of a box, or of the head of one around others
_CHANNEL: Final = 24.0  # px between two rows that no line joins
_LINE: Final = 6.0  # px more between two rows, for each line that a row has on average
_FRAME: Final = 230.0  # px of the height for title and legend
_SIDES: Final = 130.0  # px of the width for margins and lines at the sides


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rows from top to bottom as lists of blocks, and the band of each row."""

    rows: Sequence[Sequence[str]]
    bands: Sequence[str]


def arrange(blocks: Sequence[Block], arcs: Sequence[Arc], bands: Sequence[str], gap: float) -> Arrangement:
    """Blocks into rows; ``gap`` is the px between two blocks."""
    pitch = BOX_WIDTH + gap
    widest = max(block.width for block in blocks) + gap
    total = sum(block.width + gap for block in blocks)
    capacity = max(widest, (total * 140 * _RATIO) ** 0.5)
    best: tuple[float, Arrangement] | None = None
    tried: set[int] = set()
    for _ in range(_TRIES):
        found, width, height = _attempt(blocks, arcs, bands, capacity, gap)
        ratio = (width + _SIDES) / (height + _FRAME)
        off = max(ratio / _RATIO, _RATIO / ratio)
        if best is None or off < best[0]:
            best = (off, found)
        tried.add(round(capacity / pitch))
        capacity = max(widest, capacity * (_RATIO / ratio) ** 0.5)
        if off < _NEAR or round(capacity / pitch) in tried:
            break
    return best[1] if best else Arrangement((), ())


def _attempt(
    blocks: Sequence[Block], arcs: Sequence[Arc], bands: Sequence[str], capacity: float, gap: float
) -> tuple[Arrangement, float, float]:
    """Rows of at most this width, with the width and height of the picture that they would give."""
    rows = new_rows(blocks, arcs, capacity, gap)
    band_of = {block.id: block.band for block in blocks}
    first = 0
    for band in bands:
        members = [block.id for block in blocks if block.band == band]
        inside = [arc for arc in arcs if band_of[arc.upper] == band_of[arc.lower] == band]
        last = schedule(rows, members, inside, first)
        rows.band |= dict.fromkeys(range(first, last), band)
        first = last
    ids = [block.id for block in blocks]
    heights = {block.id: _usual_height(block) for block in blocks}
    shorten(rows, ids)
    channel = _CHANNEL + _LINE * len(arcs) / len(rows.band)
    usual = sum(heights.values()) / len(heights) + channel
    merge(rows, max(int(((capacity + _SIDES) / _RATIO - _FRAME) / usual), 1))
    shorten(rows, ids)
    found: list[list[str]] = [[] for _ in rows.band]
    for id_ in ids:
        found[rows.row[id_]].append(id_)
    kept = [index for index, row in enumerate(found) if row]
    width = max(rows.filled[index] for index in kept)
    height = sum(max(heights[id_] for id_ in found[index]) + channel for index in kept)
    return Arrangement([found[index] for index in kept], [rows.band[index] for index in kept]), width, height


def _usual_height(block: Block) -> float:
    """What a block is usually high: the length of its names must not decide where it stands."""
    return _BOX * len({box.y for box in block.boxes.values()})
