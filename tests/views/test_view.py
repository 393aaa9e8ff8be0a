import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import eaframe
from eaframe.graph import Graph
from eaframe.graph.selector import Selector
from eaframe.model.load import load_model
from eaframe.views import View, ViewEdge, ViewNode, as_data, as_json, build_view, elements_shown, read_views
from eaframe.views.definition import Scope
from eaframe.views.view import ViewGroup, ViewOrigin, with_hash

SETTINGS = "eaframe: 1\nname: {vi: Thành phố, en: City}\nnamespace: city\nversion: '0.2'\nlanguages: [vi, en]\n"
FIVE = """\
kinds:
  information-system: {base: application-component, label: {vi: Hệ thống thông tin, en: Information system}}
elements:
  portal:
    type: information-system
    name: {vi: Cổng, en: Portal}
    documentation: Nơi nộp hồ sơ.
    composed-of: web
    serves: citizen
    accesses: {to: dossier, mode: write}
  web: {type: application-interface, name: Trang web}
  dossier: {type: data-object, name: Hồ sơ}
  citizen: {type: business-actor, name: Người dân}
  trust: {type: goal, name: Tin cậy}
relationships:
  - {from: portal, influences: trust, strength: '++', name: làm tăng}
views:
  v: {name: {vi: Năm phần tử, en: Five elements}}
"""


def test_a_view_of_five_elements(workspace):
    graph = Graph(load_model(workspace({"eaframe.yaml": SETTINGS, "model.yaml": FIVE})).model.at(20261123))
    view = build_view(graph, read_views(graph.model)[0]["v"], "vi")
    component = ("application-component", "information-system", "Hệ thống thông tin", "application")
    assert replace(view, hash="") == View(
        id="v",
        title="Năm phần tử",
        documentation="",
        language="vi",
        viewpoint="layered",
        viewpoint_name="Góc nhìn phân lớp",
        nodes=(
            ViewNode("trust", "goal", "", "Mục tiêu", "motivation", "Tin cậy"),
            ViewNode("citizen", "business-actor", "", "Tác nhân nghiệp vụ", "business", "Người dân"),
            ViewNode("dossier", "data-object", "", "Đối tượng dữ liệu", "application", "Hồ sơ"),
            ViewNode("portal", *component, "Cổng", "Nơi nộp hồ sơ."),
            ViewNode(
                "web", "application-interface", "", "Giao diện ứng dụng", "application", "Trang web", parent="portal"
            ),
        ),
        edges=(
            ViewEdge("portal--accesses--dossier", "access", "portal", "dossier", "Truy cập", mode="write"),
            ViewEdge(
                "portal--influences--trust", "influence", "portal", "trust", "Ảnh hưởng", "làm tăng", strength="++"
            ),
            ViewEdge("portal--serves--citizen", "serving", "portal", "citizen", "Phục vụ"),
        ),
        groups=(
            ViewGroup("motivation", "Mục tiêu, động lực", ("trust",), "motivation"),
            ViewGroup("business", "Nghiệp vụ", ("citizen",), "business"),
            ViewGroup("application", "Ứng dụng", ("dossier", "portal", "web"), "application"),
        ),
        nested=("portal--composed-of--web",),
        refused=(),
        notes=(),
        origin=ViewOrigin("Thành phố", "0.2", "", "2026-11-23"),
    )


def test_a_view_speaks_the_language_asked_for_and_falls_back_to_the_first(workspace):
    graph = Graph(load_model(workspace({"eaframe.yaml": SETTINGS, "model.yaml": FIVE})).model)
    view = build_view(graph, read_views(graph.model)[0]["v"], "en")
    portal = next(node for node in view.nodes if node.id == "portal")
    assert (view.title, portal.name, portal.label, portal.documentation) == (
        "Five elements",
        "Portal",
        "Information system",
        "Nơi nộp hồ sơ.",
    )


def test_the_code_of_a_view_stands_before_its_name(workspace):
    files = {
        "eaframe.yaml": SETTINGS,
        "model.yaml": FIVE.replace("v: {name:", "v: {code: SĐ-T-01, tags: target, name:"),
    }
    loaded = eaframe.load(workspace(files), today=20261123)
    assert [loaded.view("v", language).title for language in ("vi", "en")] == [
        "SĐ-T-01. Năm phần tử",
        "SĐ-T-01. Five elements",
    ]


def test_a_view_is_plain_data(view_of):
    view = view_of(FIVE)
    assert json.loads(as_json(view)) == json.loads(json.dumps(as_data(view)))


def test_the_hash_changes_with_the_content_only(view_of):
    view = view_of(FIVE)
    assert with_hash(view) == view
    assert with_hash(replace(view, title="Other")).hash != view.hash


def shown(view: View) -> list[str]:
    return sorted(elements_shown(view))


ROW = """\
elements:
  a: {type: business-process, name: A, tags: [x], triggers: b}
  b: {type: business-process, name: B, triggers: c}
  c: {type: business-process, name: C, triggers: d}
  d: {type: goal, name: D, tags: [x]}
"""


