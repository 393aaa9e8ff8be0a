"""Graph and definition -> view: the part of the graph that one picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.metamodel.values import text_in
from eaframe.views.bands import BANDS, bands_of, in_order
from eaframe.views.nesting import nest
from eaframe.views.selection import select_elements
from eaframe.views.view import View, ViewEdge, ViewGroup, ViewNode, ViewOrigin, with_hash
from eaframe.views.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.graph import Graph
    from eaframe.metamodel.values import Localized
    from eaframe.model.elements import Element, Relationship
    from eaframe.views.definition import ViewDefinition


def build_view(graph: Graph, definition: ViewDefinition, language: str = "") -> View:
    """The view of ``graph`` in ``language`` (default: the workspace's first), falling back to the workspace's order."""
    model = graph.model
    languages = tuple(dict.fromkeys((language or model.settings.languages[0], *model.settings.languages)))
    selection = select_elements(graph, definition)
    elements, refused = selection.elements, selection.refused
    relationships = [one for one in graph.relationships.values() if one.source in elements and one.target in elements]
    types = model.metamodel.element_types
    lines = [(one.source, one.target) for one in relationships]
    bands = bands_of({id_: types[one.type].layer for id_, one in elements.items()}, lines)
    verbs = model.metamodel.verbs
    nesting = nest(relationships, frozenset(verbs[verb][0].name for verb in _nested(definition)), bands)
    order = in_order(bands.values())
    ordered = sorted(elements.values(), key=lambda one: (order.index(bands[one.id]), one.id))
    nodes = tuple(_node(graph, one, nesting.parents.get(one.id, ""), languages) for one in ordered)
    view = View(
        id=definition.id,
        title=_text(definition.name, languages),
        documentation=_text(definition.documentation, languages),
        language=languages[0],
        viewpoint=definition.viewpoint.id,
        viewpoint_name=_declared(definition.viewpoint.shape.name, languages),
        nodes=nodes,
        edges=tuple(_edge(graph, one, languages) for one in relationships if one.id not in nesting.shown),
        groups=tuple(_group(band, ordered, bands, languages[0]) for band in order),
        nested=tuple(sorted(nesting.shown)),
        refused=refused,
        notes=_notes(graph, elements, refused, languages[0]),
        origin=_origin(graph, languages),
    )
    return with_hash(view)


def _nested(definition: ViewDefinition) -> Sequence[str]:
    said = definition.look.nest
    return ("composed-of", "aggregates") if said is None else said


def _node(graph: Graph, element: Element, parent: str, languages: Sequence[str]) -> ViewNode:
    model = graph.model
    type_ = model.metamodel.element_types[element.type]
    kind = model.kinds.get(element.kind)
    return ViewNode(
        id=element.id,
        type=element.type,
        kind=element.kind,
        label=_declared(kind.label if kind else type_.label, languages),
        layer=type_.layer,
        name=text_in(element.name, *languages) or ("" if element.type == "junction" else element.id),
        documentation=text_in(element.documentation, *languages),
        parent=parent,
        junction=text_in(element.attributes.get("junction")) or "and" if element.type == "junction" else "",
        icon=kind.icon if kind else "",
        colour=kind.colour if kind else "",
    )


def _edge(graph: Graph, one: Relationship, languages: Sequence[str]) -> ViewEdge:
    model = graph.model
    kind = model.kinds.get(one.kind)
    label = kind.label if kind else model.metamodel.relationship_types[one.type].label
    return ViewEdge(
        id=one.id,
        type=one.type,
        source=one.source,
        target=one.target,
        kind_label=_declared(label, languages),
        label=text_in(one.name, *languages),
        mode=text_in(one.attributes.get("mode")) if one.type == "access" else "",
        strength=text_in(one.attributes.get("strength")) if one.type == "influence" else "",
        directed=one.attributes.get("directed") is True,
    )


def _group(band: str, elements: Sequence[Element], bands: Mapping[str, str], language: str) -> ViewGroup:
    labels = BANDS[band]
    ids = tuple(element.id for element in elements if bands[element.id] == band)
    return ViewGroup(band, labels.get(language, labels["en"]), ids, band)


def _notes(graph: Graph, shown: Mapping[str, Element], refused: Sequence[str], language: str) -> tuple[str, ...]:
    ends = shown.keys() | {one.id for one in graph.relationships.values() if {one.source, one.target} <= shown.keys()}
    reified = [
        one
        for one in graph.relationships.values()
        if {one.source, one.target} <= ends and not {one.source, one.target} <= shown.keys()
    ]
    notes = []
    if refused:
        notes.append(word("refused", language, number=len(refused)))
    if reified:
        notes.append(word("reified", language, number=len(reified)))
    return tuple(notes)


def _origin(graph: Graph, languages: Sequence[str]) -> ViewOrigin:
    settings, as_of = graph.model.settings, graph.model.as_of
    day = "" if as_of is None else f"{as_of // 10_000:04}-{as_of // 100 % 100:02}-{as_of % 100:02}"
    return ViewOrigin(
        name=_declared(settings.name, languages),
        version=settings.version,
        data_cut_off=settings.data_cut_off or "",
        as_of=day,
    )


def _declared(text: str | Mapping[str, str], languages: Sequence[str]) -> str:
    """A text of a declaration in the first language that it has, English where it has none of them."""
    if isinstance(text, str):
        return text
    for language in (*languages, "en"):
        if language in text:
            return text[language]
    return next(iter(text.values()), "")


def _text(text: str | Localized, languages: Sequence[str]) -> str:
    return text_in(text, *languages)
