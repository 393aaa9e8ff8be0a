"""What a view hides inside of other things: parts of what is collapsed, and boxes deeper than its levels."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.graph.select import predicate
from eaframe.metamodel.vocabulary import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from eaframe.graph import Graph
    from eaframe.graph.selector import Selector
    from eaframe.model.elements import Element


@dataclass(frozen=True, slots=True)
class Collapsed:
    """The elements that stay, and for each hidden part what stands for it."""

    elements: Mapping[str, Element]
    into: Mapping[str, str]

    @property
    def hidden(self) -> Mapping[str, int]:
        """How many parts each element hides."""
        return Counter(self.into.values())


def collapse(
    graph: Graph,
    elements: Mapping[str, Element],
    closing: Sequence[Selector],
    levels: int | None,
    is_out: Callable[[Element], bool],
) -> Collapsed:
    """Hide the parts, at any depth, of whatever ``closing`` selects, and all that stands deeper than ``levels``.

    Parts need not be shown themselves, but what ``is_out`` is as if it were not there. A part that also belongs to
    something shown as a whole stays: it is not only inside what is collapsed. What is in itself, over whatever others,
    is not hidden.
    """
    tests = [predicate(graph, selector) for selector in closing]
    closed = {id_ for id_, one in elements.items() if any(test(one) is True for test in tests)}
    depths = _depths(graph, elements) if tests or levels is not None else {}
    if levels is not None:
        closed |= {id_ for id_, depth in depths.items() if depth >= levels}
    into: dict[str, str] = {}
    for whole in sorted(closed, key=lambda id_: (depths[id_], id_)):
        if whole in into:
            continue
        open_ = [whole]
        while open_:
            for one in graph.from_(open_.pop(), *PARTS):
                part = one.target
                if part == whole or part in into or part not in graph.elements or is_out(graph.elements[part]):
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
    wholes = {one.source for one in graph.to(part, *PARTS)} & elements.keys()
    return part in elements and any(whole not in closed and whole not in into for whole in wholes)


def _depths(graph: Graph, elements: Mapping[str, Element]) -> dict[str, int]:
    """How deep each element stands among these, 1 for what is in nothing; in a circle the first is."""
    parts = {id_: [one.target for one in graph.from_(id_, *PARTS) if one.target in elements] for id_ in elements}
    inside = {part for whole, found in parts.items() for part in found if part != whole}
    depths: dict[str, int] = {}
    for root in (*(id_ for id_ in elements if id_ not in inside), *elements):
        edge = [root] if root not in depths else []
        depth = 1
        while edge:
            depths |= dict.fromkeys(edge, depth)
            edge = [part for part in dict.fromkeys(part for id_ in edge for part in parts[id_]) if part not in depths]
            depth += 1
    return depths
