"""Rules on time: lives that meet, ends that leave nobody behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Note
from eaframe.findings.message import say
from eaframe.metamodel.period import ALWAYS, LATEST, next_day
from eaframe.rules.rule import Problem, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.graph import Graph
    from eaframe.model.elements import Relationship


@rule(
    "TIM001",
    "relationship-never-lives",
    "error",
    message="The relationship `{source}` {verb} `{target}` never lives: it and its ends have no day in common.",
    hint="Relate to the successor instead, or correct a validity.",
    scope="model",
    bad="""\
elements:
  old-portal:
    type: application-service
    name: Old portal
    documentation: Gone.
    valid: {to: 2016}
    serves: new-office  # error: TIM001
  new-office: {type: business-actor, name: New office, documentation: Came later., valid: {from: 2018}}
""",
    good="""\
elements:
  old-portal:
    type: application-service
    name: Old portal
    documentation: Gone.
    valid: {to: 2018}
    serves: new-office
  new-office: {type: business-actor, name: New office, documentation: Came later., valid: {from: 2018, to: 2018}}
""",
)
def relationship_never_lives(graph: Graph) -> Iterator[Problem]:
    """A relationship lives where its validity and that of its ends meet, and they do not."""
    verbs = graph.model.metamodel.relationship_types
    elements = graph.elements
    for one in graph.own_relationships:
        ends = (elements.get(one.source), elements.get(one.target))
        if one.valid is ALWAYS and all(end is not None and end.valid is ALWAYS for end in ends):
            continue
        life = graph.model.life(one)
        if life.first > life.last:
            notes = [
                Note(say("`{id}` lives {period}", id=end.id, period=end.valid.in_words()), end.place())
                for end in ends
                if end is not None and end.is_own
            ]
            yield problem(one, source=one.source, target=one.target, verb=verbs[one.type].verb, notes=notes)


@rule(
    "TIM002",
    "relationship-outlives-its-ends",
    "warning",
    message="The relationship `{source}` {verb} `{target}` is valid {own}, longer than its ends live ({life}).",
    hint="Shorten its validity; without one it lives as long as both ends.",
    scope="model",
    bad="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    valid: {from: 2016-07}
    serves:
      - {to: citizen, valid: {from: 2015}}  # warning: TIM002
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
    good="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    valid: {from: 2016-07}
    serves:
      - {to: citizen, valid: {from: 2017}}
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
)
def relationship_outlives_its_ends(graph: Graph) -> Iterator[Problem]:
    """A relationship says that it is valid when one of its ends is not."""
    verbs = graph.model.metamodel.relationship_types
    for one in graph.own_relationships:
        if not one.valid.first_text and not one.valid.last_text:
            continue
        life = graph.model.life(one)
        starts_early = bool(one.valid.first_text) and one.valid.first < life.first
        ends_late = bool(one.valid.last_text) and one.valid.last > life.last
        if life.first <= life.last and (starts_early or ends_late):
            verb, own, lives = verbs[one.type].verb, one.valid.in_words(), life.in_words()
            yield problem(one, "valid", source=one.source, target=one.target, verb=verb, own=own, life=lives)


# Relationship type -> whether its target leans on its source (a service's user on the service), else the other way.
_LEANS_ON_SOURCE = {"serving": True, "realization": True, "access": False}


@rule(
    "TIM003",
    "dependency-ends-first",
    "warning",
    message="`{provider}` ends {last}, but `{dependent}`, which depends on it ({verb}), lives on and nothing takes its "
    "place.",
    hint="Name who takes over (`replaced-by`, or another relationship), or end the relationship itself with `valid`.",
    scope="model",
    judges_absence=True,
    bad="""\
