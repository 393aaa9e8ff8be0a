"""The colours of boxes by a value, with the scale that says what they mean and which boxes have none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.metamodel.looks import COLOUR_NAMES, HEAT, NO_DATA
from eaframe.metamodel.vocabulary import JUNCTION
from eaframe.model.fold import sortable
from eaframe.views.colour_values import coloured_value
from eaframe.views.number_classes import classes_of
from eaframe.views.view import ScaleEntry, ViewScale

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element
    from eaframe.views.presentation import ColourBy
    from eaframe.views.texts import Texts

_GOOD_LAST: Final = ("red", "orange", "yellow", "green", "teal")
_Class = tuple[str, str]  # a label and its colour


def colour(texts: Texts, elements: Mapping[str, Element], by: ColourBy) -> tuple[Mapping[str, str], ViewScale]:
    """The colour of each element by id, and the scale. Junctions have no colour."""
    values = {id_: coloured_value(texts, one, by) for id_, one in elements.items() if one.type != JUNCTION}
    known = {id_: value for id_, value in values.items() if value is not None}
    numbers = {id_: value.number for id_, value in known.items() if value.number is not None}
    units = {value.unit for value in known.values()}
    unit = ""
    if numbers and len(numbers) == len(known) and len(units) == 1 and not by.colours:
        (unit,) = units
        classes, labels = _numeric(texts, by, numbers)
    else:
        classes, labels = _named(texts, by, {id_: value.text for id_, value in known.items()}, elements)
    found = {id_: labels[id_][1] if id_ in labels else NO_DATA for id_ in values}
    counts = [(one, sum(1 for label in labels.values() if label == one)) for one in classes]
    entries = [ScaleEntry(colour_, label, count) for (label, colour_), count in counts if count]
    missing = len(values) - len(labels)
    if missing:
        entries.append(ScaleEntry(NO_DATA, texts.word("no-data"), missing))
    return found, ViewScale(_title(texts, by) + (f" ({unit})" if unit else ""), tuple(entries))


def _title(texts: Texts, by: ColourBy) -> str:
    if by.title:
        return texts.declared(by.title)
    return texts.attribute_label(by.attribute) if by.attribute else texts.word("number-of-related")


def _numeric(texts: Texts, by: ColourBy, numbers: Mapping[str, Decimal]) -> tuple[list[_Class], dict[str, _Class]]:
    """Classes of numbers from the smallest up, and the class of each."""
    found = classes_of(texts, numbers.values(), by.steps)
    ramp = _ramp(len(found), by.much_is)
    classes = [(name, colour_) for (_, name), colour_ in zip(found, ramp, strict=True)]
    last = {id_: sum(1 for low, _ in found if low <= number) - 1 for id_, number in numbers.items()}
    return classes, {id_: classes[index] for id_, index in last.items()}


def _named(
    texts: Texts, by: ColourBy, words: Mapping[str, str], elements: Mapping[str, Element]
) -> tuple[list[_Class], dict[str, _Class]]:
    """Each different text a class; in the order of an enum where there is one, else of the alphabet."""
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
