"""Whom a change and a removal reach. A model is one line an element; what a test asks for is written as paths."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.changes.impact import Affected, impact
from eaframe.graph import Graph
from eaframe.metamodel.archimate import load_metamodel
from eaframe.model.elements import Element, Relationship
from eaframe.model.model import Model
from eaframe.model.workspace_file import WorkspaceFile

CHAIN = """
elements:
  node: {type: node, assigned-to: software}
  software: {type: system-software, serves: portal}
  portal: {type: application-component, realizes: service}
  service: {type: application-service, serves: desk}
  desk: {type: business-process}
  other: {type: business-process}
"""


def reached(graph, *ids: str, **options) -> dict[str, str]:
    """Per affected element its path, as a person would write it."""
    found = impact(graph, ids, **options)
    return {
        one.id: one_path(found, one.id) + (" gone" if one.gone else f" {one.strength}")
        for one in found.affected
        if len(found.path(one.id)) >= one.distance
    }


def one_path(found, id_: str) -> str:
    steps = found.path(id_)
    return steps[0].start + "".join(f" {step.verb} {step.end}" for step in steps)


def test_a_change_goes_along_what_serves_realizes_and_performs_and_no_further(graph_of):
    assert reached(graph_of(CHAIN), "software") == {
        "portal": "software serves portal strong",
        "service": "software serves portal realizes service strong",
        "desk": "software serves portal realizes service serves desk strong",
    }


def test_a_change_of_what_is_served_reaches_nobody(graph_of):
    assert reached(graph_of(CHAIN), "desk") == {}


@pytest.mark.parametrize(
    ("relationship", "of_source", "of_target", "without_source", "without_target"),
    [
        ("{from: p, composed-of: q}", "", "part-of", "composed-of", "part-of"),
        ("{from: p, aggregates: q}", "", "aggregated-by", "", "aggregated-by"),
        ("{from: p, serves: q}", "serves", "", "serves", ""),
        ("{from: p, flows-to: q}", "flows-to", "", "flows-to", "flows-from"),
        ("{from: p, triggers: q}", "triggers", "", "triggers", ""),
        ("{from: p, specializes: q}", "", "specialized-by", "", "specialized-by"),
        ("{from: p, associated-with: q}", *["associated-with"] * 4),
        ("{from: p, associated-with: q, directed: true}", "associated-with", "", "associated-with", ""),
        ("{from: p, accesses: d, mode: read}", "", "accessed-by", "", "accessed-by"),
        ("{from: p, accesses: d, mode: write}", "accesses", "", "accesses", "accessed-by"),
        ("{from: p, accesses: d, mode: readwrite}", *["accesses", "accessed-by"] * 2),
        ("{from: p, accesses: d}", *["accesses", "accessed-by"] * 2),
        ("{from: r, assigned-to: p}", "assigned-to", "", "assigned-to", ""),
        ("{from: p, realizes: s}", "realizes", "", "realizes", ""),
        ("{from: g, influences: h}", "influences", "", "influences", ""),
    ],
)
def test_each_relationship_carries_its_own_way(
    graph_of, relationship, of_source, of_target, without_source, without_target
):
    graph = graph_of(
        "elements: {p: {type: business-process}, q: {type: business-process}, r: {type: business-role},"
        " d: {type: business-object}, s: {type: business-service}, g: {type: goal}, h: {type: goal}}\n"
        f"relationships: [{relationship}]\n"
    )
    (one,) = graph.relationships.values()

    def verbs(id_: str, **options) -> str:
        found = impact(graph, [id_], **options)
        return " ".join(step.verb for reached in found.affected for step in found.path(reached.id))

    assert verbs(one.source) == of_source
    assert verbs(one.target) == of_target
    assert verbs(one.source, remove=True) == without_source
    assert verbs(one.target, remove=True) == without_target


def test_the_nearest_way_counts_and_of_equally_near_ones_the_strongest(graph_of):
    model = """
elements:
  a: {type: application-component, associated-with: b, serves: c}
  b: {type: application-component, serves: d}
  c: {type: application-component, serves: d}
  d: {type: application-component}
"""
    assert reached(graph_of(model), "a") == {
        "b": "a associated-with b weak",
        "c": "a serves c strong",
        "d": "a serves c serves d strong",
    }


def test_of_equally_near_and_strong_ways_the_first_by_id_counts(graph_of):
    model = """
elements:
  d: {type: application-component}
  z: {type: application-component, serves: d}
  b: {type: application-component, serves: d}
  a: {type: application-component, serves: [z, b]}
"""
    assert reached(graph_of(model), "a")["d"] == "a serves b serves d strong"


def test_a_way_is_as_strong_as_its_weakest_relationship(graph_of):
    model = """
elements:
  a: {type: application-component, triggers: b}
  b: {type: application-component, serves: c}
  c: {type: application-component, associated-with: d}
  d: {type: application-component, serves: e}
  e: {type: application-component}
