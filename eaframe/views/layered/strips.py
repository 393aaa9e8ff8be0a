"""The strips at the left of bands: their names turned where all fit so, else as one reads, in a wider strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.views.sizes import LINE
from eaframe.views.text import balanced, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

_TURNED: Final = 30.0  # px: a strip with a turned name
_BESIDE: Final = 132.0  # px: a strip with a name as one reads
_FONTS: Final = ((12.5, 1), (11.0, 2))  # px of turned names to try, with the lines that they allow
_FONT: Final = 12.0  # px of others
_ENDS: Final = 10.0  # px between a name and the ends of its strip, both together
_LONGEST: Final = 110.0  # px: a turned name may make its band as high as this, no higher


@dataclass(frozen=True, slots=True)
class Strip:
    """The name of a band: its lines, its font and where it stands; and how high the band must be for it, px."""

    width: float
    lines: tuple[str, ...]
    font: float
    place: Literal["turned", "beside"]
    height: float


def strips_for(labels: Sequence[str], heights: Sequence[float]) -> list[Strip]:
    """The strips of all bands, which are so high without them. They are all of one kind."""
    turned = [_turned(label, height) for label, height in zip(labels, heights, strict=True)]
    found = [one for one in turned if one is not None]
    return found if len(found) == len(labels) else [_beside(label) for label in labels]


def _turned(label: str, height: float) -> Strip | None:
    for room in (height - _ENDS, max(height, _LONGEST) - _ENDS):
        for font, most in _FONTS:
            lines = wrap(label, room, font, "semibold")
            whole = all(width(word, font, "semibold") <= room for word in label.split())
            if len(lines) <= most and whole:
                needed = max((width(line, font, "semibold") for line in lines), default=0.0)
                return Strip(_TURNED, lines, font, "turned", needed + _ENDS)
    return None


def _beside(label: str) -> Strip:
    lines = balanced(label, _BESIDE - 2 * _ENDS, _FONT, "semibold")
    return Strip(_BESIDE, lines, _FONT, "beside", len(lines) * _FONT * LINE + 2 * _ENDS)