def test_without_include_and_scope_everything_is_shown(view_of):
    assert shown(view_of(ROW + "views: {v: {name: V}}\n")) == ["a", "b", "c", "d"]


def test_include_takes_what_any_selector_matches_and_exclude_takes_away(view_of):
    view = view_of(ROW + "views: {v: {name: V, include: [{tag: x}, {id: b}], exclude: {type: goal}}}\n")
    assert shown(view) == ["a", "b"]


def test_a_scope_is_the_surroundings_of_one_element(view_of):
    assert shown(view_of(ROW + "views: {v: {name: V, scope: {id: a}}}\n")) == ["a", "b"]
    assert shown(view_of(ROW + "views: {v: {name: V, scope: {id: a, depth: 2}}}\n")) == ["a", "b", "c"]


def test_include_chooses_within_the_scope(view_of):
    assert shown(view_of(ROW + "views: {v: {name: V, scope: {id: b}, include: {tag: x}}}\n")) == ["a"]


GOALS = "viewpoints: {goals: {name: Goals, types: [goal]}}\n"


def test_what_the_viewpoint_does_not_allow_is_left_out_and_named(view_of):
    view = view_of(ROW + GOALS + "views: {v: {name: V, viewpoint: goals, include: {tag: x}}}\n")
    assert (shown(view), view.refused) == (["d"], ("a",))
    assert view.notes == ("1 selected elements do not belong to this viewpoint and are left out.",)


def test_a_viewpoint_picks_silently_where_nothing_was_asked_for(view_of):
    view = view_of(ROW + GOALS + "views: {v: {name: V, viewpoint: goals}}\n")
    assert (shown(view), view.refused) == (["d"], ())


def test_groupings_and_junctions_are_in_every_viewpoint_where_they_join_what_is_shown(view_of):
    model = """\
elements:
  goal: {type: goal, name: Goal}
  node: {type: node, name: Node}
  around: {type: grouping, name: Around, aggregates: [goal, node]}
  elsewhere: {type: grouping, name: Elsewhere, aggregates: node}
  far: {type: junction, influences: near}
  near: {type: junction, influences: goal}
"""
    everything = view_of(model + GOALS + "views: {v: {name: V, viewpoint: goals}}\n")
    assert shown(everything) == ["around", "far", "goal", "near"]
    asked_for = view_of(model + GOALS + "views: {v: {name: V, viewpoint: goals, include: {id: elsewhere}}}\n")
    assert shown(asked_for) == ["elsewhere"]


def test_a_viewpoint_takes_kinds_and_what_is_below_a_type(view_of):
    model = """\
kinds: {agency: {base: business-actor, label: Agency}}
elements: {a: {type: agency, name: A}, b: {type: business-actor, name: B}}
viewpoints: {all: {name: All, types: business-actor}, some: {name: Some, types: agency}}
views: {v: {name: V, viewpoint: VIEWPOINT}}
"""
    assert shown(view_of(model.replace("VIEWPOINT", "all"))) == ["a", "b"]
    assert shown(view_of(model.replace("VIEWPOINT", "some"))) == ["a"]


def test_a_relationship_on_a_relationship_is_left_out_and_counted(view_of):
    model = """\
elements:
  a: {type: business-process, name: A, flows-to: {to: b, id: ab}}
  b: {type: business-process, name: B}
  what: {type: business-object, name: What, associated-with: ab}
views: {v: {name: V}}
"""
    view = view_of(model)
    assert [edge.id for edge in view.edges] == ["ab"]
    assert view.notes == ("Left out, as they end on a relationship: 1.",)


def test_a_junction_lies_in_the_band_of_its_neighbours_and_needs_no_name(view_of):
    model = """\
elements:
  a: {type: business-process, name: A, triggers: j}
  j: {type: junction, junction: or, triggers: b}
  b: {type: business-process, name: B}
views: {v: {name: V}}
"""
    view = view_of(model)
    assert [(node.name, node.junction) for node in view.nodes if node.id == "j"] == [("", "or")]
    assert [group.id for group in view.groups] == ["business"]


def parents(view: View) -> dict[str, str]:
    return {node.id: node.parent for node in view.nodes if node.parent}


def test_a_part_of_two_wholes_is_in_neither(view_of):
    model = """\
elements:
  a: {type: node, name: A, composed-of: c}
  b: {type: node, name: B, aggregates: c}
  c: {type: device, name: C}
views: {v: {name: V}}
"""
    view = view_of(model)
    assert (parents(view), len(view.edges), view.nested) == ({}, 2, ())


def test_a_whole_in_another_band_is_drawn_with_lines(view_of):
    model = """\
elements:
  now: {type: plateau, name: Now, aggregates: a}
  a: {type: node, name: A}
views: {v: {name: V}}
"""
    assert parents(view_of(model)) == {}


