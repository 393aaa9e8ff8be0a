from hypothesis import given, settings
from hypothesis import strategies as st

from eaframe.graph import Graph
from eaframe.model.load import load_model
from eaframe.views import View
from eaframe.views.derived import derived_lines

CHAIN = """\
elements:
  portal: {type: application-component, name: Portal, assigned-to: filing}
  filing: {type: application-function, name: Filing, realizes: online-filing}
  online-filing: {type: application-service, name: Online filing, serves: handling}
  handling: {type: business-process, name: Handling}
"""


def edges(view: View) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    return [(edge.type, edge.source, edge.target, edge.origin, edge.stands_for) for edge in view.edges]


def test_what_follows_through_hidden_elements_is_drawn_with_its_chain(view_of):
    view = view_of(CHAIN + "views: {v: {name: V, derive: true, include: {id: [portal, handling]}}}\n")
    assert edges(view) == [
        (
            "serving",
            "portal",
            "handling",
            "derived",
            ("portal--assigned-to--filing", "filing--realizes--online-filing", "online-filing--serves--handling"),
        )
    ]


def test_nothing_is_derived_unless_a_view_asks_for_it(view_of):
    assert edges(view_of(CHAIN + "views: {v: {name: V, include: {id: [portal, handling]}}}\n")) == []


def test_nothing_is_derived_through_what_is_shown(view_of):
    view = view_of(CHAIN + "views: {v: {name: V, derive: true, include: {id: [portal, filing, online-filing]}}}\n")
    assert {edge[3] for edge in edges(view)} == {""}


def test_only_the_relationships_that_a_view_draws_are_derived(view_of):
    view = view_of(
        CHAIN + "views: {v: {name: V, derive: true, relationships: flows-to, include: {id: [portal, handling]}}}\n"
    )
    assert edges(view) == []


def test_of_several_the_strongest_is_drawn_once(view_of):
    more = "relationships:\n  - {from: portal, associated-with: helper}\n  - {from: helper, serves: handling}\n"
    helper = "  helper: {type: application-component, name: Helper}\n"
    view = view_of(CHAIN + helper + more + "views: {v: {name: V, derive: true, include: {id: [portal, handling]}}}\n")
    assert [edge[0] for edge in edges(view)] == ["serving"]


def test_potential_derivations_are_left_to_the_modeller(view_of):
    general = """\
elements:
  kind: {type: application-component, name: Kind, serves: handling}
  special: {type: application-component, name: Special, specializes: kind}
  handling: {type: business-process, name: Handling}
views: {v: {name: V, derive: true, include: {id: [special, handling]}}}
"""
    assert edges(view_of(general)) == []


VERBS = ("composed-of", "aggregates", "assigned-to", "realizes", "serves", "accesses", "triggers", "flows-to")
TYPES = ("application-component", "application-function", "application-service", "business-process", "data-object")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_derived_relationship_is_one_that_the_table_allows_and_its_chain_joins_its_ends(tmp_path_factory, data):
    size = data.draw(st.integers(3, 9))
    types = [data.draw(st.sampled_from(TYPES)) for _ in range(size)]
    lines = data.draw(
        st.sets(st.tuples(st.integers(0, size - 1), st.sampled_from(VERBS), st.integers(0, size - 1)), max_size=14)
    )
    text = "elements:\n" + "".join(f"  e{n}: {{type: {type_}, name: E{n}}}\n" for n, type_ in enumerate(types))
    rows = [f"  - {{from: e{a}, {verb}: e{b}}}\n" for a, verb, b in sorted(lines) if a != b]
    text += "relationships:\n" + "".join(rows) if rows else ""
    folder = tmp_path_factory.mktemp("law")
    (folder / "eaframe.yaml").write_text("eaframe: 1\nname: Law\nnamespace: law\n")
    (folder / "model.yaml").write_text(text)
    graph = Graph(load_model(folder).model)
    shown = sorted(data.draw(st.sets(st.sampled_from(sorted(graph.elements)), min_size=2)))
    for line in derived_lines(graph, shown, ()):
        source, target = graph.elements[line.source], graph.elements[line.target]
        assert graph.model.metamodel.permission(source.type, line.type, target.type)
        at = line.source
        for id_ in line.stands_for:
            one = graph.relationships[id_]
            at = one.target if one.source == at else one.source
            assert at == line.target or at not in shown
        assert at == line.target


def test_nothing_weaker_is_derived_where_a_line_is_drawn(view_of):
    model = """\
elements:
  whole: {type: application-component, name: Whole, composed-of: part, serves: other}
  part: {type: application-component, name: Part, flows-to: other}
  other: {type: application-component, name: Other}
views: {v: {name: V, derive: true, include: {id: [whole, other]}}}
"""
    assert [edge[0] for edge in edges(view_of(model))] == ["serving"]
