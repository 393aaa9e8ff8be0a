from collections.abc import Callable

import pytest

from eaframe.findings import Place
from eaframe.graph import Graph
from eaframe.model.load import load_model
from eaframe.views import read_viewpoints, read_views

MODEL = """\
elements:
  portal: {type: application-component, name: Portal, tags: [shared]}
"""


@pytest.fixture
def problems(graph_of: Callable[[str], Graph]) -> Callable[[str], list[tuple[str, tuple[str | int, ...], str]]]:
    """Codes with the path of each finding and its hint, of a model with these views."""

    def read(text: str) -> list[tuple[str, tuple[str | int, ...], str]]:
        _, findings = read_views(graph_of(MODEL + text).model)
        return [(one.code, one.at.path if isinstance(one.at, Place) else (), str(one.hint)) for one in findings]

    return read


def test_a_view_has_a_name_and_nothing_else_is_needed(problems):
    assert problems("views: {v: {name: V}}\n") == []


def test_an_unknown_viewpoint_is_named_with_what_was_meant(problems):
    assert problems("views: {v: {name: V, viewpoint: layred}}\n") == [
        ("VEW001", ("views", "v", "viewpoint"), "Did you mean `layered`?")
    ]


def test_an_unknown_scope_is_an_unknown_id(problems):
    assert problems("views: {v: {name: V, scope: {id: portl}}}\n") == [
        ("SEL001", ("views", "v", "scope", "id"), "Did you mean `portal`?")
    ]


def test_unknown_names_are_found_in_selectors_however_deep(problems):
    text = """\
views:
  v:
    name: V
    include:
      - any: [{type: [goal, gaol]}, {not: {layer: busines}}]
      - id: portl
    exclude: {exactly: sytem-software, tag: shard}
"""
    assert problems(text) == [
        ("SEL002", ("views", "v", "include", 0, "any", 0, "type", 1), "Did you mean `goal`?"),
        ("SEL003", ("views", "v", "include", 0, "any", 1, "not", "layer"), "Did you mean `business`?"),
        ("SEL001", ("views", "v", "include", 1, "id"), "Did you mean `portal`?"),
        ("SEL002", ("views", "v", "exclude", "exactly"), "Did you mean `system-software`?"),
        ("SEL004", ("views", "v", "exclude", "tag"), "Did you mean `shared`?"),
    ]


def test_an_unknown_type_in_a_viewpoint_is_found(problems):
    assert problems("viewpoints: {p: {name: P, types: [goal, gaol]}}\n") == [
        ("SEL002", ("viewpoints", "p", "types", 1), "Did you mean `goal`?")
    ]


def test_an_unknown_key_is_found_at_its_place(problems):
    assert problems("views: {v: {name: V, scope: {id: portal, dept: 2}}}\n") == [
        ("SRC017", ("views", "v", "scope", "dept"), "Did you mean `depth`?")
    ]


@pytest.mark.parametrize("depth", ["x", "-1", "1.5", "10"])
def test_a_depth_is_a_small_whole_number(problems, depth):
    found = problems(f"views: {{v: {{name: V, scope: {{id: portal, depth: '{depth}'}}}}}}\n")
    assert [path for _, path, _ in found] == [("views", "v", "scope", "depth")]


def test_nothing_is_unknown_while_a_file_is_broken(workspace):
    from eaframe.model.load import load_model

    views = "views: {v: {name: V, viewpoint: mine, include: [{type: my-kind}, {tag: t}, {id: portal}]}}\n"
    model = load_model(workspace({"views.yaml": views, "broken.yaml": "elements: [\n"})).model
    assert read_views(model) == ({}, [])


def test_views_stand_in_the_order_of_their_ids(graph_of):
    views, _ = read_views(graph_of(MODEL + "views: {b: {name: B}, a: {name: A}}\n").model)
    assert list(views) == ["a", "b"]


def test_a_workspace_can_replace_a_viewpoint_of_ours(graph_of):
    graph = graph_of(MODEL + "viewpoints: {layered: {name: Ours}}\n")
    viewpoints, findings = read_viewpoints(graph.model)
    assert (viewpoints["layered"].shape.name, findings) == ("Ours", [])


def test_a_viewpoint_of_a_library_is_named_with_its_namespace(workspace):
    files = {
        "eaframe.yaml": "eaframe: 1\nname: City\nnamespace: city\nimports: [./lib]\n",
        "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
        "lib/model.yaml": "viewpoints: {four-layers: {name: F, group-by: layer}, broken: {naem: B}}\n",
    }
    views = "views: {v: {name: V, viewpoint: 'lib:four-layers'}, w: {name: W, viewpoint: 'lib:four-layer'}}\n"
    model = load_model(workspace({**files, "model.yaml": MODEL + views})).model
    found, findings = read_views(model)
    assert {id_: view.look.group_by for id_, view in found.items()} == {"v": "layer"}
    assert [(one.code, one.subject, str(one.hint)) for one in findings] == [
        ("VEW001", "w", "Did you mean `lib:four-layers`?")
    ]


def test_views_that_a_rule_book_numbers_stand_first(graph_of):
    views = "views: {b: {name: B, code: SĐ-2}, a: {name: A}, c: {name: C, code: SĐ-1}}\n"
    assert [*read_views(graph_of(MODEL + views).model)[0]] == ["c", "b", "a"]
