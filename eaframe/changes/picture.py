"""The view of a difference: what changed with its neighbours, taken from both models at once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from eaframe.changes.ids import relationship_ids
from eaframe.changes.values import path_in_words
from eaframe.graph import Graph
from eaframe.metamodel.values import Localized
from eaframe.views import ViewDefinition, Viewpoint, build_view
from eaframe.views.marks import Marks
from eaframe.views.view import HASH_LENGTH, View, ViewNode, as_json
from eaframe.views.viewpoint import ViewpointShape
from eaframe.views.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.changes.difference import Difference
    from eaframe.model.elements import Element, Relationship
    from eaframe.model.model import Model
    from eaframe.views.marks import Mark

MOST_BOXES: Final = 60  # more of them nobody compares by eye
_NAMES: Final = {"en": "Changes", "vi": "Thay đổi"}
_TITLES: Final = {"en": "What changed between {before} and {after}", "vi": "Thay đổi giữa {before} và {after}"}
_LANGUAGES: Final = ("en", "vi")


@dataclass(frozen=True, slots=True)
class _Union:
    """Everything that either model has, under the ids of the later one, and what became of it."""

    model: Model
    marks: Marks


def changes_view(
    difference: Difference,
    before: Model,
    after: Model,
    names: tuple[str, str],
    language: str = "",
    most: int = MOST_BOXES,
) -> tuple[View, Marks]:
    """What changed with its direct neighbours, in a view of at most ``most`` boxes; its notes say what is left out.

    ``names`` are those of the two models. Changed elements come before neighbours, and the ends of changed
    relationships before other neighbours.
    """
    language = language or after.settings.languages[0]
    union = _union(difference, before, after)
    chosen, left_out = _chosen(union, most)
    graph = Graph(_only(union, chosen))
    shape = ViewpointShape(name=_NAMES, nest=())  # a part that was added could not be told from one that was there
    definition = ViewDefinition(
        id="changes",
        name=Localized({key: text.format(before=names[0], after=names[1]) for key, text in _TITLES.items()}),
        viewpoint=Viewpoint("changes", shape),
        documentation=Localized({key: _summary(difference, key) for key in _LANGUAGES}),
    )
    view = build_view(graph, definition, language)
    notes = [*view.notes, *_notes(left_out, union.marks, language)]
    view = replace(view, nodes=tuple(_node(node, difference, language) for node in view.nodes), notes=tuple(notes))
    marks = Marks(
        {node.id: union.marks.nodes[node.id] for node in view.nodes if node.id in union.marks.nodes},
        {edge.id: union.marks.edges[edge.id] for edge in view.edges if edge.id in union.marks.edges},
    )
    return replace(view, hash=_hash(view, marks)), marks


def _union(difference: Difference, before: Model, after: Model) -> _Union:
    elements, relationships = difference.section("elements"), difference.section("relationships")
    old_ids = relationship_ids(before, elements.renamed)
    new_ids = relationship_ids(after, {})
    lines = {new_ids.get(one.id, one.id): one for one in after.relationships.values()}
    for one in before.relationships.values():
        id_ = old_ids.get(one.id, one.id)
        if id_ in relationships.removed:
            source, target = (old_ids.get(end, end) for end in (one.source, one.target))
            lines[id_] = replace(one, source=source, target=target)
    boxes = dict(after.elements) | {id_: before.elements[id_] for id_ in elements.removed}
    model = replace(
        after,
        kinds={**before.kinds, **after.kinds},
        elements=dict(sorted(boxes.items())),
        relationships={id_: replace(one, id=id_) for id_, one in sorted(lines.items())},
    )
    changed = [*elements.changed, *elements.renamed.values()]
    return _Union(
        model,
        Marks(
            _marks(elements.added, elements.removed, changed),
            _marks(relationships.added, relationships.removed, relationships.changed),
        ),
    )


def _marks(added: Iterable[str], removed: Iterable[str], changed: Iterable[str]) -> dict[str, Mark]:
    return {**dict.fromkeys(changed, "changed"), **dict.fromkeys(added, "added"), **dict.fromkeys(removed, "removed")}


def _chosen(union: _Union, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The elements to show, and those that are left out as there are too many."""
    elements, marks = union.model.elements, union.marks
    near: dict[str, int] = {}
    for id_, one in union.model.relationships.items():
        ends = [end for end in (one.source, one.target) if end in elements]
        for end in ends:
            if id_ in marks.edges:
                near[end] = near.get(end, 0) + 1000
            elif any(other in marks.nodes for other in ends if other != end):
                near[end] = near.get(end, 0) + 1
    order = {"removed": 0, "added": 1, "changed": 2}
    types = union.model.metamodel.element_types
    first = [id_ for id_ in marks.nodes if id_ in elements and elements[id_].type in types]
    first.sort(key=lambda id_: (order[marks.nodes[id_]], id_))
    rest = sorted((id_ for id_ in near if id_ not in marks.nodes), key=lambda id_: (-near[id_], id_))
    ordered = [*first, *rest]
    return tuple(ordered[:most]), tuple(ordered[most:])


def _only(union: _Union, chosen: Iterable[str]) -> Model:
    """What is shown: lines that changed, or that lead to a box that did; lines among neighbours tell nothing."""
    shown = set(chosen)
    marks = union.marks

    def is_shown(one: Relationship) -> bool:
        marked = one.id in marks.edges or not marks.nodes.keys().isdisjoint((one.source, one.target))
        return marked and {one.source, one.target} <= shown

    elements: Mapping[str, Element] = {id_: union.model.elements[id_] for id_ in sorted(shown)}
    lines = {id_: one for id_, one in union.model.relationships.items() if is_shown(one)}
    return replace(union.model, elements=elements, relationships=lines)


def _node(node: ViewNode, difference: Difference, language: str) -> ViewNode:
    """The box with what changed in it, for whoever points at it."""
    elements = difference.section("elements")
    former = {new: old for old, new in elements.renamed.items()}
    paths = [path_in_words(change.path) for change in elements.changed.get(node.id, ())]
    said = [word("was", language, id=former[node.id])] if node.id in former else []
    if paths:
        said.append(word("changed", language, names=", ".join(paths)))
    return replace(node, documentation="\n".join(said)) if said else node


def _notes(left_out: tuple[str, ...], marks: Marks, language: str) -> Iterable[str]:
    changed = sum(1 for id_ in left_out if id_ in marks.nodes)
    if changed:
        yield word("changed-left-out", language, number=changed)
    if len(left_out) > changed:
        yield word("neighbours-left-out", language, number=len(left_out) - changed)


def _summary(difference: Difference, language: str) -> str:
    elements, relationships = difference.section("elements"), difference.section("relationships")
    if not (elements or relationships):
        return word("unchanged", language)
    return word(
        "changes",
        language,
        added=len(elements.added),
        removed=len(elements.removed),
        changed=len({*elements.changed, *elements.renamed.values()}),
        more=len(relationships.added),
        fewer=len(relationships.removed),
        other=len(relationships.changed),
    )


def _hash(view: View, marks: Marks) -> str:
    """The hash of the picture: of the view and of what is marked in it."""
    text = as_json(replace(view, hash="")) + json.dumps([marks.nodes, marks.edges], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]
