"""Views that nobody wrote down: a viewpoint, and what it is to show, said where the picture is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.metamodel.values import Localized
from eaframe.views.definition import Scope, ViewDefinition
from eaframe.views.presentation import Presentation
from eaframe.views.texts import Texts

if TYPE_CHECKING:
    from eaframe.graph import Graph
    from eaframe.graph.selector import Selectors
    from eaframe.views.viewpoint import Viewpoint


def ad_hoc(
    graph: Graph,
    viewpoint: Viewpoint,
    *,
    scope: Scope | None = None,
    include: Selectors = (),
    exclude: Selectors = (),
    look: Presentation | None = None,
) -> ViewDefinition:
    """A view called after its viewpoint, and after the element that it is about."""
    names = {}
    for language in dict.fromkeys(("en", "vi", *graph.model.settings.languages)):
        texts = Texts(graph, (language, *graph.model.settings.languages))
        name = texts.declared(viewpoint.shape.name)
        names[language] = f"{name}: {texts.name(scope.id)}" if scope else name
    return ViewDefinition(
        id="-".join(filter(None, (viewpoint.id, scope.id.replace(":", "-") if scope else ""))),
        name=Localized(names),
        viewpoint=viewpoint,
        documentation=""
        if isinstance(viewpoint.shape.documentation, str)
        else Localized(viewpoint.shape.documentation),
        scope=scope,
        include=include,
        exclude=exclude,
        own=look or Presentation(),
    )
