"""Viewpoints: what kind of picture a view is, for whom, and what may appear in it. They are data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.graph.known import Known, names_of
from eaframe.model.elements import Definition
from eaframe.model.workspace_file import Text
from eaframe.resources import resource
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits
from eaframe.sources.shape import Flag, Words, shape
from eaframe.views.presentation import Presentation
from eaframe.views.presented import keys_without_effect, unknown_names
from eaframe.views.view import LayoutName

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from eaframe.findings import Finding
    from eaframe.model.model import Model

DEFAULT_VIEWPOINT = "layered"
ALWAYS_ALLOWED = frozenset({"junction", "grouping"})  # ArchiMate 3.2, 14.3: they belong to no viewpoint and to all


class ViewpointShape(Presentation):
    """A viewpoint as a file says it. ``types`` empty is all.

    ``needs-scope`` refuses a view without one. A ``list`` layout has a row for each element, or for each relationship
    where ``relationships`` are given; ``show`` names its columns.
    """

    name: Text
    documentation: Text = ""
    stakeholders: Text = ""
    concerns: Text = ""
    types: Words = ()
    layout: LayoutName = "layered"
    needs_scope: Flag = False


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A viewpoint by its id."""

    id: str
    shape: ViewpointShape

    def allows(self, lineage: tuple[str, ...]) -> bool:
        """Whether an element of this lineage (kind, its bases, ArchiMate type) may appear."""
        types = self.shape.types
        if not types or lineage[-1] in ALWAYS_ALLOWED:
            return True
        return any(name in types or name.rpartition(":")[2] in types for name in lineage)


def read_viewpoints(model: Model) -> tuple[Mapping[str, Viewpoint], list[Finding]]:
    """The viewpoints by id: those that come with eaframe, those of libraries as `library:id`, and over them its own.

    What is wrong with a library's viewpoint is found where the library itself is checked; here it is left out.
    """
    found = dict(bundled_viewpoints())
    findings: list[Finding] = []
    known = Known(model)
    for definition in model.definitions.get("viewpoints", ()):
        viewpoint, more = _read(definition)
        if definition.library:
            if viewpoint is not None:
                found[f"{definition.library}:{viewpoint.id}"] = replace(
                    viewpoint, id=f"{definition.library}:{viewpoint.id}"
                )
            continue
        findings += more
        if viewpoint is None:
            continue
        found[viewpoint.id] = viewpoint
        types = names_of(definition.data, "types", definition.place.path)
        findings += known.unknown_types(types, definition.place.file, definition.id)
        findings += unknown_names(known, definition, viewpoint.shape)
        findings += keys_without_effect(definition, viewpoint.shape.layout)
    return dict(sorted(found.items())), findings


def bundled_viewpoints() -> tuple[tuple[str, Viewpoint], ...]:
    """Those that come with eaframe, by id."""
    return _bundled(resource("viewpoints"))


@cache
def _bundled(folder: Path) -> tuple[tuple[str, Viewpoint], ...]:
    found = []
    for path in sorted(folder.glob("*.yaml")):
        data = read_file(path.name, path.read_bytes(), Limits()).document.data
        section = data["viewpoints"] if isinstance(data, dict) else None
        for id_, content in section.items() if isinstance(section, dict) else ():
            viewpoint, findings = _read(Definition(id_, content, Place(path.name, ("viewpoints", id_))))
            if viewpoint is None:
                raise ValueError(f"the bundled viewpoint {id_} is broken: {findings[0].message}")
            found.append((id_, viewpoint))
    return tuple(found)


def _read(definition: Definition) -> tuple[Viewpoint | None, list[Finding]]:
    found, findings = shape(ViewpointShape, definition.data, definition.place)  # type: ignore[arg-type]
    return (Viewpoint(definition.id, found) if found else None), findings
