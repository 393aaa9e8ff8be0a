"""Rules on views: what is drawn, and what nobody will ever see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.rules.rule import Problem, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eaframe.graph import Graph
    from eaframe.rules.run import ShownView

_DRAWN: Final = ("layered", "map")  # the layouts with a box for each element


@rule(
    "VEW011",
    "empty-view",
    "info",
    message="The view `{id}` shows nothing.",
    hint="Widen `include` or `scope`, or remove the view.",
    judges_absence=True,
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals: {name: Goals, include: [{layer: motivation}]}
  systems: {name: Systems, include: [{type: application-component}]}  # info: VEW011
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals: {name: Goals, include: [{layer: motivation}]}
""",
)
def empty_view(graph: Graph, *, views: Sequence[ShownView]) -> Iterator[Problem]:
    """A view shows no element as of the day."""
    del graph
    for view in views:
        if not view.selection.elements and not view.selection.refused:
            yield problem(view.definition, id=view.definition.id)


@rule(
    "VEW012",
    "element-not-of-viewpoint",
    "warning",
    message="The view `{view}` asks for `{id}` of type {type}, which its viewpoint `{viewpoint}` does not show.",
    hint="Choose another viewpoint, or select fewer elements.",
    basis="ArchiMate 3.2, Appendix C",
    bad="""\
viewpoints:
  of-goals: {name: Goals only, types: [goal]}
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., associated-with: citizen}
  citizen: {type: stakeholder, name: Citizen, documentation: Whoever lives in the city.}
views:
  all: {name: All, include: [{layer: motivation}]}
  goals: {name: Goals, viewpoint: of-goals, include: [{layer: motivation}]}  # warning: VEW012
""",
    good="""\
viewpoints:
  of-goals: {name: Goals only, types: [goal]}
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., associated-with: citizen}
  citizen: {type: stakeholder, name: Citizen, documentation: Whoever lives in the city.}
views:
  all: {name: All, include: [{layer: motivation}]}
  goals: {name: Goals, viewpoint: of-goals, include: [{type: goal}]}
""",
)
def element_not_of_viewpoint(graph: Graph, *, views: Sequence[ShownView]) -> Iterator[Problem]:
    """A view selects an element of a type that its viewpoint does not show; it is left out of the picture."""
    for view in views:
        definition = view.definition
        for id_ in view.selection.refused:
            yield problem(
                definition,
                "include",
                view=definition.id,
                id=id_,
                type=graph.model.type_name(graph.elements[id_]),
                viewpoint=definition.viewpoint.id,
                discriminator=id_,
            )


@rule(
    "VEW013",
    "element-in-no-view",
    "warning",
    message="`{id}` is in no view.",
    hint="Include it in a view, or remove it if nobody needs to see it.",
    judges_absence=True,
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., associated-with: citizen}
  citizen: {type: stakeholder, name: Citizen, documentation: Whoever lives in the city.}  # warning: VEW013
views:
  goals: {name: Goals, include: [{type: goal}]}
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., associated-with: citizen}
  citizen: {type: stakeholder, name: Citizen, documentation: Whoever lives in the city.}
views:
  goals: {name: Goals, include: [{layer: motivation}]}
""",
)
def element_in_no_view(graph: Graph, *, views: Sequence[ShownView]) -> Iterator[Problem]:
    """An element is drawn in none of the views; lists and matrices draw none. Without any view none is asked for."""
    drawn = [view for view in views if view.definition.viewpoint.shape.layout in _DRAWN]
    if drawn:
        shown = {id_ for view in drawn for id_ in view.selection.elements}
        for element in graph.own_elements:
            if element.id not in shown and element.type != "junction":
                yield problem(element, id=element.id)


@rule(
    "VEW014",
    "relationship-in-no-view",
    "info",
    message="No view shows both ends of the relationship `{source}` {verb} `{target}`.",
    hint="Include both ends in a view, or leave it if the picture would only be fuller.",
    judges_absence=True,
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    associated-with: citizen  # info: VEW014
  citizen: {type: stakeholder, name: Citizen, documentation: Whoever lives in the city.}
views:
  goals: {name: Goals, include: [{type: goal}]}
  people: {name: People, include: [{type: stakeholder}]}
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., associated-with: citizen}
  citizen: {type: stakeholder, name: Citizen, documentation: Whoever lives in the city.}
views:
  goals: {name: Goals, include: [{layer: motivation}]}
""",
)
def relationship_in_no_view(graph: Graph, *, views: Sequence[ShownView]) -> Iterator[Problem]:
    """The ends of a relationship are in views, but never in the same one, so that no picture shows it."""
    # One bit a view: two ends have a view in common where their bits meet.
    bits: dict[str, int] = {}
    with_lines = [view for view in views if view.definition.viewpoint.shape.layout == "layered"]
    for number, view in enumerate(with_lines):
        for id_ in view.selection.elements:
            bits[id_] = bits.get(id_, 0) | 1 << number
    for one in graph.own_relationships:
        source, target = bits.get(one.source, 0), bits.get(one.target, 0)
        if source and target and not source & target:
            verb = graph.model.metamodel.relationship_types[one.type].verb
            yield problem(one, source=one.source, target=one.target, verb=verb)


RULES = (empty_view, element_not_of_viewpoint, element_in_no_view, relationship_in_no_view)