"""
    found = impact(graph_of(model), ["a"])
    assert [(one.id, one.strength) for one in found.affected] == [
        ("b", "medium"),
        ("c", "medium"),
        ("d", "weak"),
        ("e", "weak"),
    ]
    assert [one.id for one in impact(graph_of(model), ["a"], at_least="medium").affected] == ["b", "c"]
    assert impact(graph_of(model), ["a"], at_least="strong").affected == ()


def test_depth_bounds_the_distance(graph_of):
    graph = graph_of(CHAIN)
    assert [one.id for one in impact(graph, ["node"], depth=2).affected] == ["software", "portal"]
    assert [one.id for one in impact(graph, ["node"], depth=9).affected] == ["software", "portal", "service", "desk"]


def test_several_elements_are_asked_about_at_once_and_are_not_told_of_each_other(graph_of):
    assert reached(graph_of(CHAIN), "software", "portal", "software") == {
        "service": "portal realizes service strong",
        "desk": "portal realizes service serves desk strong",
    }
    assert impact(graph_of(CHAIN), ["portal", "software", "portal"]).ids == ("portal", "software")


def test_an_unknown_id_is_a_key_error(graph_of):
    with pytest.raises(KeyError, match="nothing"):
        impact(graph_of(CHAIN), ["nothing"])


def test_who_is_in_a_circle_is_told_once(graph_of):
    model = "elements: {a: {type: node, serves: [b, a]}, b: {type: node, serves: a}}"
    assert reached(graph_of(model), "a") == {"b": "a serves b strong"}


def test_a_junction_joins_relationships_to_one_and_is_told_nothing(graph_of):
    model = """
elements:
  a: {type: business-process, triggers: j}
  j: {type: junction, junction: and, triggers: [b, k]}
  k: {type: junction, junction: or, triggers: [c]}
  b: {type: business-process}
  c: {type: business-process}
"""
    found = impact(graph_of(model), ["a"])
    assert found.affected == (Affected("b", 1, "medium"), Affected("c", 1, "medium"))
    assert one_path(found, "c") == "a triggers j triggers k triggers c"
    assert [one.id for one in impact(graph_of(model), ["j"], depth=1).affected] == ["b", "c"]


RELATIONSHIP_AS_END = """
elements:
  a: {type: application-component}
  b: {type: application-component}
  note: {type: business-object, associated-with: flow}
  plan: {type: plateau, aggregates: flow}
relationships:
  - {id: flow, from: a, flows-to: b}
"""


def test_what_ends_on_a_relationship_is_reached_by_way_of_it(graph_of):
    graph = graph_of(RELATIONSHIP_AS_END)
    assert reached(graph, "a") == {
        "b": "a flows-to b strong",
        "note": "a flows-to flow associated-with note weak",
        "plan": "a flows-to flow aggregated-by plan medium",
    }
    assert reached(graph, "b") == {}  # a receiver does not change what is sent


def test_what_ends_on_a_relationship_reaches_its_ends(graph_of):
    assert reached(graph_of(RELATIONSHIP_AS_END), "note")["b"] == "note associated-with flow flows-to b weak"


def test_a_relationship_itself_may_be_asked_about(graph_of):
    assert set(reached(graph_of(RELATIONSHIP_AS_END), "flow")) == {"b", "note", "plan"}
    assert set(reached(graph_of(RELATIONSHIP_AS_END), "flow", remove=True)) == {"a", "b", "note", "plan"}


def test_a_relationship_goes_with_either_of_its_ends(graph_of):
    found = impact(graph_of(RELATIONSHIP_AS_END), ["b"], remove=True)
    assert [one.id for one in found.lost] == ["flow", "note--associated-with--flow", "plan--aggregates--flow"]
    assert one_path(found, "plan") == "b flows-from flow aggregated-by plan"


PARTS = """
elements:
  whole: {type: application-component, composed-of: part, aggregates: guest}
  part: {type: application-component, composed-of: piece, serves: user}
  piece: {type: application-component, serves: [user, reader]}
  guest: {type: application-component}
  user: {type: business-process}
  reader: {type: business-process}
"""


def test_the_parts_of_a_composition_are_removed_with_it_and_those_of_an_aggregation_stay(graph_of):
    assert reached(graph_of(PARTS), "whole", remove=True) == {
        "part": "whole composed-of part gone",
        "piece": "whole composed-of part composed-of piece gone",
        "reader": "whole composed-of part composed-of piece serves reader strong",
        "user": "whole composed-of part serves user strong",
    }
    assert reached(graph_of(PARTS), "whole") == {}


def test_a_part_that_is_removed_takes_nothing_with_it_and_its_whole_hears_of_it(graph_of):
    found = reached(graph_of(PARTS), "piece", remove=True)
    assert found["part"] == "piece part-of part strong"
    assert found["whole"] == "piece part-of part part-of whole strong"


def test_what_is_reached_by_a_removal_is_changed_not_removed(graph_of):
    model = """
