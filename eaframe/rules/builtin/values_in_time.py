"""Rules on values in time: promises that are due, and elements that values name when there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings.message import say
from eaframe.findings.suggest import either
from eaframe.metamodel.values import History, Unknown, Value
from eaframe.rules.rule import Problem, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.findings import Message
    from eaframe.graph import Graph
    from eaframe.metamodel.kinds import Attribute
    from eaframe.metamodel.period import Period
    from eaframe.model.elements import Element, Relationship


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
    for subject, key, _, unknown in _all_unknowns(graph):
        if unknown.until < today:
            yield problem(subject, key, id=subject.id, key=key, by=unknown.by, until=unknown.until_text)


_Steps = tuple["str | int", ...]
_OPEN = frozenset({Unknown, History, tuple})


def _all_unknowns(graph: Graph) -> Iterator[tuple[Element | Relationship, str, _Steps, Unknown]]:
    """What is not known yet of anything that is the workspace's own: of what, its key, where below it ``by`` stands."""
    subjects: tuple[Element | Relationship, ...] = (*graph.own_elements, *graph.own_relationships)
    for subject in subjects:
        values: Mapping[str, Value] = subject.attributes
        if subject.name.__class__ in _OPEN or subject.documentation.__class__ in _OPEN:
            values = {**values, "name": subject.name, "documentation": subject.documentation}
        for key, value in values.items():
            if value.__class__ in _OPEN:
                yield from ((subject, key, path, unknown) for path, unknown in _unknowns(value))


def _unknowns(value: Value, path: _Steps = ()) -> Iterator[tuple[_Steps, Unknown]]:
    if isinstance(value, Unknown):
        yield (*path, "unknown", "by"), value
    elif isinstance(value, History):
        for index, dated in enumerate(value.values):
            yield from _unknowns(dated.value, (*path, index, "value"))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _unknowns(item, (*path, index))


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
def reference_outside_life(graph: Graph, *, today: int) -> Iterator[Problem]:
    """An owner, or another element that an attribute names, does not exist in all of the time it is named for.

    Or the unit that is to find out what is not known yet does not exist any more.
    """
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
                    yield problem(
                        element,
                        key,
                        *path,
                        hint=_successors(other, key),
                        id=element.id,
                        key=key,
                        target=target,
                        period=named,
                        life=life,
                    )
    yield from _nobody_finds_out(graph, today)


def _successors(ended: Element, key: str) -> Message | None:
    """Who took over from what no longer exists, and how a value that changed is written; None where nobody knows."""
    if not ended.replaced_by or not ended.valid.last_text:
        return None
    return say(
        "`{target}` was replaced by {successors}; say since when: "
        "{key}: [{{value: {target}, valid: {{to: {last}}}}}, {{value: …, valid: {{from: …}}}}].",
        target=ended.id,
        successors=either(ended.replaced_by),
        key=key,
        last=ended.valid.last_text,
    )


def _nobody_finds_out(graph: Graph, today: int) -> Iterator[Problem]:
    """Unknown values that a unit is to find out which no longer exists."""
    for subject, key, path, unknown in _all_unknowns(graph):
        by = graph.elements.get(unknown.by)
        if by is None or by.valid.last >= today or subject.id in graph.model.unsure:
            continue
        hint = say("Name the unit that finds it out now.")
        if by.replaced_by:
            successors = either(by.replaced_by)
            hint = say("`{target}` was replaced by {successors}: name that unit.", target=by.id, successors=successors)
        message = say(
            "`{key}` of `{id}` is to be found out by `{target}`, but `{target}` exists {life}.",
            key=key,
            id=subject.id,
            target=by.id,
            life=by.valid.in_words(),
        )
        yield problem(subject, key, *path, message=message, hint=hint, key=key)


_NO_ATTRIBUTES: Mapping[str, Attribute] = {}


def _targets(value: Value, life: Period) -> Iterator[tuple[str, Period, tuple[str | int, ...]]]:
    if isinstance(value, str):
        yield value, life, ()
    elif isinstance(value, History):
        for index, dated in enumerate(value.values):
            period = dated.valid.meeting(life)
            if isinstance(dated.value, str) and period.first <= period.last:
                yield dated.value, period, (index, "value")


RULES = (overdue_unknown, reference_outside_life)
