"""The graph of a view in DOT, read back by Graphviz itself: its boxes, lines and texts, and no others."""

import json
import re
import subprocess
import xml.etree.ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from eaframe.diagrams.dot import LINES, quoted, render_dot
from eaframe.metamodel.archimate import load_metamodel
from eaframe.views.graphviz import _engine
from eaframe.views.text import plain


def run(dot: str, form: str) -> bytes:
    return subprocess.run([_engine(), f"-T{form}"], input=dot.encode(), capture_output=True, check=True).stdout


def read(dot: str) -> dict:
    """The graph as Graphviz reads it."""
    return json.loads(run(dot, "json"))


def drawn(dot: str) -> dict[str, str]:
    """The texts that Graphviz draws, by node, line (``n1->n2``), cluster and (``graph``) graph."""
    svg = "{http://www.w3.org/2000/svg}"
    groups = ET.fromstring(run(dot, "svg")).iter(f"{svg}g")  # noqa: S314 - what Graphviz wrote
    texts = {}
    for one in groups:
        name = "graph" if one.get("class") == "graph" else one.findtext(f"{svg}title") or ""
        texts[name] = "".join(text.text or "" for text in one.findall(f"{svg}text"))
    return texts


def test_a_small_view_is_written_whole(small_view):
    assert (
        re.sub(r', width="[\d.]+", height="[\d.]+"', "", render_dot(small_view))
        == f"""\
digraph {{
  graph [label="Cổng và người dân\\nThành phố · Phiên bản 0.2 · Mã nội dung {small_view.hash}", labelloc="t", \
labeljust="l", fontsize="16", fontname="Arial", rankdir="BT", compound="true", nodesep="0.35", ranksep="0.6"];
  node [fontname="Arial", fontsize="12", penwidth="1.2"];
  edge [fontname="Arial", fontsize="10", dir="both", arrowsize="0.8"];
  subgraph cluster_g1 {{
    graph [label="Nghiệp vụ", labelloc="b", labeljust="l", fontsize="12", style="filled", fillcolor="#fffdf1", \
color="#fff5ad"];
    n1 [id="citizen", label="Tác nhân\\nNgười dân", shape="box", style="filled", fillcolor="#fff5ad", \
color="#a38f1f"];
    n2 [id="submit", label="«Dịch vụ công»\\nNộp hồ sơ (+2)", shape="box", style="rounded,filled", \
fillcolor="#fff5ad", color="#a38f1f"];
  }}
  subgraph cluster_g2 {{
    graph [label="Ứng dụng", labelloc="b", labeljust="l", fontsize="12", style="filled", fillcolor="#f1fafd", \
color="#c0eaf6"];
    subgraph cluster_n3 {{
      graph [label="Thành phần\\nCổng \\"1\\"", labelloc="b", labeljust="l", style="filled", fillcolor="#c0eaf6", \
color="#2b849f"];
      n3 [id="portal", label="", shape="point", style="invis"];
      n4 [id="web", label="Giao diện\\nWeb", shape="box", style="filled", fillcolor="#c0eaf6", color="#2b849f"];
    }}
    n6 [id="record", label="Đối tượng\\nHồ sơ", shape="box", style="filled", fillcolor="#c0eaf6", color="#2b849f"];
  }}
  n5 [id="all", label="", shape="circle", style="filled", fixedsize="true", fillcolor="#3d4855", color="#3d4855"];
  n2 -> n1 [id="e1", style="solid", arrowtail="none", arrowhead="vee", color="#3d4855"];
  n3 -> n2 [id="e2", style="dotted", arrowtail="none", arrowhead="onormal", color="#76818e", penwidth="0.8", \
label="qua mạng", ltail="cluster_n3"];
  n4 -> n6 [id="e3", style="dotted", arrowtail="vee", arrowhead="vee", color="#3d4855"];
  n6 -> n5 [id="e4", style="dashed", arrowtail="none", arrowhead="normal", color="#3d4855", label="tệp"];
}}
"""
    )


def test_every_type_and_relationship_is_drawn_and_none_like_another(every_type):
    assert LINES.keys() == load_metamodel().relationship_types.keys()
    graph = read(render_dot(every_type))
    assert [one["id"] for one in graph["objects"]] == [node.id for node in every_type.nodes]
    looks = {(one["style"], one["arrowtail"], one["arrowhead"]) for one in graph["edges"]}
    assert len(looks) == len(every_type.edges)


def test_a_line_to_a_whole_ends_at_it_but_not_one_from_its_own_part(said):
    graph = read(render_dot(said("x")))
    assert [(one.get("ltail"), one.get("lhead")) for one in graph["edges"]] == [(None, "cluster_n3"), (None, None)]


def test_lines_become_lines_and_quotes_backslashes_and_entities_stay_what_they_are():
    assert quoted(['a "b"', "C:\\new\\N", "&lt;"]) == 'a \\"b\\"\\nC:\\\\new\\\\N\\n&amp;lt;'


def assert_says(view) -> None:
    """That Graphviz, reading the graph, finds the view's boxes and lines with its texts."""
    graph = read(render_dot(view))
    objects = {one["name"]: one for one in graph["objects"]}
    inside = ["cluster_g1"] if view.groups[0].label.strip() else []
    assert sorted(objects) == sorted([*inside, "cluster_n3", "n1", "n2", "n3"])
    assert [(objects_of(graph, one["tail"]), objects_of(graph, one["head"])) for one in graph["edges"]] == [
        ("n1", "n3"),
        ("n2", "n3"),
    ]
    texts = drawn(render_dot(view))
    for name, node in (("n1", view.nodes[0]), ("n2", view.nodes[1]), ("cluster_n3", view.nodes[2])):
        assert joined(texts[name]).endswith(joined(plain(node.name)))
    assert joined(texts["n1->n3"]) == joined(plain(f"{view.edges[0].label} {view.edges[0].strength}"))
    assert joined(texts["graph"]).startswith(joined(plain(view.title)))


def objects_of(graph: dict, number: int) -> str:
    return graph["objects"][number]["name"]


def joined(text: str) -> str:
    """A text without the places where it was broken into lines."""
    return "".join(text.split())


def test_a_hostile_name_changes_no_structure(said, hostile):
    assert_says(said(hostile))


@settings(max_examples=40)
@given(text=st.text(max_size=30) | st.text('"\\\\&<>{};[]\n|NGLElrT', max_size=12))
def test_no_name_changes_any_structure(said, text):
    assert_says(said(text))
