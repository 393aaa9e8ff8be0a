"""What a rule is asked of: elements, relationships, views, or the workspace as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.graph.select import judged, select_relationships
from eaframe.graph.selector import RelationshipSelector, Selector
from eaframe.metamodel.period import parse_day
from eaframe.rules.checks.asked import WORKSPACE_FILE, Asked, Judged, Whole
from eaframe.rules.rule import Undecided
from eaframe.sources.defects import WRONG_VALUE
from eaframe.sources.document import describe
from eaframe.sources.shape import Shape, Words, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eaframe.findings import Finding
    from eaframe.graph import Graph
    from eaframe.graph.verdicts import Verdict
    from eaframe.metamodel.values import Value
    from eaframe.rules.checks import SubjectKind
    from eaframe.rules.run import ShownView

WORKSPACE: Final = "workspace"
VIEW_ATTRIBUTES: Final = ("id", "name", "documentation", "code", "tags", "viewpoint", "size")
WORKSPACE_ATTRIBUTES: Final = (
    *("id", "name", "namespace", "version", "effective", "data-cut-off", "metamodel", "languages", "imports"),
    *("history-versions", "last-reviewed", "elements", "relationships", "views"),
)


class ViewSelector(Shape):
    """Views: all, or those of some ids, viewpoints, tags (of which a view has one or more) and codes."""

    id: Words = ()
    viewpoint: Words = ()
    tag: Words = ()
    code: Words = ()

    def picks(self, id_: str, viewpoint: str, tags: Iterable[str], code: str) -> bool:
        """Whether a view with these is meant."""
        return (
            (not self.id or id_ in self.id)
            and (not self.viewpoint or viewpoint in self.viewpoint)
            and (not self.tag or not set(self.tag).isdisjoint(tags))
            and (not self.code or code in self.code)
        )


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
    # While one view is wrong, none is shown to the rules.
    unread = max(0, len(graph.model.definitions.get("views", ())) - len(views)) if selected.kind == "view" else 0
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
        defined = ((view, view.definition) for view in views)
        return [
            (_view(view), True)
            for view, one in defined
            if selected.views.picks(one.id, one.viewpoint.id, one.tags, one.code)
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
        "code": definition.code or None,
        "tags": definition.tags or None,
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
        "history-versions": tuple(one.version for one in settings.history) or None,
        "last-reviewed": max((one.date for one in settings.history), key=_last_day, default=None),
        "elements": len(graph.own_elements),
        "relationships": len(graph.own_relationships),
        "views": len(views),
    }
    return Whole(settings.namespace, attributes, Place(WORKSPACE_FILE))


def _last_day(date: str) -> int:
    return parse_day(date, last=True) or 0  # the shape of eaframe.yaml has made sure that it is a date
