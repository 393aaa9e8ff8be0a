"""The labels of the days with a name, over the axis: each stands right of its line, and no line goes through one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.views.placed_text import PlacedText, TextBlock, at

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP: Final = 10.0  # px between two labels
_BESIDE: Final = 8.0  # px between a line and its label
_BETWEEN: Final = 4.0  # px between two levels


@dataclass(frozen=True, slots=True)
class Flag:
    """A label and the x of its line."""

    x: float
    block: TextBlock


def raise_flags(flags: Sequence[Flag], top: float) -> tuple[list[PlacedText], float]:
    """The labels of flags in levels from ``top`` down, in their order, and the y under the lowest level.

    A line goes from its label down. So whatever stands left of another's line and reaches over it has to be higher.
    """
    levels = _levels(flags)
    heights = [0.0] * (max(levels, default=-1) + 1)
    for flag, level in zip(flags, levels, strict=True):
        heights[level] = max(heights[level], flag.block.height + _BETWEEN)
    bottom = top + sum(heights)
    placed = []
    for flag, level in zip(flags, levels, strict=True):
        base = bottom - sum(heights[:level])
        placed.append(at(flag.block, flag.x + _BESIDE, base - _BETWEEN - flag.block.height))
    return placed, bottom


def _levels(flags: Sequence[Flag]) -> list[int]:
    """The level of each flag, 0 the lowest."""
    found: dict[int, int] = {}
    for index in sorted(range(len(flags)), key=lambda one: (flags[one].x, one), reverse=True):
        flag = flags[index]
        end = flag.x + _BESIDE + flag.block.width + _GAP
        found[index] = max((level + 1 for other, level in found.items() if flags[other].x < end), default=0)
    return [found[index] for index in range(len(flags))]
