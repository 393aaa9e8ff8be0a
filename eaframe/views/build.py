"""Graph and definition -> view: the part of the graph that one picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.metamodel.period import day_text
from eaframe.views.content import Content, boxes
from eaframe.views.gap import gap_matrix
from eaframe.views.listing import listing
from eaframe.views.matrix import matrix
from eaframe.views.presentation import GAP
from eaframe.views.selection import select_elements
from eaframe.views.texts import Texts
from eaframe.views.timeline import roadmap
from eaframe.views.view import View, ViewOrigin, with_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.graph import Graph
    from eaframe.model.elements import Element
    from eaframe.views.definition import ViewDefinition
    from eaframe.views.selection import Selection


def build_view(graph: Graph, definition: ViewDefinition, language: str = "", day: int | None = None) -> View:
    """The view of ``graph`` in ``language`` (default: the workspace's first), falling back to the workspace's order.

    ``day`` (YYYYMMDD) is marked in a roadmap; by default it is the day that the graph was cut at.
    """
    settings = graph.model.settings
    texts = Texts(graph, tuple(dict.fromkeys((language or settings.languages[0], *settings.languages))))
    selection = select_elements(graph, definition)
    content = _content(texts, definition, selection.elements, day or graph.model.as_of)
    view = View(
        id=definition.id,
        title=". ".join(filter(None, (definition.code, texts.text(definition.name)))),
        documentation=texts.text(definition.documentation),
        language=texts.language,
        viewpoint=definition.viewpoint.id,
        viewpoint_name=texts.declared(definition.viewpoint.shape.name),
        nodes=content.nodes,
        edges=content.edges,
        groups=content.groups,
        nested=content.nested,
        refused=selection.refused,
        notes=(*_notes(texts, definition, selection), *content.notes),
        origin=_origin(texts),
        layout=definition.viewpoint.shape.layout,
        scale=content.scale,
        table=content.table,
        timeline=content.timeline,
    )
    return with_hash(view)


def spans_time(definition: ViewDefinition) -> bool:
    """Whether a view is one of all times at once, for which a model cut at a day would not do."""
    cell = definition.look.cell
    return definition.viewpoint.shape.layout == "roadmap" or (cell is not None and cell.show == GAP)


def _content(texts: Texts, definition: ViewDefinition, elements: Mapping[str, Element], day: int | None) -> Content:
    match definition.viewpoint.shape.layout:
        case "matrix":
            cell = definition.look.cell
            is_gap = cell is not None and cell.show == GAP
            return (gap_matrix if is_gap else matrix)(texts, definition, elements)
        case "list":
            return listing(texts, definition, elements)
        case "roadmap":
            return roadmap(texts, definition, elements, day)
        case _:
            return boxes(texts, definition, elements)


def _notes(texts: Texts, definition: ViewDefinition, selection: Selection) -> Iterator[str]:
    """What was asked for and is not there; only where lines are drawn is any missed."""
    shown, refused = selection.elements, selection.refused
    relationships = texts.graph.relationships.values()
    ends = shown.keys() | {one.id for one in relationships if {one.source, one.target} <= shown.keys()}
    reified = [
        one
        for one in relationships
        if {one.source, one.target} <= ends and not {one.source, one.target} <= shown.keys()
    ]
    if refused:
        yield texts.word("refused", number=len(refused))
    if reified and definition.viewpoint.shape.layout == "layered":
        yield texts.word("reified", number=len(reified))


def _origin(texts: Texts) -> ViewOrigin:
    settings, as_of = texts.graph.model.settings, texts.graph.model.as_of
    day = "" if as_of is None else day_text(as_of)
    return ViewOrigin(
        name=texts.declared(settings.name),
        version=settings.version,
        data_cut_off=settings.data_cut_off or "",
        as_of=day,
    )
