from typing import Final

import pytest

from eaframe.graph.select import select_relationships
from eaframe.graph.selector import RelationshipSelector

MODEL: Final = """\
elements:
  one: {type: business-actor, name: One}
  two: {type: business-actor, name: Two}
  a: {type: application-component, name: A, owner: one, flows-to: [b, c, d, e]}
  b: {type: application-component, name: B, owner: one}
  c: {type: application-component, name: C, owner: two}
  d: {type: application-component, name: D}
  e: {type: application-component, name: E, owner: {unknown: {by: one, until: 2030}}}
relationships:
  - {from: d, associated-with: a--flows-to--b}
"""


@pytest.mark.parametrize(
    ("end", "verdict"),
    [("b", True), ("c", False), ("d", None), ("e", None)],
)
def test_the_owners_of_both_ends_can_be_compared(end, verdict, graph_of):
    where = {"from-owner": {"equals": {"attribute": "to-owner"}}}
    selector = RelationshipSelector.model_validate({"relationship": "flows-to", "where": where})
    verdicts = {one.target: holds for one, holds in select_relationships(graph_of(MODEL), selector)}
    assert verdicts.get(end, False) is verdict


def test_the_owner_of_an_end_that_is_a_relationship_is_missing(graph_of):
    where = {"to-owner": {"is": "missing"}}
    selector = RelationshipSelector.model_validate({"relationship": "associated-with", "where": where})
    assert [holds for _, holds in select_relationships(graph_of(MODEL), selector)] == [True]
