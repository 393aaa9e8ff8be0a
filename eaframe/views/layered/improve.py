"""Rows made better: shorter lines by moving and swapping blocks, fewer rows by merging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.layered.rows import Rows

_SWEEPS: Final = 6
_GAIN: Final = 0.01  # what a move must save at least, rows


def shorten(rows: Rows, ids: Sequence[str]) -> None:
    """Move blocks, or swap two, within their band wherever that shortens lines."""
    for _ in range(_SWEEPS):
        moved = [_move(rows, id_) or _swap(rows, id_, ids) for id_ in ids]
        if not any(moved):
            return


def merge(rows: Rows, most: int) -> None:
    """Put two rows of a band into one where nothing forbids it; and down to ``most`` rows where little does."""
    while True:
        candidates = [
            (_strict_between(rows, row), rows.filled[row] + rows.filled[row + 1], row)
            for row in range(len(rows.band) - 1)
            if rows.band[row] == rows.band[row + 1] and rows.has_room(row, rows.filled[row + 1])
        ]
        if not candidates:
            return
        strict, _, row = min(candidates)
        if strict and len(rows.band) <= most:
            return
        _join(rows, row)


def _move(rows: Rows, id_: str) -> bool:
    here = rows.row[id_]
    own = rows.cost(id_, here)
    options = [
        (rows.cost(id_, row), row) for row in rows.of_band(here) if row != here and rows.has_room(row, rows.widths[id_])
    ]
    best, row = min(options, default=(own, here))
    if own - best <= _GAIN:
        return False
    rows.put(id_, row)
    return True


def _swap(rows: Rows, id_: str, ids: Sequence[str]) -> bool:
    here = rows.row[id_]
    own = rows.cost(id_, here)
    costs = {row: rows.cost(id_, row) for row in rows.of_band(here)}
    for other in ids:
        there = rows.row[other]
        if there == here or there not in costs or costs[there] >= own:
            continue
        more = rows.widths[id_] - rows.widths[other]
        if not (rows.has_room(there, more) and rows.has_room(here, -more)):
            continue
        before = own + rows.cost(other, there)
        rows.put(id_, there)
        rows.put(other, here)
        if before - rows.cost(id_, there) - rows.cost(other, here) > _GAIN:
            return True
        rows.put(id_, here)
        rows.put(other, there)
    return False


def _strict_between(rows: Rows, row: int) -> int:
    """How many lines would run sideways that should run up, were a row and the next one merged."""
    return sum(
        strict and side > 0 and rows.row[other] == row + 1
        for id_, at in rows.row.items()
        if at == row
        for other, side, strict in rows.near[id_]
    )


def _join(rows: Rows, row: int) -> None:
    bands = [band for index, band in sorted(rows.band.items()) if index != row]
    for id_, at in list(rows.row.items()):
        if at > row:
            rows.put(id_, at - 1)
    rows.band = dict(enumerate(bands))
