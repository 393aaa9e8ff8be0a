"""The architecture description: an edition as one document, as values and as Markdown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.documents.dates import day_text, period_text
from eaframe.documents.entries import Group, about, by_name, relations
from eaframe.documents.lists import ReferenceRow, reference_rows
from eaframe.documents.markdown import to_text
from eaframe.documents.markdown_out import escape, link
from eaframe.documents.overview import Headline, VersionLine, headline, versions
from eaframe.documents.template import text_environment
from eaframe.documents.unknowns import OpenQuestion, open_questions
from eaframe.documents.values import GRADES, facts, grades, in_words
from eaframe.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.documents.definition import DocumentDefinition
    from eaframe.documents.edition import Edition
    from eaframe.model.elements import Element

# Which ArchiMate types each section lists; whatever is in none of them stands in the last.
SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "motivation": (
        "driver",
        "assessment",
        "goal",
        "outcome",
        "principle",
        "requirement",
        "constraint",
        "meaning",
        "value",
    ),
    "organisation": ("stakeholder", "business-actor", "business-role", "business-collaboration", "location"),
    "strategy": ("resource", "capability", "value-stream", "course-of-action"),
    "business": (
        "business-interface",
        "business-process",
        "business-function",
        "business-interaction",
        "business-event",
        "business-service",
        "product",
    ),
    "application": (
        "application-component",
        "application-collaboration",
        "application-interface",
        "application-function",
        "application-interaction",
        "application-process",
        "application-event",
        "application-service",
    ),
    "data": ("business-object", "data-object", "contract", "representation"),
    "technology": (
        "node",
        "device",
        "system-software",
        "technology-collaboration",
        "technology-interface",
        "path",
        "communication-network",
        "technology-function",
        "technology-process",
        "technology-interaction",
        "technology-event",
        "technology-service",
        "artifact",
        "equipment",
        "facility",
        "distribution-network",
        "material",
    ),
}
_ROADMAP: Final = ("plateau", "work-package", "implementation-event", "deliverable", "gap")
_KEY_RELATIONSHIPS: Final = ("flow", "realization", "serving", "access")


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element in a table of the description."""

    id: str
    name: str
    kind: str
    documentation: str
    owner: str
    period: str
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The elements of one section; one that says why rather than what shows descriptions instead of owners."""

    key: str
    shows_documentation: bool
    rows: tuple[ElementRow, ...]


@dataclass(frozen=True, slots=True)
class RelationshipRow:
    """A relationship in a table."""

    source: str
    target: str
    about: tuple[str, ...]
    period: str
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationshipTable:
    """All relationships of the day of one ArchiMate type."""

    key: str
    rows: tuple[RelationshipRow, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A plateau, work, deliverable or gap of the roadmap, with when it is and what it relates to."""

    name: str
    kind: str
    when: str
    documentation: str
    relations: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How often a code was found, with one of its messages."""

    severity: str
    code: str
    number: int
    example: str


@dataclass(frozen=True, slots=True)
class Description:
    """Everything that the architecture description says. ``views`` are titles with their descriptions."""

    name: str
    documentation: str
    headline: Headline
    elements: int
    relationships: int
    history: tuple[VersionLine, ...]
    sections: tuple[Section, ...]
    tables: tuple[RelationshipTable, ...]
    views: tuple[tuple[str, str, str], ...]
    roadmap: tuple[Step, ...]
    unknowns: tuple[OpenQuestion, ...]
    findings: tuple[FindingCount, ...]
    references: tuple[ReferenceRow, ...]
    grades: tuple[str, ...] = GRADES


def describe(edition: Edition, definition: DocumentDefinition) -> Description:
    """The description of an edition."""
    return Description(
        name=edition.text(definition.name),
        documentation=to_text(edition.text(definition.documentation)),
        headline=headline(edition),
        elements=len(edition.sliced.own_elements),
        relationships=len(edition.sliced.own_relationships),
        history=versions(edition),
        sections=_sections(edition),
        tables=tuple(_table(edition, type_) for type_ in _KEY_RELATIONSHIPS),
        views=tuple((one.id, one.title, to_text(one.documentation)) for one in edition.views),
        roadmap=_roadmap(edition),
        unknowns=open_questions(edition),
        findings=_findings(edition),
        references=reference_rows(edition),
    )


def write_document(edition: Edition, definition: DocumentDefinition) -> str:
    """The Markdown of a document, the same bytes for the same edition. Text of the model in it stays text."""
    environment = text_environment(resource("templates"), escape)
    environment.filters["link"] = link
    environment.globals["word"] = edition.words
    return environment.get_template(definition.template).render(it=describe(edition, definition))


def _sections(edition: Edition) -> tuple[Section, ...]:
    of = {type_: key for key, types in SECTIONS.items() for type_ in types} | dict.fromkeys(_ROADMAP, "roadmap")
    found: dict[str, list[Element]] = {key: [] for key in (*SECTIONS, "other")}
    for element in edition.elements:
        key = of.get(element.type, "other")
        if key in found:
            found[key].append(element)
    return tuple(
        Section(key, key == "motivation", _rows(edition, members))
        for key, members in found.items()
        if members or key != "other"
    )


def _rows(edition: Edition, elements: Iterable[Element]) -> tuple[ElementRow, ...]:
    order = {name: index for index, name in enumerate(edition.whole.model.metamodel.element_types)}
    ordered = sorted(by_name(edition, elements), key=lambda one: (order.get(one.type, len(order)), edition.kind(one)))
    return tuple(
        ElementRow(
            id=one.id,
            name=edition.text(one.name) or one.id,
            kind=edition.kind(one),
            documentation=to_text(edition.text(one.documentation)),
            owner=next((in_words(edition, fact.value) for fact in facts(edition, one) if fact.name == "owner"), ""),
            period=period_text(edition.words, one.valid),
            grades=grades(one.evidence),
        )
        for one in ordered
    )


def _table(edition: Edition, type_: str) -> RelationshipTable:
    rows = (
        RelationshipRow(
            source=edition.name(one.source),
            target=edition.name(one.target),
            about=about(edition, one),
            period=period_text(edition.words, one.valid),
            grades=grades(one.evidence),
        )
        for one in edition.sliced.relationships.values()
        if one.type == type_ and one.is_own
    )
    return RelationshipTable(type_, tuple(sorted(rows, key=lambda row: (row.source, row.target, row.about))))


def _roadmap(edition: Edition) -> tuple[Step, ...]:
    """Of all times, as a roadmap shows what was and what will be: plateaus by their dates, then the rest by name."""
    steps = []
    for type_ in _ROADMAP:
        members = [one for one in edition.whole.own_elements if one.type == type_]
        for element in sorted(by_name(edition, members), key=lambda one: (_date(edition, one), one.valid.first)):
            date = day_text(edition.words, _date(edition, element))
            steps.append(
                Step(
                    name=edition.name(element.id),
                    kind=edition.kind(element),
                    when=date or period_text(edition.words, element.valid),
                    documentation=to_text(edition.text(element.documentation)),
                    relations=relations(edition, edition.whole, element),
                )
            )
    return tuple(steps)


def _date(edition: Edition, element: Element) -> str:
    return edition.text(element.attributes.get("date"))


def _findings(edition: Edition) -> tuple[FindingCount, ...]:
    """By severity, then code."""
    report = edition.report
    counted = Counter((one.severity, one.code) for one in report.findings)
    first = {one.code: one.message for one in reversed(report.findings)}
    ranks = ("error", "warning", "info")
    ordered = sorted(counted, key=lambda key: (ranks.index(key[0]), key[1]))
    return tuple(FindingCount(severity, code, counted[severity, code], first[code]) for severity, code in ordered)
