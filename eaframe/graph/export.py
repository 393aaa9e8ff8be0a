"""The documented networkx graph of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from eaframe.graph.graph import Graph


def to_networkx(graph: Graph) -> nx.MultiDiGraph[str]:
    """See ``Graph.networkx``."""
    model = graph.model
    types = model.metamodel.element_types
    verbs = {name: type_.verb for name, type_ in model.metamodel.relationship_types.items()}
    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id_, element in model.elements.items():
        result.add_node(
            id_,
            type=element.type,
            kind=element.kind,
            layer=types[element.type].layer if element.type in types else "",
            name=model.label(element.name),
            documentation=model.label(element.documentation),
            owner=element.attributes.get("owner"),
            tags=element.tags,
            visibility=element.visibility,
            element=element,
        )
    ends = {end for one in model.relationships.values() for end in (one.source, one.target)}
    for id_ in sorted(ends & model.relationships.keys()):
        relationship = model.relationships[id_]
        result.add_node(id_, type=relationship.type, relationship=relationship)
    for id_, relationship in model.relationships.items():
        result.add_edge(
            relationship.source,
            relationship.target,
            key=id_,
            type=relationship.type,
            verb=verbs[relationship.type],
            kind=relationship.kind,
            name=model.label(relationship.name),
            relationship=relationship,
        )
    return result
