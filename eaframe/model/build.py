"""Plain data of all files -> one model: names first, then kinds, then all that refers to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.metamodel.values import Localized
from eaframe.model import defects
from eaframe.model.context import Context, report_dangling
from eaframe.model.elements import Definition, Element, Reference, Relationship
from eaframe.model.model import Model
from eaframe.model.names import Names, collect_names
from eaframe.model.read_elements import ElementReader
from eaframe.model.read_kinds import KindReader
from eaframe.model.read_relationships import RelationshipReader
from eaframe.model.sections import SECTIONS, definitions
from eaframe.model.workspace_file import PartialDate, Text, WorkspaceFile
from eaframe.sources.shape import Shape, shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.findings import Finding
    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Kind
    from eaframe.sources.document import Data


@dataclass(slots=True)
class Content:
    """What one workspace or library says, and what the libraries below it said before."""

    files: list[tuple[str, Mapping[str, Data]]]
    settings: WorkspaceFile
    metamodel: Metamodel
    prefix: str
    names: Names
    kinds: dict[str, Kind]
    elements: dict[str, Element]
    relationships: dict[str, Relationship]
    references: dict[str, Reference]
    definitions: dict[str, tuple[Definition, ...]]
    broken: list[str]


class ReferenceShape(Shape):
    """A source as a file declares it."""

    title: Text
    date: PartialDate = ""
    url: str = ""
    publisher: Text = ""
    document: str = ""
    note: Text = ""


def build(content: Content) -> tuple[Model, list[Finding]]:
    """The model of one workspace; its content is added to the shared collections in ``content``."""
    settings, prefix = content.settings, content.prefix
    findings = collect_names(content.files, content.names, prefix)
    kind_reader = KindReader(content.metamodel, content.kinds, prefix, settings.languages[0])
    kind_reader.read(definitions(content.files, "kinds", findings))
    findings += kind_reader.findings
    content.kinds.update(kind_reader.kinds)
    findings += _read_references(content)
    context = Context(
        metamodel=content.metamodel,
        kind_reader=kind_reader,
        names=content.names,
        prefix=prefix,
        namespace=settings.namespace,
        languages=settings.languages,
        visibility=settings.default_visibility,
        references=content.references,
        findings=findings,
    )
    _read_elements(content, context)
    _drop_broken_ends(content, context)
    findings += report_dangling(context.dangling, content.names, content.broken)
    for section in SECTIONS:
        if section not in {"elements", "relationships", "kinds", "references"}:
            found = tuple(definitions(content.files, section, findings))
            if not prefix:
                content.definitions[section] = found
            else:
                content.definitions[section] = (*content.definitions.get(section, ()), *found)
    model = Model(
        settings=settings,
        metamodel=content.metamodel,
        kinds=content.kinds,
        elements=dict(sorted(content.elements.items())),
        relationships=dict(sorted(content.relationships.items())),
        references=dict(sorted(content.references.items())),
        definitions=content.definitions,
        incomplete=bool(content.broken),
    )
    return model, findings


def _read_elements(content: Content, context: Context) -> None:
    relationships = RelationshipReader(context, content.relationships)
    for file, sections in content.files:
        relationships.start(file)
        reader = ElementReader(context, file, relationships)
        elements = sections.get("elements")
        if isinstance(elements, dict):
            reader.read(elements)
        content.elements.update(reader.elements)
        relationships.of_list(sections.get("relationships"))


def _read_references(content: Content) -> list[Finding]:
    findings: list[Finding] = []
    for definition in definitions(content.files, "references", findings):
        found, more = shape(ReferenceShape, definition.data, definition.place)  # type: ignore[arg-type]
        findings += more
        id_ = content.prefix + definition.id
        read = found or ReferenceShape.model_construct(title=definition.id)
        content.references[id_] = Reference(
            id=id_,
            title=_text(read.title),
            date=read.date,
            url=read.url,
            publisher=_text(read.publisher),
            document=read.document,
            note=_text(read.note),
        )
    return findings


def _drop_broken_ends(content: Content, context: Context) -> None:
    """A relationship may end on another one: such ends are known only now. Those that lead nowhere are dangling."""
    relationships = content.relationships
    context.dangling += [one for one in context.pending if one.found not in relationships]
    for id_, relationship in list(relationships.items()):
        for end in (relationship.source, relationship.target):
            if end in content.elements:
                continue
            other = relationships.get(end)
            far = relationship.target if end == relationship.source else relationship.source
            if other is None:
                relationships.pop(id_, None)
            elif far in (other.source, other.target) or id_ in (other.source, other.target):
                place = relationship.place()
                context.findings.append(defects.SELF_REFERENCE.at(place, id_, found=end))


def _text(text: Text) -> str | Localized:
    return Localized(text) if isinstance(text, dict) else text
