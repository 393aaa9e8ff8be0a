"""``--as-of``: a date, a plateau, today or all times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings.suggest import nearest, quoted
from eaframe.metamodel.period import parse_day
from eaframe.metamodel.vocabulary import PLATEAU

if TYPE_CHECKING:
    from eaframe.model.elements import Element
    from eaframe.model.model import Model


def plateau_day(plateau: Element) -> int | None:
    """The day of a plateau, YYYYMMDD, the last one of a partial date; None where it has no date."""
    date = plateau.attributes.get("date")
    return parse_day(date, last=True) if isinstance(date, str) else None


def resolve_as_of(model: Model, text: str, today: int) -> int | None:
    """The day, YYYYMMDD, or None for all times. Raises ValueError with a sentence for the user."""
    if text == "today":
        return today
    if text == "all":
        return None
    day = parse_day(text, last=True)
    if day is not None:
        return day
    plateau = model.elements.get(text)
    if plateau is not None and plateau.type == PLATEAU:
        day = plateau_day(plateau)
        if day is None:
            raise ValueError(f"the plateau `{text}` has no date; add `date: YYYY-MM-DD` to it")
        return day
    plateaus = [id_ for id_, element in model.elements.items() if element.type == "plateau"]
    near = nearest(text, plateaus) or plateaus
    listed = f", `today`, `all` or a plateau ({quoted(near)})" if near else ", `today` or `all`"
    raise ValueError(f"`{text}` is not a date (2017, 2017-06, 2017-06-30){listed}")