elements:
  old-portal:
    type: application-service
    name: Old portal
    documentation: Gone.
    valid: {to: 2016}
    serves: citizen  # warning: TIM003
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
    good="""\
elements:
  old-portal:
    type: application-service
    name: Old portal
    documentation: Gone.
    valid: {to: 2016}
    replaced-by: portal
    serves: citizen
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    valid: {from: 2017}
    serves: citizen
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
)
def dependency_ends_first(graph: Graph) -> Iterator[Problem]:
    """Something that others depend on ends, they live on, and nothing takes its place."""
    verbs = graph.model.metamodel.relationship_types
    for one in graph.own_relationships:
        leans_on_source = _LEANS_ON_SOURCE.get(one.type)
        if leans_on_source is None or one.valid.last != LATEST:
            continue
        ends = (one.source, one.target) if leans_on_source else (one.target, one.source)
        provider, dependent = graph.elements.get(ends[0]), graph.elements.get(ends[1])
        if provider is None or dependent is None or provider.valid.last >= dependent.valid.last:
            continue
        if provider.replaced_by or _has_other_provider(graph, one, dependent.id, provider.valid.last):
            continue
        if not provider.valid.meets(dependent.valid):  # it never lives at all, which is a defect of its own
            continue
        if not graph.model.unsure.isdisjoint((one.id, provider.id, dependent.id)):
            continue
        last = provider.valid.last_text
        verb = verbs[one.type].verb
        yield problem(one, provider=provider.id, dependent=dependent.id, last=last, verb=verb)


def _has_other_provider(graph: Graph, one: Relationship, dependent: str, last: int) -> bool:
    """Whether another relationship of the type carries the dependent on after ``last``."""
    others = graph.to(dependent, one.type) if _LEANS_ON_SOURCE[one.type] else graph.from_(dependent, one.type)
    return any(other.id != one.id and graph.model.life(other).last > last for other in others)


@rule(
    "TIM004",
    "successor-starts-late",
    "warning",
    message="`{id}` ends {last} and is replaced by `{successor}`, which starts only {first}.",
    hint="Correct one of the two dates; the day after the end is in time.",
    scope="model",
    bad="""\
elements:
  old-office:
    type: business-actor
    name: Old office
    documentation: Gone.
    valid: {to: 2025-02-28}
    replaced-by: new-office  # warning: TIM004
  new-office: {type: business-actor, name: New office, documentation: Came., valid: {from: 2025-07-01}}
""",
    good="""\
elements:
  old-office:
    type: business-actor
    name: Old office
    documentation: Gone.
    valid: {to: 2025-02-28}
    replaced-by: new-office
  new-office: {type: business-actor, name: New office, documentation: Came., valid: {from: 2025-03-01}}
""",
)
def successor_starts_late(graph: Graph) -> Iterator[Problem]:
    """An element ends before its successor starts, so that for some days there is neither."""
    for element in graph.own_elements:
        for index, id_ in enumerate(element.replaced_by):
            successor = graph.elements.get(id_)
            if successor is not None and successor.valid.first > next_day(element.valid.last):
                yield problem(
                    element,
                    "replaced-by",
                    index,
                    id=element.id,
                    successor=id_,
                    last=element.valid.last_text,
                    first=successor.valid.first_text,
                )


@rule(
    "TIM005",
    "replaced-but-never-ends",
    "warning",
    message="`{id}` is replaced by others, but does not say when it ends.",
    hint="Add `valid: {{to: DATE}}`.",
    scope="model",
    bad="""\
elements:
  old-office:
    type: business-actor
    name: Old office
    documentation: Gone.
    replaced-by: new-office  # warning: TIM005
    associated-with: new-office
  new-office: {type: business-actor, name: New office, documentation: Came.}
""",
    good="""\
elements:
  old-office:
    type: business-actor
    name: Old office
    documentation: Gone.
    valid: {to: 2030}
    replaced-by: new-office
    associated-with: new-office
  new-office: {type: business-actor, name: New office, documentation: Came.}
""",
)
def replaced_but_never_ends(graph: Graph) -> Iterator[Problem]:
    """An element has successors but no end."""
    for element in graph.own_elements:
        if element.replaced_by and element.valid.last == LATEST and element.id not in graph.model.unsure:
            yield problem(element, "replaced-by", id=element.id)


RULES = (
    relationship_never_lives,
    relationship_outlives_its_ends,
    dependency_ends_first,
    successor_starts_late,
    replaced_but_never_ends,
)
