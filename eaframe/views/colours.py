"""The colours of boxes by a value, with the scale that says what they mean and which boxes have none."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.graph.attributes import value_of
from eaframe.graph.hops import steps
from eaframe.graph.measure import amount
from eaframe.graph.reach import reach
from eaframe.graph.select import hop
from eaframe.metamodel.looks import COLOUR_NAMES, HEAT, NO_DATA
from eaframe.metamodel.vocabulary import JUNCTION
from eaframe.model.fold import sortable
from eaframe.views.view import ScaleEntry, ViewScale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element
    from eaframe.views.presentation import ColourBy
    from eaframe.views.texts import Texts

_GOOD_LAST: Final = ("red", "orange", "yellow", "green", "teal")
_MOST_CLASSES: Final = len(HEAT)
_Class = tuple[str, str]  # a label and its colour


def colour(texts: Texts, elements: Mapping[str, Element], by: ColourBy) -> tuple[Mapping[str, str], ViewScale]:
    """The colour of each element by id, and the scale. Junctions have no colour."""
    values = {id_: _value(texts, one, by) for id_, one in elements.items() if one.type != JUNCTION}
    known = {id_: value for id_, value in values.items() if value is not None}
    numbers = {id_: value for id_, value in known.items() if isinstance(value, Decimal)}
    if numbers and len(numbers) == len(known) and not by.colours:
        classes, labels = _numeric(texts, by, numbers)
    else:
        classes, labels = _named(texts, by, known, elements)
    found = {id_: labels[id_][1] if id_ in labels else NO_DATA for id_ in values}
    counts = [(one, sum(1 for label in labels.values() if label == one)) for one in classes]
    entries = [ScaleEntry(colour_, label, count) for (label, colour_), count in counts if count]
    missing = len(values) - len(labels)
    if missing:
        entries.append(ScaleEntry(NO_DATA, texts.word("no-data"), missing))
    return found, ViewScale(_title(texts, by), tuple(entries))


def _title(texts: Texts, by: ColourBy) -> str:
    if by.title:
        return texts.declared(by.title)
    return texts.attribute_label(by.attribute) if by.attribute else texts.word("number-of-related")


def _value(texts: Texts, element: Element, by: ColourBy) -> Decimal | str | None:
    """A number, or a text for people; None where nothing is known."""
    if by.count is not None:
        return Decimal(len({end.id for _, end, fits in hop(texts.graph, by.count)(element.id) if fits}))
    own = _single(texts, element, by.attribute)
    if not by.along:
        return own
    way = steps(texts.graph.model, by.along)
    inside = reach(texts.graph, element.id, way).keys() & texts.graph.elements.keys() - {element.id}
    values = [own, *(_single(texts, texts.graph.elements[id_], by.attribute) for id_ in sorted(inside))]
    numbers = [one for one in values if isinstance(one, Decimal)]
    if not numbers:
        return own
    match by.roll_up:
        case "sum":
            return sum(numbers, Decimal(0))
        case "average":
            return (sum(numbers, Decimal(0)) / len(numbers)).quantize(Decimal("0.1"))
        case "min":
            return min(numbers)
        case _:
            return max(numbers)


def _single(texts: Texts, element: Element, name: str) -> Decimal | str | None:
    value: Value = value_of(texts.graph, element, name)
    if value is None:
        return None
    attribute = texts.attribute(element, name)
    if attribute is None or attribute.type in {"integer", "number", "money"}:
        number = amount(value)
        if number is not None:
            return number[0]
    return texts.said(value, attribute, name) or None


def _numeric(texts: Texts, by: ColourBy, numbers: Mapping[str, Decimal]) -> tuple[list[_Class], dict[str, _Class]]:
    """Classes of numbers from the smallest up, and the class of each."""
    distinct = sorted(set(numbers.values()))
    if by.steps:
        bounds = [Decimal(step) for step in sorted(set(by.steps))]
        if distinct[0] < bounds[0]:
            bounds.insert(0, distinct[0])
    elif len(distinct) <= _MOST_CLASSES:
        bounds = distinct
    else:
        bounds = _equal(distinct, apart=distinct[0] == 0)
    exact = not by.steps and len(distinct) <= _MOST_CLASSES
    names = [
        _short(bound) if exact else _range(texts, *pair) for bound, pair in zip(bounds, _pairs(bounds), strict=True)
    ]
    classes = list(zip(names, _ramp(len(bounds), by.much_is), strict=True))
    return classes, {
        id_: classes[max(index for index, bound in enumerate(bounds) if number >= bound)]
        for id_, number in numbers.items()
    }


def _equal(distinct: Sequence[Decimal], *, apart: bool) -> list[Decimal]:
    """Where classes of equal width begin; ``apart`` keeps the smallest to itself, as nothing is not little."""
    start = 1 if apart else 0
    number = _MOST_CLASSES - start
    width = (distinct[-1] - distinct[start]) / number
    bounds = [*distinct[:start], *(distinct[start] + width * index for index in range(number))]
    is_whole = all(one == one.to_integral_value() for one in distinct)
    return sorted({bound.to_integral_value() for bound in bounds}) if is_whole else bounds


def _pairs(bounds: Sequence[Decimal]) -> list[tuple[Decimal, Decimal | None]]:
    return [*pairwise(bounds), (bounds[-1], None)]


def _range(texts: Texts, low: Decimal, high: Decimal | None) -> str:
    if high is None:
        return texts.word("at-least", low=_short(low))
    if low == low.to_integral_value() and high == high.to_integral_value():
        return _short(low) if high - low == 1 else f"{_short(low)}-{_short(high - 1)}"
    return texts.word("from-to", low=_short(low), high=_short(high))


def _short(number: Decimal) -> str:
    whole = number.to_integral_value()
    return str(int(whole)) if whole == number else f"{number.quantize(Decimal('0.1'))}"


def _named(
    texts: Texts, by: ColourBy, values: Mapping[str, Decimal | str], elements: Mapping[str, Element]
) -> tuple[list[_Class], dict[str, _Class]]:
    """Each different text a class; in the order of an enum where there is one, else of the alphabet."""
    words = {id_: value if isinstance(value, str) else _short(value) for id_, value in values.items()}
    given: dict[str, str] = {}
    order: dict[str, int] = {}
    for element in elements.values():
        attribute = texts.attribute(element, by.attribute)
        for index, word in enumerate(attribute.allowed if attribute else ()):
            order.setdefault(texts.said(word, attribute, by.attribute), index)
        for word, name in by.colours.items():
            value: Value = word == "true" if attribute and attribute.type == "boolean" else word
            given[texts.said(value, attribute, by.attribute)] = name
    given = {**by.colours, **given}
    used = sorted(set(words.values()), key=lambda word: (order.get(word, len(order)), sortable(word), word))
    if by.much_is != "neutral" and order:
        ramp = dict(zip(sorted(order, key=order.__getitem__), _ramp(len(order), by.much_is), strict=True))
    else:
        ramp = {}
    free = [name for name in COLOUR_NAMES if name not in given.values() and name != "grey"]
    # Beyond the colours that can be told apart, the rest shares one: the legend says so.
    auto = iter(free)
    classes: dict[str, _Class] = {}
    for word in used:
        chosen = given.get(word) or ramp.get(word) or next(auto, "grey")
        classes[word] = (word if chosen != "grey" or word in given else texts.word("others"), chosen)
    return list(dict.fromkeys(classes.values())), {id_: classes[word] for id_, word in words.items()}


def _ramp(number: int, much_is: str) -> list[str]:
    """So many colours, from little to much."""
    colours = HEAT if much_is == "neutral" else _GOOD_LAST if much_is == "good" else _GOOD_LAST[::-1]
    if number == 1:
        return [colours[len(colours) // 2]]
    last = len(colours) - 1
    return [colours[round(index * last / (number - 1))] for index in range(number)]
