from eaframe.views import View

MODEL = """\
elements:
  portal: {type: application-component, name: Portal, composed-of: [web, api]}
  web: {type: application-component, name: Web, composed-of: form, flows-to: store}
  form: {type: application-component, name: Form, flows-to: store}
  api: {type: application-component, name: Api, flows-to: [store, web]}
  store: {type: application-component, name: Store, serves: api}
"""


def drawn(view: View) -> tuple[dict[str, int], list[tuple[str, str, str, str, tuple[str, ...]]]]:
    edges = [(edge.type, edge.source, edge.target, edge.origin, edge.stands_for) for edge in view.edges]
    return {node.id: node.hidden for node in view.nodes}, edges


def test_what_is_collapsed_hides_all_its_parts_and_takes_their_relationships(view_of):
    nodes, edges = drawn(view_of(MODEL + "views: {v: {name: V, collapse: {id: portal}}}\n"))
    assert nodes == {"portal": 3, "store": 0}
    assert edges == [
        (
            "flow",
            "portal",
            "store",
            "lifted",
            ("api--flows-to--store", "form--flows-to--store", "web--flows-to--store"),
        ),
        ("serving", "store", "portal", "lifted", ("store--serves--api",)),
    ]


def test_a_relationship_of_its_own_is_not_drawn_twice(view_of):
    _, edges = drawn(view_of(MODEL + "views: {v: {name: V, collapse: {id: web}}}\n"))
    assert [edge for edge in edges if edge[1:3] == ("web", "store")] == [("flow", "web", "store", "", ())]


def test_levels_hide_what_stands_deeper(view_of):
    nodes, _ = drawn(view_of(MODEL + "views: {v: {name: V, levels: 2}}\n"))
    assert nodes == {"api": 0, "portal": 0, "store": 0, "web": 1}


def test_a_part_that_also_belongs_to_something_open_stays(view_of):
    other = "  other: {type: application-component, name: Other, aggregates: form}\n"
    nodes, _ = drawn(view_of(MODEL + other + "views: {v: {name: V, collapse: {id: web}}}\n"))
    assert "form" in nodes


def test_wholes_in_a_circle_are_collapsed_without_end(view_of):
    circle = """\
elements:
  a: {type: application-component, name: A, aggregates: b}
  b: {type: application-component, name: B, aggregates: a}
views: {v: {name: V, collapse: {id: [a, b]}}}
"""
    nodes, edges = drawn(view_of(circle))
    assert (nodes, edges) == ({"a": 1}, [])


def test_what_a_view_excludes_is_not_told_through_its_whole(view_of):
    secret = MODEL.replace("name: Form,", "name: Form, tags: [secret],").replace(
        "flows-to: store}\n  form", "}\n  form"
    )
    nodes, edges = drawn(view_of(secret + "views: {v: {name: V, collapse: {id: portal}, exclude: {tag: secret}}}\n"))
    assert nodes["portal"] == 2
    assert "form--flows-to--store" not in str(edges)


def test_lifted_lines_are_those_of_the_kinds_that_a_view_draws(view_of):
    kinds = "kinds: {data: {base: flows-to, label: Data}}\n"
    model = kinds + MODEL.replace("flows-to: store}\n  form", "flows-to: {to: store, kind: data}}\n  form")
    _, edges = drawn(view_of(model + "views: {v: {name: V, relationships: data, collapse: {id: portal}}}\n"))
    assert edges == [("flow", "portal", "store", "lifted", ("web--flows-to--store",))]


def test_a_chain_of_a_thousand_parts_is_drawn_without_end(view_of):
    rows = [f"  e{n}: {{type: application-component, name: E, composed-of: e{n + 1}}}\n" for n in range(1000)]
    model = "elements:\n" + "".join(rows) + "  e1000: {type: application-component, name: E}\n"
    view = view_of(model + "views: {v: {name: V, viewpoint: application-map, group-by: none}}\n")
    assert len(view.nodes) == 9
    assert view.nodes[-1].hidden == 992
