"""Which elements a view shows: all that the rules need to know of a view, without working out the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.graph.select import predicate
from eaframe.graph.verdicts import disjunction
from eaframe.views.viewpoint import ALWAYS_ALLOWED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eaframe.graph import Graph
    from eaframe.graph.selector import Selectors
    from eaframe.graph.verdicts import Verdict
    from eaframe.model.elements import Element
    from eaframe.views.definition import ViewDefinition


@dataclass(frozen=True, slots=True)
class Selection:
    """The elements to show by id, and the ids of those that were asked for but that the viewpoint does not allow."""

    elements: Mapping[str, Element]
    refused: tuple[str, ...]


def select_elements(graph: Graph, definition: ViewDefinition) -> Selection:
    """Elements in the view's scope that any of ``include`` matches and none of ``exclude``, in the order of ids.

    What a library brings is shown where scope or include ask for it: a framework has more elements than many a model.
    """
    model, scope = graph.model, definition.scope
    within = graph.elements if scope is None else graph.around([scope.id], scope.depth)
    wanted = any_of(graph, definition.include)
    unwanted = any_of(graph, definition.exclude)
    own_only = scope is None and not definition.include
    shown: dict[str, Element] = {}
    refused = []
    for id_ in within:
        element = graph.elements[id_]
        if own_only and not element.is_own:
            continue
        if element.type not in model.metamodel.element_types:
            continue  # a finding elsewhere
        if (definition.include and wanted(element) is not True) or unwanted(element) is True:
            continue
        if definition.viewpoint.allows(model.lineage(element)):
            shown[id_] = element
        elif definition.include:
            refused.append(id_)
    if definition.viewpoint.shape.types and not definition.include:
        shown = _joined(graph, shown)
    return Selection(shown, tuple(refused))


def _joined(graph: Graph, shown: dict[str, Element]) -> dict[str, Element]:
    """Without what belongs to every viewpoint, junctions and groupings, where nothing that is shown has to do with it.

    A junction may join others of its kind, so they are taken as long as that leads on.
    """
    found = {id_: one for id_, one in shown.items() if one.type not in ALWAYS_ALLOWED}
    waiting = shown.keys() - found.keys()
    while near := {id_ for id_ in waiting if not found.keys().isdisjoint(graph.neighbours(id_))}:
        found |= {id_: shown[id_] for id_ in near}
        waiting -= near
    return {id_: one for id_, one in shown.items() if id_ in found}


def any_of(graph: Graph, selectors: Selectors) -> Callable[[Element], Verdict]:
    """Whether any of the selectors matches an element."""
    tests = [predicate(graph, selector) for selector in selectors]
    return lambda element: disjunction(test(element) for test in tests)
