"""Rules on completeness: what every architect would miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Note
from eaframe.findings.message import say
from eaframe.metamodel.values import History
from eaframe.model.fold import fold_name, skeleton
from eaframe.rules.rule import Problem, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eaframe.graph import Graph
    from eaframe.metamodel.period import Period
    from eaframe.model.elements import Element


@rule(
    "CPL003",
    "orphan-element",
    "warning",
    message="`{id}` has no relationship to any other element.",
    hint="Say what it does for which other element, or remove it.",
    basis="Nghị định 224/2026/NĐ-CP Đ.23.3a",
    judges_absence=True,
    bad="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent., serves: citizen}
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
  office: {type: business-actor, name: City office, documentation: Runs something.}  # warning: CPL003
""",
    good="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent., serves: citizen}
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
)
def orphan_element(graph: Graph) -> Iterator[Problem]:
    """An element stands alone. In a model of one element it has no choice, so nothing is said there."""
    if len(graph.elements) > 1:
        outgoing, incoming, unsure = graph.outgoing, graph.incoming, graph.model.unsure
        for element in graph.own_elements:
            if element.id not in outgoing and element.id not in incoming and element.id not in unsure:
                yield problem(element, id=element.id)


@rule(
    "CPL004",
    "same-name-and-type",
    "warning",
    message="`{id}` has the same name and type as `{other}`: {name}.",
    hint="If they are one thing merge them; if not, tell them apart by name.",
    scope="model",
    bad="""\
elements:
  hoa-binh: {type: goal, name: Hòa bình, documentation: Peace., influences: hoa-binh-2}
  hoa-binh-2: {type: goal, name: Hoà Bình, documentation: Peace again.}  # warning: CPL004
""",
    good="""\
elements:
  hoa-binh: {type: goal, name: Hòa bình, documentation: Peace., influences: tu-do}
  tu-do: {type: goal, name: Tự do, documentation: Freedom.}
""",
)
def same_name_and_type(graph: Graph) -> Iterator[Problem]:
    """Two elements of one type have the same name at the same time, but for case or the place of a tone mark."""
    alike: dict[tuple[str, str], list[Element]] = {}
    for element in graph.own_elements:
        if element.type != "junction" and element.id not in graph.model.unsure:  # its type or time may be wrong
            for text in {skeleton(text) for text, _ in _names(graph, element)}:
                alike.setdefault((graph.model.type_name(element), text), []).append(element)
    for elements in alike.values():
        if len(elements) > 1:
            yield from _same_names(graph, elements)


def _same_names(graph: Graph, elements: Iterable[Element]) -> Iterator[Problem]:
    """Of elements whose names look alike, those that are the same at the same time."""
    seen: dict[str, list[tuple[Element, Period]]] = {}
    for element in elements:
        names = [(text, fold_name(text), period) for text, period in _names(graph, element)]
        first = next(
            (
                (text, other)
                for text, folded, period in names
                for other, other_period in seen.get(folded, ())
                if period.meets(other_period)
            ),
            None,
        )
        if first is not None:
            # Of many with one name each is reported once, beside the first: all pairs would be a million lines.
            text, other = first
            notes = [Note(say("the other one"), other.place())]
            yield problem(
                element, "name", id=element.id, other=other.id, name=text, notes=notes, discriminator=other.id
            )
        for _, folded, period in names:
            seen.setdefault(folded, []).append((element, period))


def _names(graph: Graph, element: Element) -> Iterator[tuple[str, Period]]:
    """The names that an element has had, in the first language, and when."""
    label = graph.model.label
    if isinstance(element.name, History):
        names = [(label(dated.value), dated.valid.meeting(element.valid)) for dated in element.name.values]
    else:
        names = [(label(element.name), element.valid)]
    return (pair for pair in names if pair[0])


RULES = (orphan_element, same_name_and_type)