def test_parts_in_a_circle_are_nested_as_far_as_boxes_can_be(view_of):
    model = """\
elements:
  a: {type: node, name: A, composed-of: b}
  b: {type: node, name: B, composed-of: c}
  c: {type: node, name: C, composed-of: a}
views: {v: {name: V}}
"""
    view = view_of(model)
    assert parents(view) == {"b": "a", "c": "b"}
    assert [edge.id for edge in view.edges] == ["c--composed-of--a"]


def test_a_whole_of_many_parts_is_drawn_with_lines(view_of):
    parts = "".join(f"  p{n}: {{type: device, name: P{n}}}\n" for n in range(10))
    listed = ", ".join(f"p{n}" for n in range(10))
    model = f"elements:\n  a: {{type: node, name: A, composed-of: [{listed}]}}\n{parts}views: {{v: {{name: V}}}}\n"
    view = view_of(model)
    assert (parents(view), len(view.edges)) == ({}, 10)


def test_assignment_is_box_in_box_only_where_the_viewpoint_says_so(view_of):
    model = """\
elements:
  a: {type: application-component, name: A, assigned-to: f}
  f: {type: application-function, name: F}
viewpoints: {use: {name: Use, nest: [composed-of, assigned-to]}}
views: {v: {name: V, viewpoint: VIEWPOINT}}
"""
    assert parents(view_of(model.replace("VIEWPOINT", "layered"))) == {}
    assert parents(view_of(model.replace("VIEWPOINT", "use"))) == {"f": "a"}


TYPES = ("business-process", "application-component", "node", "goal", "grouping", "junction", "location")
VERBS = ("composition", "aggregation", "triggering", "association", "serving")


@settings(max_examples=60, deadline=None)
@given(
    types=st.lists(st.sampled_from(TYPES), min_size=1, max_size=9),
    lines=st.lists(st.tuples(st.integers(0, 8), st.sampled_from(VERBS), st.integers(0, 8)), max_size=14),
    chosen=st.sets(st.sampled_from(TYPES)),
    depth=st.integers(0, 3),
)
def test_a_view_is_a_subgraph_of_the_graph(five_element_model, types, lines, chosen, depth):
    graph = random_graph(five_element_model, types, lines)
    base = read_views(five_element_model)[0]["v"]
    selectors = (Selector(type=tuple(sorted(chosen))),) if chosen else ()
    view = build_view(graph, replace(base, include=selectors, scope=Scope(id="e0", depth=depth)))
    ids = {node.id for node in view.nodes}
    assert ids <= graph.elements.keys()
    drawn = {edge.id for edge in view.edges} | set(view.nested)
    assert drawn == {id_ for id_, one in graph.relationships.items() if {one.source, one.target} <= ids}
    assert sorted(ids) == sorted(id_ for group in view.groups for id_ in group.nodes)
    for node in view.nodes:
        assert node.id not in view.around(node.id)


def random_graph(model, types, lines) -> Graph:
    element = model.elements["web"]
    relationship = next(iter(model.relationships.values()))
    elements = {f"e{n}": replace(element, id=f"e{n}", type=type_) for n, type_ in enumerate(types)}
    relationships = {}
    for source, type_, target in lines:
        if source != target and max(source, target) < len(types):
            id_ = f"e{source}--{type_}--e{target}"
            relationships[id_] = replace(
                relationship, id=id_, type=type_, source=f"e{source}", target=f"e{target}", attributes={}
            )
    return Graph(replace(model, elements=elements, relationships=dict(sorted(relationships.items()))))


def test_views_need_no_libraries_but_those_of_the_model():
    heavy = ("networkx", "jinja2", "graphviz", "resvg_py", "rich")
    code = f"import sys, eaframe.views, eaframe.diagrams; print([one for one in {heavy} if one in sys.modules])"
    root = Path(eaframe.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout == "[]\n"


PARTS = """\
elements:
  whole: {type: application-component, name: Whole, composed-of: part}
  part: {type: application-component, name: Part, flows-to: other}
  other: {type: application-component, name: Other, serves: whole}
"""


def test_a_part_stands_in_its_whole_whichever_relationships_are_drawn(view_of):
    view = view_of(PARTS + "views: {v: {name: V, relationships: flows-to}}\n")
    assert {node.id: node.parent for node in view.nodes} == {"other": "", "part": "whole", "whole": ""}
    assert [edge.type for edge in view.edges] == ["flow"]
    without = view_of(PARTS + "views: {v: {name: V, relationships: flows-to, nest: []}}\n")
    assert [edge.type for edge in without.edges] == ["flow"]


def test_a_map_has_no_lines_and_no_junctions(view_of):
    model = PARTS + "  j: {type: junction, flows-to: other}\nviewpoints: {m: {name: M, layout: map}}\n"
    view = view_of(model + "views: {v: {name: V, viewpoint: m}}\n")
    assert (shown(view), view.edges) == (["other", "part", "whole"], ())
