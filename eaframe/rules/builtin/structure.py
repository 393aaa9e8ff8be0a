"""Rules on structure: wholes and parts, general and special."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.graph.cycles import cycles
from eaframe.graph.hops import Steps
from eaframe.rules.rule import Problem, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.graph import Graph


@rule(
    "STR001",
    "containment-cycle",
    "error",
    message="`{id}` is a part of itself: {path}.",
    hint="Remove the relationship that turns back, or turn it round.",
    basis="ArchiMate 3.2 §5.1.1, §5.1.2",
    bad="""\
elements:
  city: {type: business-actor, name: City, documentation: The whole., composed-of: office}  # error: STR001
  office: {type: business-actor, name: Office, documentation: A part., composed-of: city}
""",
    good="""\
elements:
  city: {type: business-actor, name: City, documentation: The whole., composed-of: office}
  office: {type: business-actor, name: Office, documentation: A part.}
""",
)
def containment_cycle(graph: Graph) -> Iterator[Problem]:
    """Following composition and aggregation from an element leads back to it: a part contains its whole."""
    yield from _cycles(graph, "composition", "aggregation")


@rule(
    "STR002",
    "specialization-cycle",
    "error",
    message="`{id}` is a special case of itself: {path}.",
    hint="Remove the relationship that turns back; the general element must not specialize the special one.",
    basis="ArchiMate 3.2 §5.4.1",
    bad="""\
elements:
  licence: {type: business-object, name: Licence, documentation: One., specializes: permit}  # error: STR002
  permit: {type: business-object, name: Permit, documentation: Any., specializes: licence}
""",
    good="""\
elements:
  licence: {type: business-object, name: Licence, documentation: One., specializes: permit}
  permit: {type: business-object, name: Permit, documentation: Any.}
""",
)
def specialization_cycle(graph: Graph) -> Iterator[Problem]:
    """Following specialization from an element leads back to it."""
    yield from _cycles(graph, "specialization")


def _cycles(graph: Graph, *types: str) -> Iterator[Problem]:
    for cycle in cycles(graph, Steps(forward=frozenset(types))):
        own = next((index for index, one in enumerate(cycle) if one.relationship.is_own), None)
        if own is not None:  # told from the first relationship that this workspace can mend
            turned = [*cycle[own:], *cycle[:own]]
            path = " → ".join([*(one.source for one in turned), turned[-1].target])
            yield problem(turned[0].relationship, id=turned[0].source, path=path, discriminator=path)


RULES = (containment_cycle, specialization_cycle)
