"""What the panels of all charts have: a title, and an area with an axis of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.charts.words import word
from eaframe.diagrams.lettering import lettering
from eaframe.measures.indicators.spelling import level_number
from eaframe.metamodel.values import declared_in
from eaframe.views.text import wrap
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from eaframe.measures.indicators.indicator import Indicator
    from eaframe.measures.indicators.shapes import LevelShape
    from eaframe.measures.indicators.standing import Standings

TITLE: Final = 13.0
SMALL: Final = 10.5
TITLE_LINE: Final = 17.0
_MOST_LINES: Final = 2
_SPARE: Final = 1.12  # for the fonts of viewers without Noto Sans


@dataclass(frozen=True, slots=True)
class Frame:
    """What is asked of a panel: an indicator, its standings, languages, and its width in px.

    ``is_alone`` tells that the picture is about this indicator only, whose name is its title then.
    """

    standings: Standings
    indicator: Indicator
    languages: tuple[str, ...]
    width: float
    is_alone: bool = False

    @property
    def language(self) -> str:
        """The language of our own words."""
        return self.languages[0]

    @property
    def name(self) -> str:
        """What the indicator is called."""
        return declared_in(self.indicator.name, *self.languages)


@dataclass(frozen=True, slots=True)
class Panel:
    """A drawn panel: its markup from its top left corner, its height in px, and what it says, row by row.

    ``shows`` names the kinds of marks in it, for the legend.
    """

    markup: str
    height: float
    rows: tuple[tuple[str, ...], ...]
    shows: frozenset[str] = frozenset()


def heading(title: str, most: float) -> tuple[str, float]:
    """The title of a panel in at most two lines: markup and height in px."""
    lines = list(wrap(title, most / _SPARE, TITLE, "semibold"))
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]} …"]
    parts = (
        lettering(line, 0.0, 13 + index * TITLE_LINE, TITLE, "text", font_weight="600")
        for index, line in enumerate(lines)
    )
    return "".join(parts), len(lines) * TITLE_LINE


def level_rows(frame: Frame) -> tuple[tuple[str, ...], ...]:
    """What baseline and target say, row by row."""
    levels = (("baseline", frame.indicator.baseline), ("target", frame.indicator.target))
    said = ((key, level) for key, level in levels if level is not None and level.value is not None)
    return tuple((frame.name, *level_words(frame, key, level)) for key, level in said)


def level_words(frame: Frame, key: str, level: LevelShape) -> tuple[str, str]:
    """What stands beside the line of a baseline or a target: its name, its number with its date."""
    number = level_number(level, frame.indicator, frame.languages)
    return word(key, frame.language), f"{number} ({date_text(level.date or '', frame.language)})"
