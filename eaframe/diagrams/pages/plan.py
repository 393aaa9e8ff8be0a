"""How a drawing is divided among sheets of paper: the scale, the grid, and what stands on every sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.pages.cutting import Interval, Length, Span, evened, spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.diagrams.pages.parts import Part
    from eaframe.views.layout import Cuts

# pt on paper to each px of a picture: names of 12 px are 6 pt high at the least, as in a road atlas, and 12 pt at most.
LEAST_SCALE: Final = 0.5
WHOLE_SCALE: Final = 0.46  # 5.5 pt: what is only a little too large stays whole, which tells more than two sheets
TILE_SCALE: Final = 0.75  # 9 pt: where sheets have room left, no larger than this
MOST_SCALE: Final = 1.0
_OVERLAP: Final = 14.0  # px shown on both sides of a cut
_SCALES: Final = tuple(LEAST_SCALE + (TILE_SCALE - LEAST_SCALE) * step / 20 for step in range(20, -1, -1))
BETWEEN: Final = 5.0  # pt between what stands on every sheet and the rest


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheets of a drawing: columns and rows in px of the drawing, ``scale`` in pt to the px.

    ``left`` and ``top`` stand on every sheet but those of the first column or row, which have them anyway.
    """

    scale: float
    columns: tuple[Span, ...]
    rows: tuple[Span, ...]
    left: Interval | None
    top: Interval | None

    @property
    def count(self) -> int:
        """The number of sheets."""
        return len(self.columns) * len(self.rows)

    def label(self, row: int, column: int) -> str:
        """The name of a sheet: a letter for the row, a number for the column."""
        letters = ""
        rest = row + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{column + 1}"

    def number(self, row: int, column: int) -> int:
        """The page of a sheet; the first page shows the whole."""
        return row * len(self.columns) + column + 2


def grid_of(part: Part, cuts: Cuts, width: float, height: float) -> Grid:
    """The fewest sheets for a drawing, each with ``width`` by ``height`` pt for it; then as large as they can show it.

    Raises ValueError where the paper is too small to cut anything.
    """
    whole = part.rect
    keep = [*part.boxes, *(rect for rect, _ in part.texts)]
    across = _length(whole.x, whole.right, ((one.x, one.right) for one in keep), cuts.xs)
    down = _length(whole.y, whole.bottom, ((one.y, one.bottom) for one in keep), cuts.ys)
    left = _repeated(cuts.repeat_left, width / LEAST_SCALE)
    top = _repeated(cuts.repeat_top, height / LEAST_SCALE)

    def tried(scale: float) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        wide, high = width / scale, height / scale
        return (
            tuple(spans(_with(across, left, scale), wide)),
            tuple(spans(_with(down, top, scale), high)),
        )

    least = tuple(len(one) for one in tried(LEAST_SCALE))
    scale = next(one for one in _SCALES if tuple(len(found) for found in tried(one)) == least)
    return Grid(
        scale,
        tuple(evened(_with(across, left, scale), width / scale)),
        tuple(evened(_with(down, top, scale), height / scale)),
        left,
        top,
    )


def _length(low: float, high: float, keep: Iterable[Interval], at: tuple[float, ...]) -> Length:
    return Length(low, high, tuple(keep), at, overlap=0.0 if at else _OVERLAP)


def _with(length: Length, repeated: Interval | None, scale: float) -> Length:
    taken = repeated[1] - repeated[0] + BETWEEN / scale if repeated else 0.0
    return Length(length.low, length.high, length.keep, length.at, taken, length.overlap)


def _repeated(band: Interval | None, room: float) -> Interval | None:
    """What stands on every sheet, unless it would leave too little for the rest."""
    return band if band and band[1] - band[0] <= room / 3 else None
