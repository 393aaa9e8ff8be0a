"""Rules on relationships: what ArchiMate allows between which types, and at junctions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings.message import Message, say
from eaframe.findings.suggest import quoted
from eaframe.rules.rule import Problem, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eaframe.graph import Graph
    from eaframe.model.elements import Relationship

_TURN_ROUND = "Turn it round: from {target_type} to {source_type} this relationship is allowed."
_OTHER_VERBS = "From {source_type} to {target_type} ArchiMate allows {verbs}; `{verb}` may lead to {types}."
# Wholes that may gather anything, junctions too, whatever else joins there (ArchiMate 3.2 §5.5.1, as Archi reads it).
_GATHERING = frozenset({"grouping", "location"})
_MOST_NAMES = 5  # in the hint of a relationship that is not allowed
_WHOLE_PART = frozenset({"composition", "aggregation"})


def _end_type(graph: Graph, id_: str) -> str:
    element = graph.elements.get(id_)
    return element.type if element else "relationship"


@rule(
    "REL001",
    "disallowed-relationship",
    "error",
    message="{source_type} `{source}` cannot stand in the relationship `{verb}` to {target_type} `{target}`.",
    hint=_OTHER_VERBS,
    basis="ArchiMate 3.2, Appendix B",
    scope="model",
    bad="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    realizes: citizen  # error: REL001
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
    good="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    serves: citizen
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
)
def disallowed_relationship(graph: Graph) -> Iterator[Problem]:
    """A relationship joins two types between which ArchiMate does not allow it, not even as a derived one."""
    metamodel = graph.model.metamodel
    for one in graph.own_relationships:
        source, target = _end_type(graph, one.source), _end_type(graph, one.target)
        if not (source and target) or ("junction" in (source, target) and "relationship" not in (source, target)):
            continue
        if metamodel.permission(source, one.type, target) == "":
            verb = metamodel.relationship_types[one.type].verb
            yield problem(
                one,
                source=one.source,
                target=one.target,
                source_type=source,
                target_type=target,
                verb=verb,
                hint=_instead(graph, one, source, target),
            )


def _instead(graph: Graph, one: Relationship, source: str, target: str) -> Message:
    metamodel = graph.model.metamodel
    types = metamodel.relationship_types
    if metamodel.permission(target, one.type, source) == "direct":
        return say(_TURN_ROUND, source_type=source, target_type=target)
    verbs = quoted(types[name].verb for name in metamodel.permitted(source, target)) or say("no relationship")
    targets = _few(metamodel.targets(source, one.type)) or say("no type")
    verb = types[one.type].verb
    return say(_OTHER_VERBS, source_type=source, target_type=target, verbs=verbs, verb=verb, types=targets)


def _few(names: Sequence[str]) -> str:
    """The first few names, and how many there are more."""
    left_out = len(names) - _MOST_NAMES
    return quoted(names[:_MOST_NAMES]) + (f", … (+{left_out})" if left_out > 0 else "")


@rule(
    "REL002",
    "derived-relationship",
    "info",
    message="The relationship `{source}` {verb} `{target}` is one that ArchiMate only derives from others.",
    hint="Model what lies between the two, or leave it if the detail does not matter.",
    basis="ArchiMate 3.2, Appendix B",
    scope="model",
    bad="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    flows-to: citizen  # info: REL002
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
    good="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    serves: citizen
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
)
def derived_relationship(graph: Graph) -> Iterator[Problem]:
    """A relationship is allowed between its types only as one derived from a chain of others."""
    metamodel = graph.model.metamodel
    for one in graph.own_relationships:
        source, target = _end_type(graph, one.source), _end_type(graph, one.target)
        if metamodel.permission(source, one.type, target) == "derived":
            yield problem(one, source=one.source, target=one.target, verb=metamodel.relationship_types[one.type].verb)


@rule(
    "REL003",
    "junction-mixes-types",
    "error",
    message="At the junction `{junction}` meet relationships of different types: {types}.",
    hint="Use one junction for each type of relationship.",
    basis="ArchiMate 3.2 §5.5.1",
    scope="model",
    bad="""\
elements:
  submit: {type: business-process, name: Submit, documentation: A dossier is sent., triggers: both}
  both: {type: junction, junction: and, flows-to: check}  # error: REL003
  check: {type: business-process, name: Check, documentation: A dossier is checked.}
""",
    good="""\
elements:
  submit: {type: business-process, name: Submit, documentation: A dossier is sent., triggers: both}
  both: {type: junction, junction: and, triggers: check}
  check: {type: business-process, name: Check, documentation: A dossier is checked.}
