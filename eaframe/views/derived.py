"""Derived relationships: what follows, along chains through elements that a view does not show (ArchiMate 3.2, B.2).

Only the valid rules are used, which hold in every model; nothing is drawn that the modeller might not mean.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.derivation import load_derivations
from eaframe.metamodel.vocabulary import JUNCTION
from eaframe.views.lines import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from eaframe.graph import Graph
    from eaframe.metamodel.derivation import Step
    from eaframe.model.elements import Relationship

_LONGEST: Final = 6  # relationships: a longer chain says little of its ends
_SAYS_NOTHING: Final = "association"  # holds between any two, so that it follows for nearly all

_State = tuple[str, "Step"]


def derived_lines(
    graph: Graph, shown: Collection[str], lines: Iterable[Line], is_wanted: Callable[[str], bool] = lambda _: True
) -> list[Line]:
    """For each pair of shown elements the strongest relationship that follows through hidden ones, by a shortest chain.

    None for a pair that a line as strong or stronger joins already. ``is_wanted`` tells which types to draw.
    """
    types = graph.model.metamodel.relationship_types
    order = {name: index for index, name in enumerate(types)}
    there: dict[tuple[str, str], int] = {}
    for line in lines:
        ends = line.source, line.target
        there[ends] = min(order[line.type], there.get(ends, len(order)))
    found: dict[tuple[str, str], tuple[int, int, str, tuple[str, ...]]] = {}
    for start in shown:
        for type_, end, chain in _chains(graph, start, shown):
            if type_ == _SAYS_NOTHING or not is_wanted(type_) or there.get((start, end), len(order)) <= order[type_]:
                continue
            offer = (order[type_], len(chain), type_, chain)
            if (start, end) not in found or offer < found[start, end]:
                found[start, end] = offer
    return [
        Line(f"{source}--derived-{type_}--{target}", type_, source, target, None, "derived", chain)
        for (source, target), (_, _, type_, chain) in sorted(found.items())
    ]


def _chains(graph: Graph, start: str, shown: Collection[str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What follows from one element through hidden ones: a relationship type, where it leads, along which chain."""
    model = graph.model
    derivations = load_derivations(model.metamodel.version)
    elements, table = graph.elements, model.metamodel
    first = elements[start].type
    if first == JUNCTION:
        return
    waiting: deque[tuple[_State, tuple[str, ...]]] = deque()
    seen: set[_State] = set()
    for one, end, step in _steps(graph, start):
        if end not in shown and (end, step) not in seen:
            seen.add((end, step))
            waiting.append(((end, step), (one.id,)))
    while waiting:
        (middle, so_far), chain = waiting.popleft()
        if len(chain) == _LONGEST:
            continue
        for one, end, step in _steps(graph, middle):
            said = derivations.conclude(so_far, step)
            if said is None or not said.valid or end == start or one.id in chain:
                continue
            between, last = elements[middle].type, elements[end].type
            if said.through not in ("", between) or not derivations.allows(first, between, last, said.relationship):
                continue
            if not table.permission(first, said.relationship, last):
                continue
            longer = (*chain, one.id)
            state = (end, (said.relationship, True))
            if end in shown:
                yield said.relationship, end, longer
            elif state not in seen:
                seen.add(state)
                waiting.append((state, longer))


def _steps(graph: Graph, id_: str) -> Iterator[tuple[Relationship, str, Step]]:
    """The relationships of an element to others that can be a middle, walked along or against."""
    for one in graph.from_(id_):
        if _is_middle(graph, one.target):
            yield one, one.target, (one.type, True)
    for one in graph.to(id_):
        if _is_middle(graph, one.source):
            yield one, one.source, (one.type, False)


def _is_middle(graph: Graph, id_: str) -> bool:
    element = graph.elements.get(id_)
    return element is not None and element.type != JUNCTION and element.type in graph.model.metamodel.element_types
