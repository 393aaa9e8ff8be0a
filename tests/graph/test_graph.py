import pytest

CHAIN = """
elements:
  a: {type: goal, influences: b, associated-with: {to: a, id: loop}}
  b: {type: goal, influences: [c, a]}
  c: {type: goal, influences: d}
  d: {type: goal}
  e: {type: goal, associated-with: a--influences--b}
"""


@pytest.mark.parametrize(("id_", "near"), [("a", "b"), ("b", "a c"), ("d", "c"), ("e", ""), ("none", "")])
def test_neighbours_are_one_relationship_away_in_either_direction_and_never_oneself(graph_of, id_: str, near: str):
    assert graph_of(CHAIN).neighbours(id_) == tuple(near.split())


@pytest.mark.parametrize(
    ("ids", "depth", "reached"),
    [
        ("a", 0, "a"),
        ("a", 1, "a b"),
        ("a", 2, "a b c"),
        ("a", 9, "a b c d"),
        ("a d", 1, "a b c d"),
        ("none", 1, ""),
        ("none a", 0, "a"),
    ],
)
def test_around_is_what_lies_so_many_relationships_away(graph_of, ids: str, depth: int, reached: str):
    assert graph_of(CHAIN).around(ids.split(), depth) == tuple(reached.split())


def test_relationships_from_and_to_an_id_are_in_the_order_of_their_ids_and_may_be_of_one_type(graph_of):
    graph = graph_of(CHAIN)
    assert [one.id for one in graph.from_("b")] == ["b--influences--a", "b--influences--c"]
    assert [one.id for one in graph.to("a")] == ["b--influences--a", "loop"]
    assert [one.id for one in graph.to("a", "association")] == ["loop"]
    assert [one.id for one in graph.to("a--influences--b")] == ["e--associated-with--a--influences--b"]
    assert list(graph.from_("none")) == []


@pytest.mark.parametrize(
    ("own", "source", "target", "strictest"),
    [
        ("public", "public", "public", "public"),
        ("public", "internal", "public", "internal"),
        ("public", "public", "restricted", "restricted"),
        ("internal", "public", "public", "internal"),
        ("restricted", "public", "internal", "restricted"),
    ],
)
def test_a_relationship_is_as_visible_as_the_strictest_of_itself_and_its_ends(
    graph_of, own: str, source: str, target: str, strictest: str
):
    graph = graph_of(
        f"elements:\n  a: {{type: goal, visibility: {source}, influences: {{to: b, visibility: {own}}}}}\n"
        f"  b: {{type: goal, visibility: {target}}}\n"
    )
    assert graph.visibility(graph.relationships["a--influences--b"]) == strictest


def test_a_relationship_on_a_relationship_is_no_more_visible_than_that_ones_ends(graph_of):
    graph = graph_of(
        "elements:\n  a: {type: goal, visibility: restricted, influences: {to: b, visibility: public}}\n"
        "  b: {type: goal, visibility: public}\n"
        "  c: {type: goal, visibility: public, associated-with: {to: a--influences--b, visibility: public, id: on}}\n"
    )
    assert graph.visibility(graph.relationships["on"]) == "restricted"


def test_what_says_nothing_has_the_visibility_of_the_workspace(graph_of):
    own = "eaframe: 1\nname: T\nnamespace: test\ndefault-visibility: restricted\n"
    graph = graph_of({"eaframe.yaml": own, "model.yaml": CHAIN})
    assert {graph.visibility(one) for one in graph.relationships.values()} == {"restricted"}
    assert {one.visibility for one in graph.elements.values()} == {"restricted"}
