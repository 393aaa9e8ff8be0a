"""The groups of a view: its layers, or the elements of one owner, type, tag, whole or value each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.graph.attributes import value_of
from eaframe.metamodel.vocabulary import PARTS
from eaframe.model.fold import sortable
from eaframe.views.bands import BANDS, bands_of, in_order
from eaframe.views.view import ViewGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element
    from eaframe.views.lines import Line
    from eaframe.views.texts import Texts

_NONE: Final = "none"  # the ids of all other groups have a colon
_LAST: Final = "￿"  # sorts behind every label


@dataclass(frozen=True, slots=True)
class Grouping:
    """The group of each element by id, and the groups from first to last as (id, label, layer)."""

    of: Mapping[str, str]
    groups: tuple[tuple[str, str, str], ...]

    def sort_key(self) -> Callable[[str], tuple[int, str]]:
        """The order of elements: by group, then by id."""
        order = {id_: index for index, (id_, _, _) in enumerate(self.groups)}
        return lambda id_: (order[self.of[id_]], id_)

    def made_of(self, ids: Sequence[str]) -> tuple[ViewGroup, ...]:
        """The groups with their members in the order of ``ids``."""
        members: dict[str, list[str]] = {id_: [] for id_, _, _ in self.groups}
        for id_ in ids:
            members[self.of[id_]].append(id_)
        return tuple(ViewGroup(id_, label, tuple(members[id_]), layer) for id_, label, layer in self.groups)


def group(texts: Texts, elements: Mapping[str, Element], lines: Sequence[Line], by: str) -> Grouping:
    """Group elements ``by`` layer, none, owner, type, tag, composition or an attribute.

    What has no value stands last, in a group that says so; a whole stands with its parts. Of several values the first
    counts.
    """
    if by == "layer":
        return _layers(texts, elements, lines)
    if by == "none":
        return Grouping(dict.fromkeys(elements, "all"), (("all", "", "other"),) if elements else ())
    if by == "composition":
        return _wholes(texts, elements, lines)
    keys = {id_: _key(texts, one, by) for id_, one in elements.items()}
    labels = {key: _label(texts, elements[id_], by) for id_, key in keys.items()}
    order = _declared_order(texts, elements, by)

    def rank(key: str) -> tuple[int, str, str, str]:
        label = labels[key]
        return order.get(label, len(order)), sortable(label) if label else _LAST, label, key

    missing = texts.word("no-data")
    groups = tuple((_id(key), labels[key] or missing, "other") for key in sorted(labels, key=rank))
    return Grouping({id_: _id(key) for id_, key in keys.items()}, groups)


def _id(key: str) -> str:
    return f"value:{key}" if key else _NONE


def _layers(texts: Texts, elements: Mapping[str, Element], lines: Sequence[Line]) -> Grouping:
    types = texts.graph.model.metamodel.element_types
    ends = [(line.source, line.target) for line in lines]
    bands = bands_of({id_: types[one.type].layer for id_, one in elements.items()}, ends)
    return Grouping(bands, tuple((band, texts.declared(BANDS[band]), band) for band in in_order(bands.values())))


def _wholes(texts: Texts, elements: Mapping[str, Element], lines: Sequence[Line]) -> Grouping:
    """Each element with the outermost whole that it is in; what is in nothing and has no part, together at the end."""
    above: dict[str, str] = {}
    for line in lines:
        if line.type in PARTS and line.source != line.target:
            above.setdefault(line.target, line.source)
    roots = {id_: _root(id_, above) for id_ in elements}
    wholes = {root for id_, root in roots.items() if id_ != root}
    of = {id_: f"whole:{root}" if root in wholes else _NONE for id_, root in roots.items()}
    order = sorted(wholes, key=lambda id_: (sortable(texts.name(id_)), id_))
    groups = [(f"whole:{id_}", texts.name(id_), "other") for id_ in order]
    if _NONE in of.values():
        groups.append((_NONE, texts.word("no-whole"), "other"))
    return Grouping(of, tuple(groups))


def _root(id_: str, above: Mapping[str, str]) -> str:
    """The outermost whole around an element; of a circle its first."""
    path = [id_]
    while above.get(path[-1], path[-1]) not in path:
        path.append(above[path[-1]])
    again = above.get(path[-1])
    return path[-1] if again is None else min(path[path.index(again) :])


def _key(texts: Texts, element: Element, by: str) -> str:
    """What groups are told apart by, as two owners may have one name; "" where there is no value."""
    if by == "type":
        return element.kind or element.type
    if by == "tag":
        return element.tags[0] if element.tags else ""
    value = _first(texts, element, by)
    return value if isinstance(value, str) else texts.said(value, texts.attribute(element, by), by)


def _label(texts: Texts, element: Element, by: str) -> str:
    """What people read of a group."""
    if by == "type":
        return texts.type_label(element)
    if by == "tag":
        return element.tags[0] if element.tags else ""
    return texts.said(_first(texts, element, by), texts.attribute(element, by), by)


def _first(texts: Texts, element: Element, by: str) -> Value:
    """The value, or the first of several."""
    value = value_of(texts.graph, element, by)
    if isinstance(value, tuple):
        return value[0] if value else None
    return value


def _declared_order(texts: Texts, elements: Mapping[str, Element], by: str) -> dict[str, int]:
    """The words of an enum in the order that its kind declares; types in that of the standard."""
    if by == "type":
        names = list(texts.graph.model.metamodel.element_types)
        ranked = sorted(elements.values(), key=lambda one: (names.index(one.type), one.kind))
        return {label: index for index, label in enumerate(dict.fromkeys(texts.type_label(one) for one in ranked))}
    for element in elements.values():
        attribute = texts.attribute(element, by)
        if attribute is not None and attribute.allowed:
            return {texts.said(word, attribute, by): index for index, word in enumerate(attribute.allowed)}
    return {}
