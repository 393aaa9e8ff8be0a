"""Plain data of all files -> one model: names first, then kinds, then all that refers to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.findings.message import say
from eaframe.metamodel.values import Localized
from eaframe.model import defects
from eaframe.model.completeness_settings import wrong_completeness
from eaframe.model.context import Context, Unread
from eaframe.model.elements import Definition, Element, Reference, Relationship
from eaframe.model.model import Model
from eaframe.model.names import Names, collect_names
from eaframe.model.read_elements import ElementReader
from eaframe.model.read_kinds import KindReader
from eaframe.model.read_relationships import RelationshipReader
from eaframe.model.sections import SECTIONS, definitions
from eaframe.model.workspace_file import PartialDate, Text, WorkspaceFile
from eaframe.sources.discover import WORKSPACE_FILE
from eaframe.sources.shape import Shape, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings import Finding
    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Kind
    from eaframe.sources.document import Data

# What a library says of every model holds in the workspace too; its views, waivers and documents are its own affair.
_OF_LIBRARIES_TOO: Final = frozenset({"rules", "viewpoints", "checklists", "indicators", "observations"})


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
    unread: tuple[Unread, ...]


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
    incomplete = bool(content.unread)
    kind_reader = KindReader(content.metamodel, content.kinds, prefix, settings.languages[0], unread=incomplete)
    kind_reader.read(definitions(content.files, "kinds", findings))
    findings += kind_reader.findings
    content.kinds.update(kind_reader.kinds)
    if not prefix and not incomplete:  # what is not known here may be declared in what was not read
        asked = settings.completeness
        findings += wrong_completeness(asked, content.metamodel, content.kinds, WORKSPACE_FILE)
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
        elements=content.elements,
        unread=content.unread,
        findings=findings,
        held_back=kind_reader.held_back,
    )
    _read_elements(content, context)
    _drop_broken_ends(content, context)
    context.report_dangling()
    for section in SECTIONS:
        if section not in {"elements", "relationships", "kinds", "references"}:
            library = settings.namespace if prefix else ""
            found = tuple(definitions(content.files, section, findings, library=library))
            before = content.definitions.get(section, ()) if prefix or section in _OF_LIBRARIES_TOO else ()
            content.definitions[section] = (*before, *found)
    model = Model(
        settings=settings,
        metamodel=content.metamodel,
        kinds=content.kinds,
        elements=dict(sorted(content.elements.items())),
        relationships=dict(sorted(content.relationships.items())),
        references=dict(sorted(content.references.items())),
        definitions=content.definitions,
        incomplete=incomplete,
        unsure=frozenset(context.unsure),
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
            file=definition.place.file,
        )
    return findings


def _drop_broken_ends(content: Content, context: Context) -> None:
    """A relationship may end on another one: such ends are known only now. Those that lead nowhere are dangling."""
    relationships, elements = content.relationships, content.elements
    context.dangling += [one for one in context.pending if one.found not in relationships]
    # Nearly all relationships join two elements: only the few others are looked at further.
    others = {
        id_: one for id_, one in relationships.items() if one.source not in elements or one.target not in elements
    }
    _drop_all(relationships, _in_a_circle(others, context))
    nowhere = list(_ending_nowhere(content, others))
    context.unsure.update(end for id_ in nowhere for end in _ends(others[id_]))
    _drop_all(relationships, nowhere)
    for id_, relationship in others.items():
        if id_ not in relationships:
            continue
        for end, far in ((relationship.source, relationship.target), (relationship.target, relationship.source)):
            other = relationships.get(end)
            if other is not None and far in (other.source, other.target):
                reason = say("has the other end already")
                place = relationship.place()
                context.findings.append(defects.SELF_REFERENCE.at(place, id_, found=end, reason=reason))
                break


def _ending_nowhere(content: Content, others: Mapping[str, Relationship]) -> Iterator[str]:
    """Relationships one of whose ends could not be read, or ends itself on such a relationship; in no order."""
    relationships, elements = content.relationships, content.elements
    above: dict[str, list[str]] = {}
    open_: list[str] = []
    for id_, relationship in others.items():
        for end in (relationship.source, relationship.target):
            if end in relationships:
                above.setdefault(end, []).append(id_)
            elif end not in elements:
                open_.append(id_)
    while open_:
        id_ = open_.pop()
        yield id_
        open_ += above.pop(id_, ())


def _in_a_circle(relationships: Mapping[str, Relationship], context: Context) -> Iterator[str]:
    """Relationships that end on each other all round; each circle is reported once, at its smallest id."""
    done: set[str] = set()
    for start in sorted(relationships):
        path: list[str] = []
        on_path: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in done:
            if at in on_path:
                circle = path[on_path[at] :]
                first = min(circle)
                found = circle[(circle.index(first) + 1) % len(circle)]
                place, reason = relationships[first].place(), say("ends on it in turn")
                hint = say("Remove one of the two, or let it end on an element.")
                finding = defects.SELF_REFERENCE.at(place, first, found=found, reason=reason, hint=hint)
                context.findings.append(finding)
                context.unsure.update(end for id_ in circle for end in _ends(relationships[id_]))
                yield from circle
                break
            on_path[at] = len(path)
            path.append(at)
            at = next((end for end in _ends(relationships[at]) if end in relationships), None)
        done.update(path)


def _ends(relationship: Relationship) -> tuple[str, str]:
    return (relationship.source, relationship.target)


def _drop_all(relationships: dict[str, Relationship], ids: Iterable[str]) -> None:
    for id_ in list(ids):
        relationships.pop(id_, None)


def _text(text: Text) -> str | Localized:
    return Localized(text) if isinstance(text, dict) else text
