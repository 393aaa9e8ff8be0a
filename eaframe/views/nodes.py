"""Elements and lines -> the boxes and edges of a view, with their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.metamodel.values import text_in
from eaframe.views.view import ViewEdge, ViewNode

if TYPE_CHECKING:
    from eaframe.model.elements import Element
    from eaframe.views.lines import Line
    from eaframe.views.texts import Texts


def node(texts: Texts, element: Element, parent: str = "", colour: str = "", hidden: int = 0) -> ViewNode:
    """The box of an element. A ``colour`` of a scale goes before that of its kind."""
    model = texts.graph.model
    kind = model.kinds.get(element.kind)
    return ViewNode(
        id=element.id,
        type=element.type,
        kind=element.kind,
        label=texts.type_label(element),
        layer=model.metamodel.element_types[element.type].layer,
        name=texts.text(element.name) or ("" if element.type == "junction" else element.id),
        documentation=texts.text(element.documentation),
        parent=parent,
        junction=text_in(element.attributes.get("junction")) or "and" if element.type == "junction" else "",
        icon=kind.icon if kind else "",
        colour=colour or (kind.colour if kind else ""),
        hidden=hidden,
    )


def edge(texts: Texts, line: Line) -> ViewEdge:
    """The edge of a line."""
    one = line.relationship
    if one is None:
        type_ = texts.graph.model.metamodel.relationship_types[line.type]
        label = texts.declared(type_.label)
        return ViewEdge(
            line.id, line.type, line.source, line.target, label, origin=line.origin, stands_for=line.stands_for
        )
    return ViewEdge(
        id=one.id,
        type=one.type,
        source=one.source,
        target=one.target,
        kind_label=texts.relationship_label(one),
        label=texts.text(one.name),
        mode=text_in(one.attributes.get("mode")) if one.type == "access" else "",
        strength=text_in(one.attributes.get("strength")) if one.type == "influence" else "",
        directed=one.attributes.get("directed") is True,
    )
