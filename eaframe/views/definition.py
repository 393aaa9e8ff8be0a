"""Views as a workspace defines them: a viewpoint, and which elements are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from eaframe.findings import Place
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.graph.known import Known
from eaframe.graph.selector import Selectors
from eaframe.metamodel.values import Localized
from eaframe.model.workspace_file import Text
from eaframe.sources.shape import Number, Shape, Words, shape
from eaframe.views import defects
from eaframe.views.presentation import Presentation
from eaframe.views.presented import keys_without_effect, missing_keys, unknown_names
from eaframe.views.viewpoint import DEFAULT_VIEWPOINT, Viewpoint, read_viewpoints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.findings import Finding
    from eaframe.model.elements import Definition
    from eaframe.model.model import Model


_NOWHERE = Place("")  # of a definition that no file holds
_NOTHING = Presentation()


class Scope(Shape):
    """The surroundings of one element: all that is up to ``depth`` relationships away, in either direction."""

    id: str
    depth: Annotated[Number, Field(ge=0, le=9)] = 1


class ViewShape(Presentation):
    """A view as a file says it. Without ``include`` it shows all that its scope and its viewpoint allow.

    What a library brings is shown only where ``scope`` or ``include`` ask for it. ``code`` is what
    a rule book calls it, which stands before its name.
    """

    name: Text
    code: str = ""
    tags: Words = ()
    documentation: Text = ""
    viewpoint: str = DEFAULT_VIEWPOINT
    scope: Scope | None = None
    include: Selectors = ()
    exclude: Selectors = ()


@dataclass(frozen=True, slots=True)
class ViewDefinition:
    """What a view shows: elements in ``scope`` that any of ``include`` matches and none of ``exclude``."""

    id: str
    name: str | Localized
    viewpoint: Viewpoint
    documentation: str | Localized = ""
    scope: Scope | None = None
    include: Selectors = ()
    exclude: Selectors = ()
    own: Presentation = _NOTHING
    defined: Place = _NOWHERE
    code: str = ""
    tags: tuple[str, ...] = ()

    @property
    def look(self) -> Presentation:
        """How it looks: as it says itself, else as its viewpoint says."""
        return self.own.over(self.viewpoint.shape)

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        """Where the view, or what ``path`` names in it, is written."""
        return Place(self.defined.file, (*self.defined.path, *path), part if path else "key")


def read_views(model: Model) -> tuple[Mapping[str, ViewDefinition], list[Finding]]:
    """The views of a workspace by id, with what is wrong in them and in its viewpoints.

    Those that a rule book numbers stand first, by their codes; the others follow by their ids.

    A view with an unknown viewpoint or a wrong shape is left out; one with an unknown name in a selector is kept, as
    the rest of it can still be shown.
    """
    viewpoints, findings = read_viewpoints(model)
    known = Known(model)
    found = {}
    for definition in sorted(model.definitions.get("views", ()), key=lambda one: one.id):
        view, more = _read(definition, viewpoints, known)
        findings += more
        if view is not None:
            found[view.id] = view
    order = sorted(found.values(), key=lambda one: (not one.code, one.code, one.id))
    return {one.id: one for one in order}, findings


def _read(
    definition: Definition, viewpoints: Mapping[str, Viewpoint], known: Known
) -> tuple[ViewDefinition | None, list[Finding]]:
    id_, place = definition.id, definition.place
    found, findings = shape(ViewShape, definition.data, place)  # type: ignore[arg-type]
    if found is None:
        return None, findings
    data = definition.data if isinstance(definition.data, dict) else {}
    for key in ("include", "exclude"):
        findings += known.unknown_in_selectors(data.get(key), place.file, (*place.path, key), id_)
    if found.scope is not None:
        findings += known.unknown_ids([(found.scope.id, (*place.path, "scope", "id"))], place.file, id_)
    viewpoint = viewpoints.get(found.viewpoint)
    if viewpoint is None:
        if not known.model.incomplete:
            findings.append(_unknown_viewpoint(found.viewpoint, definition, viewpoints))
        return None, findings
    look = found.over(viewpoint.shape)
    findings += unknown_names(known, definition, look)
    findings += keys_without_effect(definition, viewpoint.shape.layout)
    wrong = list(missing_keys(definition, viewpoint, look, has_scope=found.scope is not None))
    if wrong:
        return None, [*findings, *wrong]
    view = ViewDefinition(
        id=id_,
        name=_text(found.name),
        viewpoint=viewpoint,
        documentation=_text(found.documentation),
        scope=found.scope,
        include=found.include,
        exclude=found.exclude,
        own=found,
        defined=place,
        code=found.code,
        tags=found.tags,
    )
    return view, findings


def _unknown_viewpoint(found: str, definition: Definition, viewpoints: Mapping[str, Viewpoint]) -> Finding:
    at = Place(definition.place.file, (*definition.place.path, "viewpoint"))
    return defects.UNKNOWN_VIEWPOINT.at(
        at, definition.id, found=found, allowed=quoted(viewpoints), hint=did_you_mean(found, viewpoints)
    )


def _text(text: Text) -> str | Localized:
    return Localized(text) if isinstance(text, dict) else text