""",
)
def junction_mixes_types(graph: Graph) -> Iterator[Problem]:
    """Relationships of different types meet at one junction, so that it joins nothing."""
    for element in graph.own_elements:
        if element.type == "junction":
            types = sorted({one.type for one in _at_junction(graph, element.id)})
            if len(types) > 1:
                verbs = quoted(graph.model.metamodel.relationship_types[name].verb for name in types)
                yield problem(element, junction=element.id, types=verbs)


def _at_junction(graph: Graph, junction: str) -> Iterator[Relationship]:
    yield from graph.from_(junction)
    for one in graph.to(junction):
        if not (one.type in _WHOLE_PART and _end_type(graph, one.source) in _GATHERING):
            yield one


@rule(
    "REL004",
    "junction-joins-disallowed",
    "error",
    message="Through the junction `{junction}` {source_type} `{source}` would stand in the relationship `{verb}` to "
    "{target_type} `{target}`, which is not allowed.",
    hint="From {source_type} to {target_type} ArchiMate allows {verbs}.",
    basis="ArchiMate 3.2 §5.5.1",
    scope="model",
    bad="""\
elements:
  submit: {type: business-process, name: Submit, documentation: A dossier is sent., triggers: both}
  both: {type: junction, junction: and, triggers: dossier}  # error: REL004
  dossier: {type: business-object, name: Dossier, documentation: Of one citizen., accessed-by: submit}
""",
    good="""\
elements:
  submit: {type: business-process, name: Submit, documentation: A dossier is sent., triggers: both}
  both: {type: junction, junction: and, triggers: check}
  check: {type: business-process, name: Check, documentation: A dossier is checked.}
""",
)
def junction_joins_disallowed(graph: Graph) -> Iterator[Problem]:
    """A junction joins a source with a target between which the relationship is not allowed."""
    metamodel = graph.model.metamodel
    for element in graph.own_elements:
        if element.type != "junction" or len({one.type for one in _at_junction(graph, element.id)}) != 1:
            continue
        type_ = next(_at_junction(graph, element.id)).type
        sources = [one.source for one in _at_junction(graph, element.id) if one.target == element.id]
        for source in sorted({source for source in sources if _end_type(graph, source) != "junction"}):
            for target in _beyond(graph, element.id, type_):
                ends = (_end_type(graph, source), _end_type(graph, target))
                if all(ends) and "relationship" not in ends and metamodel.permission(ends[0], type_, ends[1]) == "":
                    types = metamodel.relationship_types
                    yield problem(
                        element,
                        junction=element.id,
                        source=source,
                        target=target,
                        source_type=ends[0],
                        target_type=ends[1],
                        verb=types[type_].verb,
                        verbs=quoted(types[name].verb for name in metamodel.permitted(*ends)) or say("no relationship"),
                        discriminator=f"{source}/{target}",
                    )


def _beyond(graph: Graph, junction: str, type_: str) -> list[str]:
    """The elements after a junction, through further junctions."""
    found, seen, open_ = set(), {junction}, [junction]
    while open_:
        for one in graph.from_(open_.pop(), type_):
            if _end_type(graph, one.target) != "junction":
                found.add(one.target)
            elif one.target not in seen:
                seen.add(one.target)
                open_.append(one.target)
    return sorted(found)


@rule(
    "REL005",
    "junction-with-one-side",
    "warning",
    message="No relationship leads {side} the junction `{junction}`, so that it joins nothing.",
    hint="Lead one of the same type {side} it, or remove the junction.",
    basis="ArchiMate 3.2 §5.5.1",
    scope="model",
    judges_absence=True,
    bad="""\
elements:
  submit: {type: business-process, name: Submit, documentation: A dossier is sent., triggers: both}
  both: {type: junction, junction: and}  # warning: REL005
""",
    good="""\
elements:
  submit: {type: business-process, name: Submit, documentation: A dossier is sent., triggers: both}
  both: {type: junction, junction: and, triggers: check}
  check: {type: business-process, name: Check, documentation: A dossier is checked.}
""",
)
def junction_with_one_side(graph: Graph) -> Iterator[Problem]:
    """A junction has relationships on one side only."""
    for element in graph.own_elements:
        if element.type == "junction":
            into, out = any(graph.to(element.id)), any(graph.from_(element.id))
            if into != out and element.id not in graph.model.unsure:
                yield problem(element, junction=element.id, side=say("from") if into else say("to"))


RULES = (
    disallowed_relationship,
    derived_relationship,
    junction_mixes_types,
    junction_joins_disallowed,
    junction_with_one_side,
)
