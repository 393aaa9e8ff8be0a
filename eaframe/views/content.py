"""What a view of boxes holds: which elements and lines, what stands in what, in which groups and colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.graph.hops import steps
from eaframe.metamodel.vocabulary import JUNCTION
from eaframe.views.collapse import collapse
from eaframe.views.colours import colour
from eaframe.views.derived import derived_lines
from eaframe.views.groups import group
from eaframe.views.limit import keep
from eaframe.views.lines import lines_between, wanted
from eaframe.views.nesting import nest, nest_all
from eaframe.views.nodes import edge, node
from eaframe.views.selection import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from eaframe.graph import Graph
    from eaframe.model.elements import Element, Relationship
    from eaframe.views.definition import ViewDefinition
    from eaframe.views.lines import Line
    from eaframe.views.texts import Texts
    from eaframe.views.view import Timeline, ViewEdge, ViewGroup, ViewNode, ViewScale, ViewTable

NESTED: Final = ("composed-of", "aggregates")  # where neither view nor viewpoint says anything
DEEPEST_MAP: Final = 9  # boxes in boxes, where a map does not say otherwise


@dataclass(frozen=True, slots=True)
class Content:
    """What a view shows besides its title and origin. ``notes`` say what was left out."""

    nodes: tuple[ViewNode, ...] = ()
    edges: tuple[ViewEdge, ...] = ()
    groups: tuple[ViewGroup, ...] = ()
    nested: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    scale: ViewScale | None = None
    table: ViewTable | None = None
    timeline: Timeline | None = None


def boxes(texts: Texts, definition: ViewDefinition, elements: Mapping[str, Element]) -> Content:
    """Boxes and lines; in a map boxes alone."""
    graph, look = texts.graph, definition.look
    is_map = definition.viewpoint.shape.layout == "map"
    if is_map:
        elements = {id_: one for id_, one in elements.items() if one.type != JUNCTION}  # it joins lines, and has none
    out = any_of(graph, definition.exclude)
    levels = look.levels or (DEEPEST_MAP if is_map else None)
    collapsed = collapse(graph, elements, look.collapse or (), levels, lambda one: out(one) is True)
    verbs = graph.model.metamodel.verbs
    nested = frozenset(verbs[verb][0].name for verb in (NESTED if look.nest is None else look.nest))
    names = look.relationships
    is_wanted, is_wanted_type = wanted(graph.model, names), _types(texts, names)
    all_lines = lines_between(
        graph, collapsed.elements, collapsed.into, lambda one: one.type in nested or is_wanted(one)
    )
    centre = definition.scope.id if definition.scope else ""
    ends = [end for line in all_lines for end in (line.source, line.target)]
    shown = keep(graph, collapsed.elements, look.limit, centre, ends)
    lines = [line for line in all_lines if line.source in shown and line.target in shown]
    if look.derive:
        lines = sorted([*lines, *derived_lines(graph, shown, lines, is_wanted_type)],
                       key=lambda line: line.id)  # fmt: skip
    grouping = group(texts, shown, lines, look.group_by or ("none" if is_map else "layer"))
    inside = (nest_all if is_map else nest)([line for line in lines if line.relationship], nested, grouping.of)
    drawn = [line for line in lines if line.id not in inside.shown and _is_drawn(graph, line, is_wanted)]
    colours, scale = colour(texts, shown, look.colour_by) if look.colour_by else ({}, None)
    order = sorted(shown, key=grouping.sort_key())
    hidden_parts = collapsed.hidden
    return Content(
        nodes=tuple(
            node(texts, shown[id_], inside.parents.get(id_, ""), colours.get(id_, ""), hidden_parts.get(id_, 0))
            for id_ in order
        ),
        edges=() if is_map else tuple(edge(texts, line) for line in drawn),
        groups=grouping.made_of(order),
        nested=tuple(sorted(inside.shown)),
        notes=limited(texts, look.limit, len(collapsed.elements) - len(shown), "elements"),
        scale=scale,
    )


def _is_drawn(graph: Graph, line: Line, is_wanted: Callable[[Relationship], bool]) -> bool:
    """Whether a line that is no box in box is among those that the view draws; derived ones were asked for by type."""
    if line.origin == "derived":
        return True
    behind = line.stands_for or (line.id,)
    return any(is_wanted(graph.relationships[id_]) for id_ in behind)


def limited(texts: Texts, most: int | None, number: int, what: str) -> tuple[str, ...]:
    """The note that so many are left out; none where none is."""
    return (texts.word("limited", most=most, number=number, what=texts.word(what)),) if number else ()


def _types(texts: Texts, names: Sequence[str] | None) -> Callable[[str], bool]:
    """Whether a type of relationships is among these verbs and kinds; with None every one is."""
    if not names:
        return lambda _: names is None
    way = steps(texts.graph.model, names)
    types = way.forward | way.backward
    return types.__contains__
