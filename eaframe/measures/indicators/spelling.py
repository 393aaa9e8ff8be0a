"""Numbers, units, levels and groups of indicators as people read them."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.values import declared_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.measures.indicators.indicator import Indicator, Observation
    from eaframe.measures.indicators.shapes import LevelShape
    from eaframe.model.workspace_file import Text
    from eaframe.views.texts import Texts

_UNITS: Final[Mapping[str, Mapping[str, str]]] = {
    "percent": {"vi": "%", "en": "%"},
    "count": {"vi": "", "en": ""},
    "points": {"vi": "điểm", "en": "points"},
    "rank": {"vi": "hạng", "en": "rank"},
}
KEPT: Final = 2  # decimals of a number that somebody wrote
ROUNDED: Final = 1  # of one that is computed


def number_text(value: Fraction, language: str, decimals: int = KEPT) -> str:
    """A number with so many decimals at most, halves rounded away from 0."""
    parts = math.floor(abs(value) * 10**decimals + Fraction(1, 2))
    whole, rest = divmod(parts, 10**decimals)
    fraction = f"{rest:0{decimals}}".rstrip("0") if rest else ""
    text = f"{'-' if value < 0 and parts else ''}{whole:,}{'.' if fraction else ''}{fraction}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text


def unit_text(unit: Text, *languages: str) -> str:
    """A unit as people read it: "" for a mere number."""
    if isinstance(unit, str) and unit in _UNITS:
        return declared_in(_UNITS[unit], *languages)
    return declared_in(unit, *languages)


def quantity(value: Fraction, one: Indicator, languages: tuple[str, ...], decimals: int = KEPT) -> str:
    """A number with the unit of its indicator; a rank has its word before it."""
    number, unit = number_text(value, languages[0], decimals), unit_text(one.unit, *languages)
    return f"{unit} {number}" if one.unit == "rank" else f"{number} {unit}".rstrip()


def rank_text(rank: int, *languages: str) -> str:
    """A place among others."""
    return f"{unit_text('rank', *languages)} {rank}"


def recorded(seen: Observation, one: Indicator, languages: tuple[str, ...]) -> str:
    """A recorded number with its rank."""
    parts = [] if seen.value is None else [quantity(seen.value, one, languages)]
    if seen.rank is not None:
        parts.append(rank_text(seen.rank, *languages))
    return ", ".join(parts)


def level_number(level: LevelShape, one: Indicator, languages: tuple[str, ...]) -> str:
    """The number of a baseline or a target; "" where it is not known."""
    return "" if level.value is None else quantity(Fraction(level.value), one, languages)


def group_label(texts: Texts, attribute: str, value: str) -> str:
    """What people call a value of an attribute: the name of an element, the label of a word."""
    if not value:
        return texts.word("unknown")
    if value in texts.graph.elements:
        return texts.name(value)
    for kind in texts.graph.model.kinds.values():
        declared = kind.attributes.get(attribute)
        if declared is not None:
            return texts.said(value, declared.of or declared, attribute)
    return texts.said(value, None, attribute)
