"""Selectors and checks look at no more than a limit allows, whatever a model and its rules ask."""

import pytest

import eaframe
from eaframe.findings import Place
from eaframe.graph import Graph, Selector, select
from eaframe.graph.work import TooMuchWorkError
from eaframe.sources.limits import Limits
from eaframe.sources.shape import shape

RING = "elements:\n" + "".join(
    f"  g{n}: {{type: goal, name: G{n}, documentation: D., influences: g{(n + 1) % 200}}}\n" for n in range(200)
)
RULES = """\
rules:
- {code: TEST001, name: far, summary: S., hint: H., select: {type: goal},
   check: {reaches: {via: influences, to: {type: node}}}}
- {code: TEST002, name: near, summary: S., hint: H., select: {type: goal}, check: {related: {via: influences}}}
"""


def selector(data: dict) -> Selector:
    found, findings = shape(Selector, data, Place("model.yaml"))
    assert findings == []
    return found


def test_a_selector_that_looks_at_too_much_stops_with_a_sentence(graph_of):
    model = graph_of(RING).model
    far = selector({"reaches": {"via": "influences", "to": {"type": "node"}}})
    assert select(Graph(model, most_steps=100_000), far) == ()
    with pytest.raises(TooMuchWorkError, match=r"more than 1000 steps \(rule-steps\)"):
        select(Graph(model, most_steps=1_000), far)


def test_a_rule_that_looks_at_too_much_is_a_finding_and_the_run_ends(workspace):
    root = workspace({"model.yaml": RING, "rules.yaml": RULES})
    judged = eaframe.load(root, today=20261123, limits=Limits(rule_steps=20_000)).judge()
    assert judged.failed == ("TEST001", "TEST002")  # the one that took it all, and whatever comes after
    assert [one.code for one in judged.findings if one.severity == "error"] == ["RUL002", "RUL002"]
    assert eaframe.load(root, today=20261123).judge().failed == ()
