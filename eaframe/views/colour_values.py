"""The value that a box is coloured by: its own, that of its parts rolled up, or how much it is related to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from eaframe.graph.attributes import value_of
from eaframe.graph.hops import steps
from eaframe.graph.measure import amount
from eaframe.graph.reach import reach
from eaframe.graph.select import hop
from eaframe.views.number_classes import plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.model.elements import Element
    from eaframe.views.presentation import ColourBy
    from eaframe.views.texts import Texts

_NUMERIC: Final = frozenset({"integer", "number", "money"})
_TENTH: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Coloured:
    """A value as people read it, and the number and unit that it is, if it is one."""

    text: str
    number: Decimal | None = None
    unit: str = ""


def coloured_value(texts: Texts, element: Element, by: ColourBy) -> Coloured | None:
    """The value to colour an element by; None where nothing is known.

    Numbers of several units have no sum, and none is the largest: what would be rolled up from them is not known.
    """
    if by.count is not None:
        number = Decimal(len({end.id for _, end, fits in hop(texts.graph, by.count)(element.id) if fits}))
        return Coloured(plain_number(number), number)
    own = _single(texts, element, by.attribute)
    if not by.along:
        return own
    elements = texts.graph.elements
    way = steps(texts.graph.model, by.along)
    inside = reach(texts.graph, element.id, way).keys() & elements.keys() - {element.id}
    values = [own, *(_single(texts, elements[id_], by.attribute) for id_ in sorted(inside))]
    found = [one for one in values if one is not None and one.number is not None]
    if not found:
        return own
    if len({one.unit for one in found}) > 1:
        return None
    number = _rolled_up([one.number for one in found if one.number is not None], by.roll_up or "max")
    return Coloured(plain_number(number), number, found[0].unit)


def _rolled_up(numbers: Sequence[Decimal], how: str) -> Decimal:
    match how:
        case "sum":
            return sum(numbers, Decimal(0))
        case "average":
            return (sum(numbers, Decimal(0)) / len(numbers)).quantize(_TENTH)
        case "min":
            return min(numbers)
        case _:
            return max(numbers)


def _single(texts: Texts, element: Element, name: str) -> Coloured | None:
    value = value_of(texts.graph, element, name)
    attribute = texts.attribute(element, name)
    said = texts.said(value, attribute, name)
    if not said:
        return None
    number = amount(value) if attribute is None or attribute.type in _NUMERIC else None
    return Coloured(said) if number is None else Coloured(said, *number)
