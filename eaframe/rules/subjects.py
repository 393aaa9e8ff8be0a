"""What a rule is asked of: elements, relationships, views, or the workspace as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.graph.select import judged, select_relationships
from eaframe.graph.selector import RelationshipSelector, Selector
from eaframe.rules.checks.asked import WORKSPACE_FILE, Asked, Judged, Whole
from eaframe.rules.rule import Undecided
from eaframe.sources.defects import WRONG_VALUE
from eaframe.sources.document import describe
from eaframe.sources.shape import Shape, Words, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eaframe.findings import Finding
    from eaframe.graph import Graph
    from eaframe.graph.conditions import Verdict
    from eaframe.metamodel.values import Value
    from eaframe.rules.checks import SubjectKind
    from eaframe.rules.run import ShownView

WORKSPACE: Final = "workspace"
VIEW_ATTRIBUTES: Final = ("id", "name", "documentation", "viewpoint", "size")
WORKSPACE_ATTRIBUTES: Final = (
    *("id", "name", "namespace", "version", "effective", "data-cut-off", "metamodel", "languages", "imports"),
    *("elements", "relationships", "views"),
)


class ViewSelector(Shape):
    """Views: all, or those of some ids or viewpoints."""

    id: Words = ()
    viewpoint: Words = ()


class SelectsViews(Shape):
    """``select: {view: …}``."""

    view: Annotated[ViewSelector, Field()]


@dataclass(frozen=True, slots=True)
class Select:
    """What a rule selects, read: of one kind of subject."""

    kind: SubjectKind
    elements: tuple[Selector, ...] = ()
    relationships: RelationshipSelector | None = None
    views: ViewSelector | None = None


def read_select(data: object, at: Place) -> tuple[Select | None, list[Finding]]:
    """The ``select`` of a rule: a selector, a list of them, ``{relationship: …}``, ``{view: …}`` or ``workspace``."""
    if data == WORKSPACE:
        return Select("workspace"), []
    if data is None:
        return Select("element", (Selector(),)), []
    if isinstance(data, dict) and "relationship" in data:
        of_relationships, findings = shape(RelationshipSelector, data, at)
        return (Select("relationship", relationships=of_relationships) if of_relationships else None), findings
    if isinstance(data, dict) and "view" in data:
        given = {**data, "view": data["view"] or {}}
        of_views, findings = shape(SelectsViews, given, at)
        return (Select("view", views=of_views.view) if of_views else None), findings
    items = data if isinstance(data, list) else [data]
    if not items or not all(isinstance(item, dict) for item in items):
        expected = say("a selector like {{type: goal}}, a list of selectors, or `workspace`")
        discriminator = "/".join(map(str, at.path))
        return None, [
            WRONG_VALUE.at(at, key="select", expected=expected, found=describe(data), discriminator=discriminator)
        ]
    selectors, findings = [], []
    for index, item in enumerate(items):
        place = Place(at.file, (*at.path, index)) if isinstance(data, list) else at
        found, more = shape(Selector, item, place)
        findings += more
        if found is not None:
            selectors.append(found)
    return (Select("element", tuple(selectors)) if not findings else None), findings


def subjects(graph: Graph, selected: Select, views: Sequence[ShownView]) -> tuple[Asked, list[Undecided]]:
    """The subjects of the workspace itself that a rule selects, and those of which nobody can say.

    What could not be read whole is no subject: its defect is reported, and nobody can say what else it lacks.
    """
    graph.work.spend(len(graph.elements))
    workspace = _workspace(graph, views)
    found: list[Judged] = []
    undecided: list[Undecided] = []
    unread = 0
    for subject, verdict in _judged(graph, selected, views, workspace):
        if subject.id in graph.model.unsure and not isinstance(subject, Whole):
            unread += 1
        elif verdict is None:
            undecided.append(Undecided(subject))
        else:
            found.append(subject)
    return Asked(graph, tuple(found), workspace, len(undecided) + unread), undecided


def _judged(
    graph: Graph, selected: Select, views: Sequence[ShownView], workspace: Whole
) -> Iterable[tuple[Judged, Verdict]]:
    if selected.kind == "workspace":
        return [(workspace, True)]
    if selected.views is not None:
        wanted = selected.views
        return [
            (_view(view), True)
            for view in views
            if (not wanted.id or view.definition.id in wanted.id)
            and (not wanted.viewpoint or view.definition.viewpoint.id in wanted.viewpoint)
        ]
    if selected.relationships is not None:
        every = select_relationships(graph, selected.relationships)
        return ((one, verdict) for one, verdict in every if one.is_own)
    if len(selected.elements) == 1:
        return (pair for pair in judged(graph, selected.elements[0]) if pair[0].is_own)
    verdicts: dict[str, tuple[Judged, Verdict]] = {}
    for selector in selected.elements:
        for element, verdict in judged(graph, selector):
            if element.is_own and not (element.id in verdicts and verdict is None):
                verdicts[element.id] = element, verdict
    return (verdicts[id_] for id_ in sorted(verdicts))


def _view(view: ShownView) -> Whole:
    definition = view.definition
    attributes: dict[str, Value] = {
        "id": definition.id,
        "name": definition.name,
        "documentation": definition.documentation,
        "viewpoint": definition.viewpoint.id,
        "size": len(view.selection.elements),
    }
    return Whole(definition.id, attributes, definition.place())


def _workspace(graph: Graph, views: Sequence[ShownView]) -> Whole:
    settings = graph.model.settings
    attributes: dict[str, Value] = {
        "id": settings.namespace,
        "name": settings.name if isinstance(settings.name, str) else next(iter(settings.name.values()), ""),
        "namespace": settings.namespace,
        "version": settings.version or None,
        "effective": settings.effective,
        "data-cut-off": settings.data_cut_off,
        "metamodel": settings.metamodel,
        "languages": settings.languages,
        "imports": settings.imports or None,
        "elements": len(graph.own_elements),
        "relationships": len(graph.own_relationships),
        "views": len(views),
    }
    return Whole(settings.namespace, attributes, Place(WORKSPACE_FILE))
