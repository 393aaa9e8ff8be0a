"""Documents as a workspace defines them: a name, and the template that they are written from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from eaframe.documents import defects
from eaframe.findings import Place
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.metamodel.values import Localized
from eaframe.model.workspace_file import Text
from eaframe.resources import resource
from eaframe.sources.shape import Shape, shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from eaframe.findings import Finding
    from eaframe.model.model import Model

DEFAULT_TEMPLATE = "architecture-description.md"


class DocumentShape(Shape):
    """A document as a file says it. ``template`` is the name of a file in ``templates/``, never a path."""

    name: Text
    documentation: Text = ""
    template: str = DEFAULT_TEMPLATE


@dataclass(frozen=True, slots=True)
class DocumentDefinition:
    """A document that can be written: its template exists."""

    id: str
    name: str | Localized
    documentation: str | Localized
    template: str


def document_templates() -> tuple[str, ...]:
    """The names of the templates that documents can be written from, sorted."""
    return _templates(resource("templates"))


@cache
def _templates(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.name for path in folder.glob("*.md") if path.is_file()))


def read_documents(model: Model) -> tuple[Mapping[str, DocumentDefinition], list[Finding]]:
    """The documents of a workspace by id, in the order of ids; those that cannot be written are findings instead."""
    findings: list[Finding] = []
    found = {}
    for definition in sorted(model.definitions.get("documents", ()), key=lambda one: one.id):
        read, more = shape(DocumentShape, definition.data, definition.place)  # type: ignore[arg-type]
        findings += more
        if read is None:
            continue
        templates = document_templates()
        if read.template not in templates:
            at = Place(definition.place.file, (*definition.place.path, "template"))
            hint = did_you_mean(read.template, templates)
            allowed = quoted(templates)
            findings.append(
                defects.UNKNOWN_TEMPLATE.at(at, definition.id, found=read.template, allowed=allowed, hint=hint)
            )
            continue
        name, documentation = _text(read.name), _text(read.documentation)
        found[definition.id] = DocumentDefinition(definition.id, name, documentation, read.template)
    return found, findings


def _text(text: Text) -> str | Localized:
    return Localized(text) if isinstance(text, dict) else text