elements:
  a: {type: application-component, serves: b}
  b: {type: application-component, composed-of: c, accesses: {to: d, mode: write}}
  c: {type: application-component}
  d: {type: data-object}
"""
    assert reached(graph_of(model), "a", remove=True) == {
        "b": "a serves b strong",
        "d": "a serves b accesses d strong",
    }


def small_graph(ends: list[tuple[int, int, str]]) -> Graph:
    ids = sorted({f"e{end}" for source, target, _ in ends for end in (source, target)})
    return built(ids, [(f"e{source}", type_, f"e{target}") for source, target, type_ in ends])


def built(ids: list[str], triples: list[tuple[str, str, str]]) -> Graph:
    """A graph that no file need hold."""
    from eaframe.metamodel.period import ALWAYS

    def element(id_: str) -> Element:
        return Element(
            id_, "application-component", "", id_, None, {}, (), (), "", ALWAYS, (), (), "internal", "m.yaml", id_
        )

    def relationship(source: str, type_: str, target: str) -> Relationship:
        id_ = f"{source}--{type_}--{target}"
        path = ("elements", source, type_)
        return Relationship(id_, type_, "", source, target, None, None, {}, (), ALWAYS, (), "internal", "m.yaml", path)

    relationships = sorted((relationship(*triple) for triple in set(triples)), key=lambda one: one.id)
    settings = WorkspaceFile(eaframe=1, name="T", namespace="t")
    return Graph(
        Model(
            settings, load_metamodel(), {}, {id_: element(id_) for id_ in ids}, {r.id: r for r in relationships}, {}, {}
        )
    )


TYPES = sorted(load_metamodel().relationship_types)
ENDS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(TYPES)), min_size=1, max_size=20)


@given(ENDS, st.booleans(), st.none() | st.integers(1, 4))
def test_every_path_is_made_of_relationships_of_the_model_and_as_long_as_it_says(ends, remove, depth):
    graph = small_graph(ends)
    start = min(graph.elements)
    found = impact(graph, [start], remove=remove, depth=depth)
    assert start not in {one.id for one in found.affected}
    for one in found.affected:
        path = found.path(one.id)
        assert len(path) == one.distance <= (depth or 99)
        assert [path[0].start, *(step.end for step in path)] == [start, *(step.start for step in path[1:]), one.id]
        for step in path:
            relationship = graph.relationships[step.relationship]
            assert {step.start, step.end} == {relationship.source, relationship.target}


@given(ENDS, st.booleans())
def test_no_way_is_shorter_than_the_one_that_is_told(ends, remove):
    graph = small_graph(ends)
    start = min(graph.elements)
    deepest = impact(graph, [start], remove=remove)
    for depth in range(1, 8):
        near = impact(graph, [start], remove=remove, depth=depth)
        assert near.affected == tuple(one for one in deepest.affected if one.distance <= depth)


@given(ENDS)
def test_whoever_hears_of_a_change_hears_of_the_removal_too(ends):
    graph = small_graph(ends)
    start = min(graph.elements)
    of_change = {one.id for one in impact(graph, [start]).affected}
    assert of_change <= {one.id for one in impact(graph, [start], remove=True).affected}


def test_a_long_chain_is_walked_without_recursion_and_without_copying_paths():
    ids = [f"e{number:05}" for number in range(10_000)]
    graph = built(ids, [(before, "serving", after) for before, after in pairwise(ids)])
    found = impact(graph, [ids[0]])
    assert [one.distance for one in found.affected] == list(range(1, 10_000))
    assert len(found.steps) == 9_999
    assert len(found.path(ids[-1])) == 9_999
    whole = built(ids, [(before, "composition", after) for before, after in pairwise(ids)])
    assert sum(one.gone for one in impact(whole, [ids[0]], remove=True).affected) == 9_999


def test_the_owners_are_told_how_much_of_theirs_is_reached_and_who_is_not_known_is_told_of(graph_of):
    model = """
elements:
  a: {type: application-component, serves: [b, c, d, e, f, g, h]}
  b: {type: application-component, owner: y}
  c: {type: application-component, owner: x}
  d: {type: application-component, owner: [{value: y, valid: {to: 2020}}, {value: x, valid: {from: 2021}}]}
  e: {type: application-component, owner: {unknown: {by: y, until: 2027-01-01}}}
  f: {type: application-component, owner: {not-applicable: nobody's}}
  g: {type: application-component}
  h: {type: application-component, owner: y}
  x: {type: business-actor}
  y: {type: business-actor}
"""
    owners = impact(graph_of(model), ["a"]).owners
    assert [(one.state, one.id, " ".join(one.elements)) for one in owners] == [
        ("known", "x", "c d"),
        ("known", "y", "b h"),
        ("unknown", "y", "e"),
        ("missing", "", "g"),
        ("not-applicable", "", "f"),
    ]
    on_that_day = impact(graph_of(model, "2019"), ["a"]).owners
    assert [(one.id, " ".join(one.elements)) for one in on_that_day[:2]] == [("y", "b d h"), ("x", "c")]
