"""Rules on time: lives that meet, ends that leave nobody behind, promises that are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Note
from eaframe.findings.message import say
from eaframe.metamodel.period import ALWAYS, LATEST, Period, next_day
from eaframe.metamodel.values import History, Unknown, Value
from eaframe.rules.rule import Problem, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.graph import Graph
    from eaframe.metamodel.kinds import Attribute
    from eaframe.model.elements import Element, Relationship


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


@rule(
    "TIM006",
    "overdue-unknown",
    "warning",
    message="`{key}` of `{id}` is still unknown; `{by}` was to find it out until {until}.",
    hint="Give the value, or agree on another date.",
    basis="Hướng dẫn Khung kiến trúc số (dự thảo 13/9/2026) A.III.3",
    scope="model",
    bad="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    owner: {unknown: {by: office, until: 2020-01-31}}  # warning: TIM006
    serves: office
  office: {type: business-actor, name: City office, documentation: Runs the portal.}
""",
    good="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    owner: office
    serves: office
  office: {type: business-actor, name: City office, documentation: Runs the portal.}
""",
)
def overdue_unknown(graph: Graph, *, today: int) -> Iterator[Problem]:
    """Something was to be found out by a day that has passed."""
    subjects: tuple[Element | Relationship, ...] = (*graph.own_elements, *graph.own_relationships)
    for subject in subjects:
        values: Mapping[str, Value] = subject.attributes
        if subject.name.__class__ in _OPEN or subject.documentation.__class__ in _OPEN:
            values = {**values, "name": subject.name, "documentation": subject.documentation}
        for key, value in values.items():
            if value.__class__ in _OPEN:
                for unknown in _unknowns(value):
                    if unknown.until < today:
                        yield problem(subject, key, id=subject.id, key=key, by=unknown.by, until=unknown.until_text)


_OPEN = frozenset({Unknown, History, tuple})


def _unknowns(value: Value) -> Iterator[Unknown]:
    if isinstance(value, Unknown):
        yield value
    elif isinstance(value, History):
        for dated in value.values:
            yield from _unknowns(dated.value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _unknowns(item)


@rule(
    "TIM007",
    "reference-outside-life",
    "warning",
    message="`{key}` of `{id}` is `{target}` {period}, but `{target}` exists {life}.",
    hint="Say who took over and when: {key}: [{{value: …, valid: {{to: …}}}}, {{value: …, valid: {{from: …}}}}].",
    basis="Hướng dẫn Khung kiến trúc số (dự thảo 13/9/2026) A.VII.2.c",
    scope="model",
    tags=("ORG-03",),
    bad="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    owner: office  # warning: TIM007
    serves: citizen
  citizen: {type: business-actor, name: Citizen, documentation: All.}
  office: {type: business-actor, name: City office, documentation: Merged., valid: {to: 2025}, replaced-by: citizen}
""",
    good="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where dossiers are sent.
    owner:
      - {value: office, valid: {to: 2025}}
      - {value: citizen, valid: {from: 2026}}
    serves: citizen
  citizen: {type: business-actor, name: Citizen, documentation: All.}
  office: {type: business-actor, name: City office, documentation: Merged., valid: {to: 2025}, replaced-by: citizen}
""",
)
def reference_outside_life(graph: Graph) -> Iterator[Problem]:
    """An owner, or another element that an attribute names, does not exist in all of the time it is named for."""
    kinds = graph.model.kinds
    for element in graph.own_elements:
        if element.id in graph.model.unsure:  # its validity may be what is wrong
            continue
        declared = kinds[element.kind].attributes if element.kind else _NO_ATTRIBUTES
        for key, value in element.attributes.items():
            if key != "owner" and (key not in declared or declared[key].type != "reference"):
                continue
            for target, period, path in _targets(value, element.valid):
                other = graph.elements.get(target)
                if other is not None and not period.within(other.valid):
                    named, life = period.in_words(), other.valid.in_words()
                    yield problem(element, key, *path, id=element.id, key=key, target=target, period=named, life=life)


_NO_ATTRIBUTES: Mapping[str, Attribute] = {}


def _targets(value: Value, life: Period) -> Iterator[tuple[str, Period, tuple[str | int, ...]]]:
    if isinstance(value, str):
        yield value, life, ()
    elif isinstance(value, History):
        for index, dated in enumerate(value.values):
            period = dated.valid.meeting(life)
            if isinstance(dated.value, str) and period.first <= period.last:
                yield dated.value, period, (index, "value")


RULES = (
    relationship_never_lives,
    relationship_outlives_its_ends,
    dependency_ends_first,
    successor_starts_late,
    replaced_but_never_ends,
    overdue_unknown,
    reference_outside_life,
)
