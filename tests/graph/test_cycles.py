import pytest

from eaframe.graph.cycles import cycles
from eaframe.graph.hops import Steps


def along(*types: str) -> Steps:
    return Steps(forward=frozenset(types))


def model(*steps: str) -> str:
    """Goals that influence each other: `a>b` is one step."""
    nodes = sorted({node for step in steps for node in step.split(">")})
    lines = (
        f"  {node}: {{type: goal, influences: {[s[len(node) + 1 :] for s in steps if s.startswith(f'{node}>')]}}}"
        for node in nodes
    )
    return "elements:\n" + "\n".join(lines).replace("'", "") + "\n"


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ("a>b b>c", []),
        ("a>a", ["a"]),
        ("a>b b>a", ["a b"]),
        ("b>c c>d d>b a>b", ["b c d"]),
        ("a>b b>a c>d d>c", ["a b", "c d"]),
        ("a>b b>c c>a a>c", ["a c"]),
        ("a>b b>c c>b", ["b c"]),
        ("a>b b>c c>d d>a c>a", ["a b c"]),
    ],
)
def test_one_shortest_cycle_is_found_in_every_knot(graph_of, steps: str, found: list[str]):
    graph = graph_of(model(*steps.split()))
    assert [" ".join(one.source for one in cycle) for cycle in cycles(graph, along("influence"))] == found


def test_only_relationships_of_the_types_asked_for_are_followed(graph_of):
    graph = graph_of("elements: {a: {type: goal, influences: b, aggregates: b}, b: {type: goal, influences: a}}")
    assert list(cycles(graph, along("aggregation"))) == []
    assert len(list(cycles(graph, along("influence")))) == 1
    assert len(list(cycles(graph, along("influence", "aggregation")))) == 1


def test_a_chain_of_ten_thousand_parts_is_judged_without_recursion(graph_of):
    chain = "".join(f"  n{n}: {{type: node, composed-of: n{n + 1}}}\n" for n in range(10_000))
    graph = graph_of(f"elements:\n{chain}  n10000: {{type: node}}\n")
    assert list(cycles(graph, along("composition"))) == []
    assert len(graph.around(["n0"], 10_000)) == 10_001


def test_a_ring_of_ten_thousand_parts_is_one_cycle(graph_of):
    ring = "".join(f"  n{n}: {{type: node, composed-of: n{(n + 1) % 10_000}}}\n" for n in range(10_000))
    (cycle,) = cycles(graph_of(f"elements:\n{ring}"), along("composition"))
    assert len(cycle) == 10_000
