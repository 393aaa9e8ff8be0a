"""The networkx graph that users work with has the attributes that are documented."""

from __future__ import annotations

import networkx as nx

import eaframe

MODEL = """\
elements:
  portal:
    type: system
    name: {vi: Cổng, en: Portal}
    documentation: Where dossiers are sent.
    owner: office
    tags: [online]
    visibility: public
    associated-with: {to: office, name: {vi: của, en: of}}
  office: {type: business-actor, name: Office, documentation: Runs it.}
  rule: {type: requirement, name: Rule, documentation: Applies., associated-with: portal--associated-with--office}
kinds:
  system: {base: application-component, label: System}
"""
SETTINGS = "eaframe: 1\nname: Test\nnamespace: test\nlanguages: [vi, en]\n"


def test_nodes_and_edges_carry_what_is_documented(workspace) -> None:
    loaded = eaframe.load(workspace({"eaframe.yaml": SETTINGS, "model.yaml": MODEL}), today=20261123)
    graph = loaded.graph
    assert isinstance(graph, nx.MultiDiGraph)
    portal = dict(graph.nodes["portal"])
    assert portal.pop("element") is loaded.model.elements["portal"]
    assert portal == {
        "type": "application-component",
        "kind": "system",
        "layer": "application",
        "name": "Cổng",
        "documentation": "Where dossiers are sent.",
        "owner": "office",
        "tags": ("online",),
        "visibility": "public",
    }
    edge = dict(graph.edges["portal", "office", "portal--associated-with--office"])
    assert edge.pop("relationship") is loaded.model.relationships["portal--associated-with--office"]
    assert edge == {"type": "association", "verb": "associated-with", "kind": "", "name": "của"}


def test_a_relationship_on_which_another_ends_is_a_node_too(workspace) -> None:
    graph = eaframe.load(workspace({"eaframe.yaml": SETTINGS, "model.yaml": MODEL}), today=20261123).graph
    assert graph.nodes["portal--associated-with--office"]["type"] == "association"
    assert graph.has_edge("rule", "portal--associated-with--office")
    assert sorted(graph.nodes) == ["office", "portal", "portal--associated-with--office", "rule"]
