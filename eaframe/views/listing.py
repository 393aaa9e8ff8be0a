"""Lists: a row for each element, or for each relationship, with its values in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.graph.attributes import value_of
from eaframe.metamodel.looks import NO_DATA
from eaframe.metamodel.values import NotApplicable, Unknown
from eaframe.model.fold import sortable
from eaframe.views.content import Content, limited
from eaframe.views.limit import keep
from eaframe.views.lines import wanted
from eaframe.views.matrix import head
from eaframe.views.nodes import node
from eaframe.views.view import TableCell, TableHead, TableRow, ViewTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.model.elements import Element, Relationship
    from eaframe.views.definition import ViewDefinition
    from eaframe.views.texts import Texts

_OF_ELEMENTS: Final = ("owner", "documentation")


def listing(texts: Texts, definition: ViewDefinition, elements: Mapping[str, Element]) -> Content:
    """The elements of a view; where it names ``relationships``, those between its elements."""
    if definition.look.relationships:
        return _relationships(texts, definition, elements)
    look = definition.look
    kept = keep(texts.graph, elements, look.limit)
    order = sorted(kept, key=lambda id_: (sortable(texts.name(id_)), id_))
    columns = look.show or _OF_ELEMENTS
    return Content(
        nodes=tuple(node(texts, kept[id_]) for id_ in order),
        table=ViewTable(
            is_matrix=False,
            corner=texts.attribute_label("name"),
            columns=_heads(texts, columns),
            rows=tuple(TableRow(head(texts, kept[id_]), _of_element(texts, kept[id_], columns)) for id_ in order),
        ),
        notes=limited(texts, look.limit, len(elements) - len(kept), "elements"),
    )


def _relationships(texts: Texts, definition: ViewDefinition, elements: Mapping[str, Element]) -> Content:
    look, graph = definition.look, texts.graph
    is_wanted = wanted(graph.model, look.relationships)
    lines = [
        one
        for one in graph.relationships.values()
        if one.source in elements and one.target in elements and is_wanted(one)
    ]
    lines.sort(key=lambda one: (sortable(texts.name(one.source)), sortable(texts.name(one.target)), one.id))
    kept = lines if look.limit is None else lines[: look.limit]
    columns = look.show or _of_them(texts, lines)
    ends = dict.fromkeys(end for one in kept for end in (one.source, one.target))
    return Content(
        nodes=tuple(node(texts, elements[id_]) for id_ in ends),
        table=ViewTable(
            is_matrix=False,
            corner=texts.attribute_label("source"),
            columns=_heads(texts, columns),
            rows=tuple(
                TableRow(head(texts, elements[one.source]), _of_relationship(texts, one, columns)) for one in kept
            ),
        ),
        notes=limited(texts, look.limit, len(lines) - len(kept), "relationships"),
    )


def _of_them(texts: Texts, lines: Sequence[Relationship]) -> tuple[str, ...]:
    """Where they lead, and every value that any of them has; their type only where there are several."""
    has = {name for one in lines for name in one.attributes}
    kinds = sorted({one.kind for one in lines if one.kind})
    declared = [name for kind in kinds for name in texts.graph.model.kinds[kind].attributes]
    names = ["target"]
    names += ["type"] * (len({(one.type, one.kind) for one in lines}) > 1)
    names += ["name"] * any(one.name for one in lines)
    return (*names, *(name for name in dict.fromkeys((*declared, *sorted(has))) if name in has))


def _heads(texts: Texts, columns: Sequence[str]) -> tuple[TableHead, ...]:
    return tuple(TableHead("", texts.attribute_label(name)) for name in columns)


def _of_element(texts: Texts, element: Element, columns: Sequence[str]) -> tuple[TableCell, ...]:
    return tuple(
        TableCell(texts.type_label(element)) if name == "type" else _value(texts, element, name) for name in columns
    )


def _of_relationship(texts: Texts, one: Relationship, columns: Sequence[str]) -> tuple[TableCell, ...]:
    own = {
        "source": lambda: texts.name(one.source),
        "target": lambda: texts.name(one.target),
        "type": lambda: texts.relationship_label(one),
    }
    return tuple(TableCell(own[name]()) if name in own else _value(texts, one, name) for name in columns)


def _value(texts: Texts, subject: Element | Relationship, name: str) -> TableCell:
    """A value; where nobody knows it yet, or there is none to know, that is said."""
    value = value_of(texts.graph, subject, name)
    if isinstance(value, Unknown):
        return TableCell(texts.word("unknown"), texts.text(value.note), NO_DATA)
    if isinstance(value, NotApplicable):
        return TableCell(texts.word("not-applicable"), texts.text(value.reason))
    return TableCell(texts.value(subject, name))
