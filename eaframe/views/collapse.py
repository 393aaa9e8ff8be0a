"""What a view hides inside of other things: parts of what is collapsed, and boxes deeper than its levels."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.graph.select import predicate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.graph import Graph
    from eaframe.model.elements import Element
    from eaframe.views.presentation import Presentation

_PARTS: Final = ("composition", "aggregation")


@dataclass(frozen=True, slots=True)
class Collapsed:
    """The elements that stay, and for each hidden part what stands for it."""

    elements: Mapping[str, Element]
    into: Mapping[str, str]

    @property
    def hidden(self) -> Mapping[str, int]:
        """How many parts each element hides."""
        return Counter(self.into.values())


def collapse(graph: Graph, elements: Mapping[str, Element], look: Presentation) -> Collapsed:
    """Hide the parts, at any depth, of whatever ``collapse`` selects, and all that stands deeper than ``levels``.

    A part that also belongs to something shown as a whole stays: it is not only inside what is collapsed. What is in
    itself, over whatever others, is not hidden.
    """
    tests = [predicate(graph, selector) for selector in look.collapse or ()]
    closed = {id_ for id_, one in elements.items() if any(test(one) is True for test in tests)}
    if look.levels is not None:
        closed |= {id_ for id_ in elements if _depth(graph, elements, id_) >= look.levels}
    into: dict[str, str] = {}
    for whole in sorted(closed, key=lambda id_: (_depth(graph, elements, id_), id_)):
        if whole in into:
            continue
        open_ = [whole]
        while open_:
            for one in graph.from_(open_.pop(), *_PARTS):
                part = one.target
                if part == whole or part in into or part not in graph.elements:
                    continue
                if _is_elsewhere(graph, elements, part, closed, into):
                    continue
                into[part] = whole
                open_.append(part)
    return Collapsed({id_: one for id_, one in elements.items() if id_ not in into}, into)


def _is_elsewhere(
    graph: Graph, elements: Mapping[str, Element], part: str, closed: set[str], into: Mapping[str, str]
) -> bool:
    """Whether a shown part has another whole that is shown open."""
    wholes = {one.source for one in graph.to(part, *_PARTS)} & elements.keys()
    return part in elements and any(whole not in closed and whole not in into for whole in wholes)


def _depth(graph: Graph, elements: Mapping[str, Element], id_: str) -> int:
    """How deep an element stands among the elements of the view, 1 for what is in nothing."""
    seen = {id_}
    level, edge = 1, {id_}
    while True:
        edge = {one.source for inner in edge for one in graph.to(inner, *_PARTS) if one.source in elements} - seen
        if not edge:
            return level
        seen |= edge
        level += 1
